"""What was due by the dated sharing rules beside what was paid and passed on.

A rule counts for a year when it held on all its days. Whatever is needed and not known leaves the amount empty and the
state ``cannot_be_checked``: it is neither a zero nor a debt.
"""

import numpy as np
import pandas as pd
from sqlalchemy import Connection

from data_access.vocabulary.stages import PAYMENT, TRANSFER
from loaders.store.frames import rows
from loaders.store.revenue import flow, mineral_sales, sharing_rule

# Sales and payments are closed on different days: a smaller part of what is due is no difference.
TOLERANCE = 0.01
KEYS = ["stream_code", "payer_code", "fiscal_year"]
COLUMNS = [*KEYS, "receiver_level", "due_kgs", "paid_kgs", "state", "source_key"]


def published_due(connection: Connection) -> pd.DataFrame:
    """Rows of the public ``revenue_due`` table."""
    sales = rows(connection, mineral_sales)
    if sales.empty:
        return pd.DataFrame(columns=["due_id", *COLUMNS])
    due_rows = due_and_paid(sales, rows(connection, sharing_rule), rows(connection, flow))
    return due_rows.rename_axis("due_id").reset_index()


def due_and_paid(sales: pd.DataFrame, rules: pd.DataFrame, flows: pd.DataFrame) -> pd.DataFrame:
    """COLUMNS: per payer and year in whole (no receiver_level) and by level, and by level of all payers together.

    The last are compared with transfers, the others with payments.
    """
    dues = _dues(sales.rename(columns={"year": "fiscal_year"}), rules)
    payments = flows[(flows["stage"] == PAYMENT) & flows["stream_code"].isin(rules["stream_code"])]
    transfers = flows[(flows["stage"] == TRANSFER) & flows["stream_code"].isin(rules["stream_code"])]
    parts = [_of_payers(dues, payments), _by_level(dues, payments), _of_all(dues, transfers)]
    frame = pd.concat(parts, ignore_index=True).assign(source_key=sales["source_key"].iloc[0])
    return frame.assign(state=states(frame["due_kgs"], frame["paid_kgs"]))[COLUMNS]


def states(due: pd.Series, payments: pd.Series) -> np.ndarray:
    """``agrees``, ``less``, ``more``, or ``cannot_be_checked`` where an amount is not known."""
    is_unknown, close = due.isna() | payments.isna(), (payments - due).abs() <= TOLERANCE * due
    return np.select([is_unknown, close, payments < due], ["cannot_be_checked", "agrees", "less"], "more")


def _dues(sales: pd.DataFrame, rules: pd.DataFrame) -> pd.DataFrame:
    """Per payer, year and stream: whole (due in all), and the due of each level; empty where the rule cannot tell."""
    streams = pd.DataFrame({"stream_code": rules["stream_code"].unique()})
    about = sales.merge(streams, how="cross")
    rates = _rates(about.merge(_with_names(rules), on="stream_code"))
    whole = about.merge(rates, on=[*KEYS, "national_register"], how="left")
    whole = whole.assign(whole=whole["sales_kgs"] * whole["rate"])
    shares = rules.drop(columns=["rate", "source_key"])
    split = _in_force(whole.merge(shares, on=["stream_code", "national_register"]))
    shared = split[[*KEYS, "national_register", "receiver_level", "share"]]
    dues = whole.merge(shared, on=[*KEYS, "national_register"], how="left")
    return dues.assign(due=dues["whole"] * dues["share"])


def _with_names(rules: pd.DataFrame) -> pd.DataFrame:
    return rules.drop(columns="source_key").rename(columns={"national_register": "of_rule"})


def _rates(pairs: pd.DataFrame) -> pd.DataFrame:
    """The rate of each sale. Where the register is unknown it is known all the same if all rules have one rate."""
    in_force = _in_force(pairs)
    of_register = in_force[
        (in_force["of_rule"] == in_force["national_register"]) | (in_force["national_register"] == "unknown")
    ]
    rates = of_register.groupby([*KEYS, "national_register"])["rate"].agg(["first", "nunique"])
    return rates["first"].where(rates["nunique"] == 1).rename("rate").reset_index()


def _in_force(pairs: pd.DataFrame) -> pd.DataFrame:
    """Pairs of a year and a rule that held on every day of it."""
    first = pd.to_datetime(pairs["fiscal_year"].astype(str) + "-01-01")
    last = pd.to_datetime(pairs["fiscal_year"].astype(str) + "-12-31")
    return pairs[(pairs["valid_from"] <= first) & ~(pairs["valid_to"] < last)]


def _of_payers(dues: pd.DataFrame, payments: pd.DataFrame) -> pd.DataFrame:
    """All that a payer owed and paid in a year; who paid without known sales stands there too."""
    once = dues.drop_duplicates([*KEYS, "national_register"])
    due = once.groupby(KEYS)["whole"].agg(lambda parts: parts.sum(skipna=False)).rename("due_kgs")
    sums = payments.groupby(KEYS)["amount_kgs"].sum().rename("paid_kgs")
    return pd.concat([due, sums], axis=1).reset_index().assign(receiver_level=None)


def _by_level(dues: pd.DataFrame, payments: pd.DataFrame) -> pd.DataFrame:
    """The same by level. Payments through the republic's account do not tell what each level got of a payer."""
    keys = [*KEYS, "receiver_level"]
    due = dues.dropna(subset="receiver_level").groupby(keys)["due"].sum().rename("due_kgs")
    sums = payments.groupby(keys)["amount_kgs"].sum().rename("paid_kgs")
    return due.to_frame().join(sums).reset_index()


def _of_all(dues: pd.DataFrame, transfers: pd.DataFrame) -> pd.DataFrame:
    """By level of all payers, against what was passed on; one payer without a known share leaves the sum unknown."""
    keys = ["stream_code", "fiscal_year"]
    is_known = dues["due"].notna().groupby([dues[key] for key in keys]).all()
    due = dues.groupby([*keys, "receiver_level"])["due"].sum().rename("due_kgs").reset_index()
    due = due[pd.MultiIndex.from_frame(due[keys]).isin(is_known[is_known].index)].set_index([*keys, "receiver_level"])
    sums = transfers.groupby([*keys, "receiver_level"])["amount_kgs"].sum().rename("paid_kgs")
    return pd.concat([due, sums], axis=1).reset_index().assign(payer_code=None)
