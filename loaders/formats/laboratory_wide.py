"""Laboratory tables: one row per sample, one column per analyte, the unit in the header. Needs a mapping."""

from collections.abc import Mapping
from typing import Any
from zoneinfo import ZoneInfo

import pandas as pd
from sqlalchemy import select

from loaders.formats.columns import codes_for_words, count_of, present
from loaders.formats.coordinates import outside_warnings
from loaders.formats.dates import EPOCHS, read_dates
from loaders.formats.mapping import (
    CODE_OR_COLUMN,
    CODES,
    DATE_ORDER,
    DECIMAL,
    NUMBER,
    TEXT,
    TEXTS,
    WHOLE,
    Entries,
    NamedEntries,
    OneOf,
    checked_mapping,
)
from loaders.formats.measures import Quantity, constant_or_column, long
from loaders.formats.moments import zone_of
from loaders.formats.slips import slip_warnings
from loaders.formats.tables import Table, read_table
from loaders.formats.units import analyte_and_unit, unit_of
from loaders.gate.checks import LoadRefused
from loaders.gate.publisher_format import Format, Reading, SetAside
from loaders.gate.reference_codes import ReferenceCodes
from loaders.gate.spelling import same_letters
from loaders.store.monitoring import station

ANALYTE = Entries({}, {"names": TEXTS, "unit": TEXT, "detection_limit": (TEXT, NUMBER)})
MAPPING = Entries(
    {"station": TEXT, "date": TEXT, "analytes": NamedEntries(ANALYTE)},
    {
        **{"date_order": DATE_ORDER, "date_serials": OneOf(tuple(EPOCHS)), "stations": CODES, "averaging": TEXT},
        **{"collected_by": CODE_OR_COLUMN, "qa_flag": CODE_OR_COLUMN, "latitude": TEXT, "longitude": TEXT},
        **{"ignore": TEXTS, "sheet": TEXT, "header_row": WHOLE, "zone": TEXT, "decimal": DECIMAL},
    },
)


def read(content: bytes, file: str, mapping: Mapping[str, Any], reference_codes: ReferenceCodes) -> Reading:
    """Rows of readings.csv. Raises LoadRefused for a mapping or a file that lacks what is needed."""
    checked_mapping(mapping, MAPPING, file)
    table = read_table(content, file, mapping.get("sheet"), mapping.get("header_row"))
    station_column, date_column = mapping["station"], mapping["date"]
    present(table.frame, [station_column, date_column], file)
    quantities, other_columns = _quantities(table.frame, mapping, file)
    clean, set_aside = table.without_errors([station_column, date_column])
    shared, more = _shared(clean, mapping, reference_codes, zone_of(mapping, file))
    frame, wrong = long(_undivided_left_out(table, quantities), shared, quantities, mapping.get("decimal"))
    warnings = [
        *table.warnings,
        *slip_warnings(frame, reference_codes),
        *_places(clean, shared, mapping, reference_codes),
    ]
    if other_columns:
        warnings.append(count_of("columns that the mapping does not name were not read", other_columns))
    return Reading(frame, (*set_aside, *more, *wrong, *_cell_errors(table, quantities)), tuple(warnings))


def _quantities(table: pd.DataFrame, mapping: Mapping[str, Any], file: str) -> tuple[list[Quantity], list[str]]:
    """Columns whose header names an analyte of the mapping, and columns that it does not name at all.

    Raises LoadRefused when an analyte of the mapping is in no header: it would be absent, and nobody would know.
    """
    by_name = {_plain(name): (code, entry) for code, entry in mapping["analytes"].items()
               for name in entry.get("names", [code])}  # fmt: skip
    about = {mapping.get(entry) for entry in ("station", "date", "latitude", "longitude")} | set(
        mapping.get("ignore", ())
    )
    quantities, other_columns = [], []
    for column in map(str, table):
        name, unit = analyte_and_unit(column)
        analyte = by_name.get(_plain(column)) or by_name.get(_plain(name))
        if analyte:
            quantities.append(_quantity(column, analyte[0], unit, analyte[1], file))
        elif column not in about:
            other_columns.append(column)
    _require_all(mapping["analytes"], quantities, table, file)
    return quantities, other_columns


