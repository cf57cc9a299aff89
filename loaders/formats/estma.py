"""Payments of Canada's companies to governments: the workbook of all reports under its transparency act (ESTMA).

It tells the same payments twice: rows with a ``Payee`` by receiver, rows with a ``Project Name`` by project. Those by
payee are loaded; those by project are compared with them, and give the project where all of a kind of payment went to
one. Amounts are whole units of the currency of the report, which companies round to 10,000. They are the company's
figure alone, and direct payments also where a local body receives them.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

import pandas as pd

from data_access.vocabulary.stages import PAYMENT
from loaders.formats.areas import with_places
from loaders.formats.columns import expectations_met, present
from loaders.formats.countries import of_this_country
from loaders.formats.dates import NOT_A_DATE, read_dates
from loaders.formats.flows import TABLES, resolve, to_documented_columns
from loaders.formats.mapping import CODES, TEXT, Entries, Lookup, checked_mapping
from loaders.formats.tables import read_table
from loaders.gate.checks import LoadRefused
from loaders.gate.numbers import total, with_amounts
from loaders.gate.publisher_format import Format, Reading, SetAside
from loaders.gate.reference_codes import ReferenceCodes

NAMES = {
    "payer": "RE Legal Name",
    "period_start": "Period Start Date",
    "period_end": "Period End Date",
    "currency": "Currency",
    "country": "Country",
    "agency": "Payee",
    "project": "Project Name",
    "stream": "Payment Category",
    "amount_company": "Amount Reported",
    "note": "Note",
}
MAPPING = Entries(
    {"stream_alias": CODES, "receiver_level": CODES}, {**dict.fromkeys((*TABLES, "place"), CODES), "sheet": TEXT}
)
# The publisher names currencies and gives no codes.
CURRENCIES = {
    "US Dollar": "USD",
    "Canadian Dollar": "CAD",
    "Euro": "EUR",
    "British Pound": "GBP",
    "Australian Dollar": "AUD",
    "Chinese Yuan/Renminbi": "CNY",
    "Brazilian Real": "BRL",
}
REPUBLIC = "republic"
# What is one kind of payment in both tables.
KIND = ["payer", "period_start", "period_end", "currency", "stream"]
ROUNDING = 10_000
# A report's own note may fill a page; the store keeps 2,000 characters of ours.
LONGEST_NOTE = 1_000
NO_PLACE = "; whether its place is a district or an oblast is not told"
ONE_TABLE = "must have either a payee or a project: nobody can tell of which of the two tables it is"
ONE_YEAR = "the period lies in two calendar years, and nobody can tell how much is of which"


def read(content: bytes, file: str, mapping: Mapping[str, Any], _reference_codes: ReferenceCodes) -> Reading:
    """Payments of the Kyrgyz Republic by payee. Raises LoadRefused when there are none, or no such workbook."""
    checked_mapping(mapping, MAPPING, file)
    table = read_table(content, file, mapping.get("sheet"))
    present(table.frame, [*NAMES.values()], file)
    here = of_this_country(table.frame, NAMES["country"])
    if here.frame.empty:
        raise LoadRefused(file, "has no row of the Kyrgyz Republic", column=NAMES["country"])
    whole, errors = table.without_errors(NAMES.values(), [NAMES["amount_company"]])
    broken_cells = tuple(cell for cell in errors if cell.row in here.frame.index)
    readable, unreadable = with_amounts(here.frame[here.frame.index.isin(whole.index)], [NAMES["amount_company"]])
    rows, wrong = _with_codes(readable[[*NAMES.values()]].set_axis([*NAMES], axis=1))
    payments, differences = _by_payee(rows)
    resolved_rows = resolve(_with_notes(payments, mapping), mapping)
    set_aside = (*here.set_aside, *broken_cells, *unreadable, *wrong, *resolved_rows.set_aside)
    once = f"rows by project, the same money as by payee, were compared and not loaded: {len(rows) - len(payments)}"
    warnings = (
        *table.warnings,
        *here.warnings,
        once,
        *differences,
        *resolved_rows.warnings,
        *_unplaced(resolved_rows.frame),
    )
    return Reading(to_documented_columns(resolved_rows.frame, "estma"), set_aside, warnings)


def _with_codes(rows: pd.DataFrame) -> tuple[pd.DataFrame, tuple[SetAside, ...]]:
    """Rows with days and codes of currencies; those set aside that are of no year, no money or no table."""
    days = {name: read_dates(rows[name]).days for name in ("period_start", "period_end")}
    currency = Lookup(CURRENCIES).codes(rows["currency"])
    starts, ends = (day.str[:4].astype("str") for day in days.values())
    expectations = (
        ("amount_company", rows["amount_company"].notna(), "must not be empty"),
        ("period_start", starts.notna(), NOT_A_DATE),
        ("period_end", ends.notna(), NOT_A_DATE),
        ("period_end", (starts == ends) | starts.isna() | ends.isna(), ONE_YEAR),
        ("currency", currency.notna(), f"is none of {', '.join(CURRENCIES)}"),
        ("agency", rows["agency"].isna() != rows["project"].isna(), ONE_TABLE),
    )
    is_kept, wrong = expectations_met(rows, expectations, NAMES)
    return rows.assign(**days, currency=currency)[is_kept], wrong


def _by_payee(rows: pd.DataFrame) -> tuple[pd.DataFrame, list[str]]:
    """The payments by payee, each with the project that all of its kind went to, and where the two tables differ."""
    amounts = rows["amount_company"].map(Decimal)
    keys = [rows[name] for name in KIND]
    payments = rows[rows["agency"].notna()]
    sums = pd.DataFrame(
        {
            "by payee": amounts.where(rows["agency"].notna(), Decimal(0)).groupby(keys, sort=False).agg(total),
            "by project": amounts.where(rows["project"].notna(), Decimal(0)).groupby(keys, sort=False).agg(total),
            "payees": rows["agency"].groupby(keys, sort=False).count(),
            "projects": rows["project"].groupby(keys, sort=False).agg(lambda names: [*names.dropna().unique()]),
        }
    )
    is_told = sums["projects"].str.len() > 0
    is_equal = is_told & (sums["payees"] > 0) & ((sums["by payee"] - sums["by project"]).abs() <= ROUNDING)
    only = sums.loc[is_equal & (sums["projects"].str.len() == 1), "projects"].str[0]
    project = only.reindex(pd.MultiIndex.from_frame(payments[KIND])).to_numpy()
    return payments.assign(project=pd.Series(project, payments.index, dtype="str")), [
        *_difference_texts(sums[is_told & ~is_equal])
    ]


def _difference_texts(unlike: pd.DataFrame) -> Iterator[str]:
    for sums in unlike.reset_index().to_dict("records"):
        what = f"{sums['payer']}, {sums['period_start'][:4]}, {sums['stream']}"
        by_payee = f"{sums['by payee']:,} {sums['currency']}"
        yield f"{what}: by payee {by_payee}, which is loaded; by project {sums['by project']:,}"


def _with_notes(payments: pd.DataFrame, mapping: Mapping[str, Any]) -> pd.DataFrame:
    """What the store keeps beside the amount: the stage, the place that the mapping gives to a payee, and a note."""
    codes = Lookup(mapping.get("place", {})).codes(payments["agency"])
    notes = payments["note"].str.split().str.join(" ").str[:LONGEST_NOTE]
    note = "ESTMA: " + payments["stream"] + ", received by " + payments["agency"].str.strip()
    rows = with_places(payments, codes).assign(stage=PAYMENT, discrepancy_note=note + ("; " + notes).fillna(""))
    level = Lookup(mapping["receiver_level"]).codes(rows["agency"])
    is_nowhere = level.notna() & (level != REPUBLIC) & _is_nowhere(rows)
    return rows.assign(discrepancy_note=rows["discrepancy_note"].mask(is_nowhere, rows["discrepancy_note"] + NO_PLACE))


def _is_nowhere(rows: pd.DataFrame) -> pd.Series:
    return rows["district_code"].isna() & rows["oblast_code"].isna()


def _unplaced(rows: pd.DataFrame) -> list[str]:
    """Payees below the republic of which the mapping has no place."""
    names = rows.loc[_is_nowhere(rows) & (rows["receiver_level"] != REPUBLIC), "agency"].unique()
    return [f"loaded without a place, as {name!r} is not in [place] of the mapping" for name in names]


HEADER = (NAMES["payer"], NAMES["stream"], NAMES["amount_company"])
ESTMA = Format("estma", "revenue", read, (".xlsx", ".csv"), header=HEADER)
