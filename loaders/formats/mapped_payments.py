"""Tables of payments whose columns a mapping names: reconciliation reports, sub-national series, companies' reports.

The mapping has ``[columns]`` (ours = the file's) and ``[constants]`` for what the file does not say in a column;
``sheet``, ``header_row``, ``unit`` (1000 where the table is in thousands) and ``decimal`` if need be; and the tables
``[stream_alias]``, ``[receiver_level]``, ``[payer]``, ``[site]`` and ``[place]`` that turn names into codes. Where it
says the ``country``, only rows of the Kyrgyz Republic are payments.

Where a workbook has several sheets, a sheet several columns of amounts, or a folder files of several layouts, each of
them has a ``[[table]]`` of its own with ``columns`` and the rest, and ``file`` for the names of files that it is for
(``*2019*``). The tables of names stand outside of them, once for all.
"""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from fnmatch import fnmatch
from typing import Any

import pandas as pd

from loaders.formats.areas import levels, with_places
from loaders.formats.countries import of_this_country
from loaders.formats.eiti_about import label
from loaders.formats.eiti_unit import require_unit
from loaders.formats.flows import TABLES
from loaders.formats.mapping import CODES, DECIMAL, NUMBER, TEXT, TEXTS, WHOLE, Entries, ListOf, Lookup, checked_mapping
from loaders.formats.tables import Grid, Table, grids, table_of
from loaders.formats.totals import AMOUNTS, by_row, disagreements, without_totals
from loaders.gate.checks import LoadRefused
from loaders.gate.numbers import parse_amounts, with_amounts
from loaders.gate.publisher_format import Reading, SetAside

FIELDS = (
    *(*AMOUNTS, "year", "stream", "agency", "payer", "project", "place", "currency", "discrepancy_note", "stage"),
    "country",
)
COLUMNS = {"columns": Entries({}, dict.fromkeys(FIELDS, (TEXT, TEXTS)))}
LAYOUT = {
    "constants": Entries({}, dict.fromkeys(FIELDS, (TEXT, NUMBER))),
    **{"sheet": TEXT, "header_row": WHOLE, "unit": NUMBER, "decimal": DECIMAL},
}
NEEDED_NAMES = {"stream_alias": CODES, "receiver_level": CODES}
NAMES = dict.fromkeys((*TABLES, "place"), CODES)
MAPPING = Entries({**COLUMNS, **NEEDED_NAMES}, {**NAMES, **LAYOUT})
OF_TABLES = Entries({"table": ListOf(Entries(COLUMNS, {**LAYOUT, "file": TEXT})), **NEEDED_NAMES}, NAMES)


def tables_of(mapping: Mapping[str, Any], file: str) -> list[Mapping[str, Any]]:
    """The mapping of each table that is read of a file. Raises LoadRefused where there is none, or one is malformed."""
    if "table" not in mapping:
        checked_mapping(mapping, MAPPING, file)
        return [mapping]
    checked_mapping(mapping, OF_TABLES, file)
    tables = [one for one in mapping["table"] if fnmatch(file.casefold(), one.get("file", "*").casefold())]
    if not tables:
        patterns = ", ".join(one["file"] for one in mapping["table"])
        raise LoadRefused(
            file, f"no [[table]] of the mapping is for a file of this name; they are for {patterns or '-'}"
        )
    return [{**mapping, **one} for one in tables]


def read_payments(content: bytes, file: str, mapping: Mapping[str, Any]) -> list[Reading]:
    """Of each table a row per payment with the columns of FIELDS, amounts as plain numbers, its period and district.

    Footnotes are warnings, printed totals are compared and left out. Raises LoadRefused when the mapping does not fit.
    """
    tables, sheets = tables_of(mapping, file), grids(content, file)
    readings = [_read_table(sheets, file, table) for table in tables]
    return readings if len(tables) == 1 else [_of_table(one, number) for number, one in enumerate(readings, start=1)]


def _of_table(reading: Reading, number: int) -> Reading:
    """What is remarked on says in which table it stands, since each sheet counts its rows anew."""
    set_aside = tuple(replace(one, reason=f"table {number}: {one.reason}") for one in reading.set_aside)
    return Reading(reading.frame, set_aside, tuple(f"table {number}: {text}" for text in reading.warnings))


def _read_table(sheets: list[Grid], file: str, mapping: Mapping[str, Any]) -> Reading:
    table = table_of(sheets, file, mapping.get("sheet"), mapping.get("header_row"))
    columns = _columns(mapping["columns"], table, file)
    amounts = [name for side in AMOUNTS for name in columns.get(side, ())]
    require_unit(mapping, (*table.title, *amounts), file)
    frame, broken_cells = table.without_errors([name for names in columns.values() for name in names], amounts)
    rows, notes = _without_footnotes(_choose_sheets(frame, columns, mapping.get("constants", {}), file))
    rows, totals = without_totals(rows, columns, mapping)
    numbered, unreadable = _with_numbers(rows, mapping)
    says_country = "country" in {*columns, *mapping.get("constants", {})}
    here = of_this_country(numbered, "country") if says_country else Reading(numbered)
    rows, unplaced = _with_period(*_with_place(here.frame, mapping.get("place", {})))
    warnings = (*totals.warnings, *disagreements(numbered, totals.frame, mapping), *here.warnings)
    set_aside = broken_cells + totals.set_aside + unreadable + here.set_aside + unplaced
    return Reading(rows, set_aside, (*table.warnings, *notes, *warnings))