def _plain(name: str) -> str:
    """A name as it is looked up; ``Аs`` with a Cyrillic letter is ``as``."""
    return same_letters(name.casefold())


def _require_all(analytes: Mapping[str, Any], quantities: list[Quantity], table: pd.DataFrame, file: str) -> None:
    absent = [code for code in analytes if code not in {quantity.indicator for quantity in quantities}]
    if absent:
        names = ", ".join(name for code in absent for name in analytes[code].get("names", [code]))
        there = ", ".join(map(str, table))
        reason = f"no column is an analyte of the mapping that is called {names}; there are {there}"
        raise LoadRefused(file, f"{reason}. Mend its names, or take it out of the mapping", column=", ".join(absent))


def _quantity(column: str, code: str, unit: str | None, entry: Mapping[str, Any], file: str) -> Quantity:
    unit = unit or unit_of(entry.get("unit", ""))
    if unit is None:
        raise LoadRefused(file, "neither header nor mapping says the unit", column=column)
    limit = entry.get("detection_limit")
    return Quantity(column, code, unit, None if limit is None else str(limit))


def _shared(
    table: pd.DataFrame, mapping: Mapping[str, Any], reference_codes: ReferenceCodes, zone: ZoneInfo | None
) -> tuple[pd.DataFrame, list[SetAside]]:
    """Station, day, averaging, collector and flag of the samples that can be placed and dated."""
    station_column, date_column = mapping["station"], mapping["date"]
    names = {code: code for code in reference_codes.codes(station.c.station_id)} | mapping.get("stations", {})
    stations, set_aside = codes_for_words(table[station_column], names, station_column)
    dates = read_dates(table[date_column], mapping.get("date_order"), mapping.get("date_serials"), zone)
    problems = dates.problems.to_dict() | dict.fromkeys(table.index[table[date_column].isna()], "is empty")
    set_aside += [SetAside(row, date_column, table[date_column].get(row), why) for row, why in problems.items()]
    shared = pd.DataFrame({"station_id": stations, "sampled_on": dates.days}).dropna()
    return shared.assign(
        averaging=mapping.get("averaging", "single"),
        collected_by=constant_or_column(table, mapping.get("collected_by", "laboratory")),
        qa_flag=constant_or_column(table, mapping.get("qa_flag", "ok")),
    ), set_aside


def _places(
    table: pd.DataFrame, shared: pd.DataFrame, mapping: Mapping[str, Any], reference_codes: ReferenceCodes
) -> list[str]:
    if "latitude" not in mapping or "longitude" not in mapping:
        return []
    stations = reference_codes.frame(select(station.c.station_id, station.c.district_code)).set_index("station_id")
    points = table.loc[shared.index, [mapping["latitude"], mapping["longitude"]]]
    return outside_warnings(
        points.assign(district=shared["station_id"].map(stations["district_code"])), reference_codes
    )


def _cell_errors(table: Table, quantities: list[Quantity]) -> list[SetAside]:
    columns = [quantity.column for quantity in quantities]
    return [error for error in (*table.errors, *table.merged_rows) if error.column in columns]


def _undivided_left_out(table: Table, quantities: list[Quantity]) -> pd.DataFrame:
    """The samples without results that one merged cell shows for several of them: it would be measured in each."""
    frame, columns = table.frame.copy(), {quantity.column for quantity in quantities}
    for cell in table.merged_rows:
        if cell.column in columns and cell.row in frame.index:
            frame.loc[cell.row, cell.column] = None
    return frame


LABORATORY_WIDE = Format("laboratory_wide", "readings", read, (".csv", ".txt", ".xlsx"))
