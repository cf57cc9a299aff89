"""Deadlines of grievances: the days until which each must be acknowledged and resolved.

They are derived when grievances, rules or holidays are loaded or taken back, for all grievances and in the same
transaction. So the stored days are right at every moment, and a publication need not write to the private store.

The count begins on the day after receipt. Working days are Monday to Friday without holidays; a calendar that ends
before a deadline leaves it empty, because a day counted without the holidays would come too early. No rule that held
on the day of receipt: no deadline, which is not the same as being in time.
"""

import numpy as np
import pandas as pd
from sqlalchemy import Connection, bindparam, update

from data_access.vocabulary.fields.grievances import SEVERITIES
from loaders.store.frames import rows
from loaders.store.grievances import grievance, holiday, sla_rule

# Derived column -> column of the rule with its number of days.
DUE = {"acknowledge_due_on": "ack_days", "resolve_due_on": "resolve_days"}


def derive(connection: Connection) -> None:
    """Bring the deadlines of all grievances up to date."""
    cases = rows(connection, grievance).set_index("grievance_key")
    due = deadlines(cases, rows(connection, sla_rule), rows(connection, holiday)["day"])
    earlier = cases[[*DUE]].apply(pd.to_datetime)
    changed_rows = due[(due.ne(earlier) & ~(due.isna() & earlier.isna())).any(axis=1)]
    days = {name: values.dt.date.astype(object).where(values.notna(), None) for name, values in changed_rows.items()}
    if len(changed_rows):
        query = update(grievance).where(grievance.c.grievance_key == bindparam("key"))
        connection.execute(query, pd.DataFrame(days).rename_axis("key").reset_index().to_dict("records"))


def deadlines(cases: pd.DataFrame, rules: pd.DataFrame, holidays: pd.Series) -> pd.DataFrame:
    """The columns of ``DUE`` for each case.

    ``cases`` have received_on, responsible_body and is_sensitive, ``rules`` the columns of ``sla_rule``.
    """
    rule = _rule_of(cases, rules)
    is_working = rule["day_type"] == "working"
    return pd.DataFrame(
        {due: due_on(cases["received_on"], rule[days], is_working, holidays) for due, days in DUE.items()}
    )


def due_on(receipt_days: pd.Series, days: pd.Series, is_working: pd.Series, holidays: pd.Series) -> pd.Series:
    """The last day in time: ``days`` calendar or working days after receipt; missing where it cannot be told."""
    days = pd.to_numeric(days)
    calendar = receipt_days + pd.to_timedelta(days, unit="D")
    working = pd.Series(pd.NaT, index=receipt_days.index, dtype="datetime64[ns]")
    in_working_days = days.notna() & is_working
    # Received on a day off, the count begins on the next working day: backward to the last one, then on.
    working[in_working_days] = np.busday_offset(
        receipt_days[in_working_days].to_numpy("datetime64[D]"),
        days[in_working_days].to_numpy(int),
        roll="backward",
        holidays=holidays.to_numpy("datetime64[D]"),
    )
    is_known = (receipt_days.dt.year >= holidays.min().year) & (working.dt.year <= holidays.max().year)
    return calendar.where(~is_working, working.where(is_known))


def _rule_of(cases: pd.DataFrame, rules: pd.DataFrame) -> pd.DataFrame:
    """The rule that held on the day of receipt, for each case: one for its severity first, then the newest one."""
    about = pd.DataFrame(
        {
            "case": np.arange(len(cases)),
            "received_on": cases["received_on"].to_numpy(),
            "body_type": cases["responsible_body"].to_numpy(),
            "of_case": cases["is_sensitive"].map(SEVERITIES).to_numpy(),
        }
    )
    pairs = about.merge(rules, on="body_type")
    has_begun, has_ended = pairs["valid_from"] <= pairs["received_on"], pairs["valid_to"] < pairs["received_on"]
    is_of_severity = pairs["severity"].isna() | (pairs["severity"] == pairs["of_case"])
    in_force = pairs[has_begun & ~has_ended & is_of_severity].assign(is_general=lambda frame: frame["severity"].isna())
    best = in_force.sort_values(["is_general", "valid_from"], ascending=[True, False], kind="stable")
    return best.drop_duplicates("case").set_index("case").reindex(about["case"]).set_axis(cases.index)