def _columns(names_by_field: Mapping[str, str | list[str]], table: Table, file: str) -> dict[str, list[str]]:
    """The file's columns of each field, as its header writes them."""
    header = {label(name): name for name in table.frame.columns}
    columns_by_field: dict[str, list[str]] = {}
    for field, names in names_by_field.items():
        for name in [names] if isinstance(names, str) else names:
            if label(name) not in header:
                raise LoadRefused(file, f"the column is missing; there are {', '.join(header.values())}", column=name)
            columns_by_field.setdefault(field, []).append(header[label(name)])
    return columns_by_field


def _choose_sheets(
    frame: pd.DataFrame, columns: dict[str, list[str]], constants: Mapping[str, str], file: str
) -> pd.DataFrame:
    """The fields of each row; several columns of one field, such as state and county, are joined by commas."""
    fields = {field: _join(frame[names], ", ") for field, names in columns.items()}
    fields |= {field: pd.Series(str(value), frame.index) for field, value in constants.items()}
    return pd.DataFrame(fields, index=frame.index).reindex(columns=list(FIELDS)).astype("str")


def _join(cells: pd.DataFrame, separator: str) -> pd.Series:
    """The filled cells of each row as one text."""
    texts = [separator.join(cell.strip() for cell in row if pd.notna(cell)) or None for row in cells.to_numpy()]
    return pd.Series(texts, cells.index, dtype="str")


def _without_footnotes(rows: pd.DataFrame) -> tuple[pd.DataFrame, list[str]]:
    """Rows with one cell of their own and no amount explain others."""
    own = rows.loc[:, rows.nunique(dropna=False) > 1]
    notes = (own.notna().sum(axis=1) <= 1) & rows[list(AMOUNTS)].isna().all(axis=1)
    texts = _join(own[notes], " ")
    return rows[~notes], [f"row {row} is read as a footnote: {text}" for row, text in texts.items()]


def _with_numbers(rows: pd.DataFrame, mapping: Mapping[str, Any]) -> tuple[pd.DataFrame, tuple[SetAside, ...]]:
    """Amounts in units, and in the note which side was asked but said nothing."""
    is_silent = {name: parse_amounts(rows[name], mapping.get("decimal"))["state"] == "not_reported" for name in AMOUNTS}
    silent = {name: "did not report: " + rows[name].where(is_silent[name]) + f" ({name[7:]})" for name in AMOUNTS}
    notes = pd.DataFrame({"note": rows["discrepancy_note"], **silent})
    rows = rows.assign(discrepancy_note=_join(notes, "; "))
    rows, unreadable = with_amounts(rows, AMOUNTS, mapping.get("decimal"))
    unit = Decimal(str(mapping.get("unit", 1)))
    for name in AMOUNTS:
        rows = rows.assign(**{name: rows[name].map(lambda amount: format(Decimal(amount) * unit, "f"), "ignore")})
    empty = rows[list(AMOUNTS)].isna().all(axis=1)
    nothing = tuple(SetAside(row, None, None, "neither side reported an amount") for row in rows.index[empty])
    return rows[~empty], unreadable + nothing


def _with_place(rows: pd.DataFrame, places: Mapping[str, str]) -> tuple[pd.DataFrame, tuple[SetAside, ...]]:
    """District (eight digits), oblast (five) or country (417), by the mapping only: a name alone may be another's."""
    codes = Lookup(places).codes(rows["place"])
    kind = levels(codes).mask(rows["place"].isna(), "country")
    strange_rows = rows[rows["place"].notna() & kind.isna()]
    set_aside = tuple(
        SetAside(row, "place", place, "is not in [place] of the mapping")
        for row, place in by_row(strange_rows["place"])
    )
    rows_with_place = with_places(rows, codes).assign(agency=rows["agency"].fillna(kind))
    return rows_with_place.drop(index=strange_rows.index), set_aside


def _with_period(rows: pd.DataFrame, before: tuple[SetAside, ...]) -> tuple[pd.DataFrame, tuple[SetAside, ...]]:
    """The calendar year that the publisher's year is named after."""
    good = rows["year"].str.fullmatch(r"\d{4}").fillna(False).astype(bool)
    reason = "is not a year of four digits"
    set_aside = tuple(SetAside(row, "year", year, reason) for row, year in by_row(rows.loc[~good, "year"]))
    year = rows["year"]
    return rows.assign(period_start=year + "-01-01", period_end=year + "-12-31")[good], before + set_aside
