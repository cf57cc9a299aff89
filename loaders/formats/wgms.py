"""Annual mass balance of glaciers, as the World Glacier Monitoring Service publishes it. Needs a mapping.

A glacier is a station: several lie in one district, and a mean of them would be a glacier that nobody measured. Its
annual balance is a mean over its surface in millimetres of water equivalent, of the balance year that ends in the year
stated; here that is 30 September, when the melting ends. Winter and summer balances are parts of it and are not read.
"""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from loaders.formats.columns import expectations_met, present
from loaders.formats.countries import of_this_country
from loaders.formats.eiti_about import label
from loaders.formats.mapping import CODES, TEXT, Entries, checked_mapping
from loaders.formats.measures import COLUMNS
from loaders.formats.tables import Table, read_table
from loaders.gate.checks import LoadRefused
from loaders.gate.numbers import REASONS, parse_amounts
from loaders.gate.publisher_format import Format, Reading
from loaders.gate.reference_codes import ReferenceCodes

INDICATOR, UNIT = "glacier_balance", "mm w.e."
# Names of the publisher, and of tables compiled from its files; without one of the last a file is of this country.
NAMES = {
    "year": ("YEAR",),
    "glacier": ("WGMS_ID",),
    "balance": ("ANNUAL_BALANCE", "annual_balance_mm_we"),
    "country": ("POLITICAL_UNIT",),
}
OPTIONAL = ("country",)
MAPPING = Entries({"stations": CODES, "collected_by": TEXT}, {})
YEAR_END = "-09-30"
# No glacier of a file is so well balanced in all of its years that none reaches this many millimetres.
LEAST_MM = 10
TWICE = "the glacier has two balances for this year, perhaps of bands of height: nobody can tell which is the whole"
METRES = "has no annual balance of 10 or more: it seems to be in metres, and is read as millimetres of water equivalent"


def read(content: bytes, file: str, mapping: Mapping[str, Any], _reference_codes: ReferenceCodes) -> Reading:
    """Rows of readings.csv with the averaging ``year``. Raises LoadRefused where columns or unit are not clear."""
    checked_mapping(mapping, MAPPING, file)
    table = read_table(content, file)
    columns_by_name = _columns_by_name(table, file)
    frame, broken_cells = table.without_errors([*columns_by_name.values()])
    here = of_this_country(frame, columns_by_name["country"]) if "country" in columns_by_name else Reading(frame)
    rows_with_balance, not_measured = _with_balance(
        here.frame[[*columns_by_name.values()]].set_axis([*columns_by_name], axis=1)
    )
    is_kept, wrong = expectations_met(
        rows_with_balance, _expectations(rows_with_balance, mapping["stations"]), columns_by_name
    )
    balances = rows_with_balance.loc[is_kept, "amount"].astype(float)
    if len(balances) and (balances.abs() < LEAST_MM).all():
        raise LoadRefused(file, METRES, column=columns_by_name["balance"])
    readings = rows_with_balance[is_kept].assign(
        station_id=rows_with_balance["glacier"].map(mapping["stations"]),
        indicator_code=INDICATOR,
        sampled_on=rows_with_balance["year"] + YEAR_END,
        averaging="year",
        value=rows_with_balance["amount"],
        unit=UNIT,
        collected_by=mapping["collected_by"],
        qa_flag="ok",
    )
    warnings = (f"years without an annual balance: {not_measured:,}",) if not_measured else ()
    set_aside = (*broken_cells, *here.set_aside, *wrong)
    return Reading(readings[COLUMNS].astype("str"), set_aside, (*table.warnings, *here.warnings, *warnings))


def _columns_by_name(table: Table, file: str) -> dict[str, str]:
    """The file's column of each of ours."""
    there = {label(name): str(name) for name in table.frame}
    columns_by_name = {ours: next((there[label(name)] for name in names if label(name) in there), None)
             for ours, names in NAMES.items()}  # fmt: skip
    present(
        table.frame,
        [NAMES[ours][0] for ours, name in columns_by_name.items() if name is None and ours not in OPTIONAL],
        file,
    )
    return {ours: name for ours, name in columns_by_name.items() if name is not None}


def _with_balance(rows: pd.DataFrame) -> tuple[pd.DataFrame, int]:
    """The rows with a balance, read into ``amount`` and ``state``, and the number of the others."""
    rows = rows.assign(glacier=rows["glacier"].str.strip(), year=rows["year"].str.strip())
    read_amounts = parse_amounts(rows["balance"], ".")
    is_measured = read_amounts["state"] != "missing"
    return rows.join(read_amounts)[is_measured], int((~is_measured).sum())


def _expectations(rows: pd.DataFrame, stations: Mapping[str, str]) -> list[tuple[str, pd.Series, str]]:
    return [
        ("glacier", rows["glacier"].isin(stations), "is not in the mapping's stations"),
        ("year", rows["year"].str.fullmatch(r"\d{4}"), "is not a year of four digits"),
        *(("balance", rows["state"] != state, reason) for state, reason in REASONS.items()),
        ("balance", rows["state"] != "not_reported", "is not a number"),
        ("year", ~rows.duplicated(["glacier", "year"], keep=False), TWICE),
    ]


WGMS = Format("wgms", "readings", read, (".csv", ".xlsx"), header=(NAMES["glacier"][0], NAMES["balance"][0]))
