"""KoboToolbox and ODK exports of measurements. Needs a mapping; who measured is dropped first."""

from collections.abc import Mapping
from typing import Any
from zoneinfo import ZoneInfo

import pandas as pd
from sqlalchemy import select

from loaders.formats.columns import codes_for_words, without_words
from loaders.formats.coordinates import outside_warnings
from loaders.formats.dates import read_dates
from loaders.formats.kobo import ENTRIES, codes_of_ticks, read_export
from loaders.formats.mapping import CODES, DATE_ORDER, DECIMAL, TEXT, Entries, NamedEntries, checked_mapping
from loaders.formats.measures import Quantity, long
from loaders.formats.moments import zone_of
from loaders.formats.slips import slip_warnings
from loaders.formats.units import unit_of
from loaders.gate.publisher_format import Format, Reading, SetAside
from loaders.gate.reference_codes import ReferenceCodes
from loaders.store.monitoring import station

MEASURE = Entries({"column": TEXT, "unit": TEXT}, {"detection_limit": TEXT})
MAPPING = Entries(
    {"station": TEXT, "date": TEXT, "measures": NamedEntries(MEASURE)},
    {
        **{"stations": CODES, "date_order": DATE_ORDER, "geopoint": TEXT, "flags": CODES, "averaging": TEXT},
        **{"collected_by": TEXT, "decimal": DECIMAL, **ENTRIES},
    },
)


def read(content: bytes, file: str, mapping: Mapping[str, Any], reference_codes: ReferenceCodes) -> Reading:
    """Rows of readings.csv. Raises LoadRefused when a column may be about a person or the mapping lacks something."""
    checked_mapping(mapping, MAPPING, file)
    measures = [
        Quantity(entry["column"], code, unit_of(entry["unit"]) or entry["unit"], entry.get("detection_limit"))
        for code, entry in mapping["measures"].items()
    ]
    station_column, date_column = mapping["station"], mapping["date"]
    flags = mapping.get("flags", {})
    # A geopoint of an export has its parts in columns of their own.
    point = (
        [f"{_prefixed(mapping['geopoint'])}_{part}" for part in ("latitude", "longitude")]
        if "geopoint" in mapping
        else []
    )
    columns = [station_column, date_column, *point, *(measure.column for measure in measures)]
    export = read_export(content, file, mapping, columns, [*flags])
    table = export.approved_records
    shared, set_aside = _shared(table, mapping, reference_codes, zone_of(mapping, file))
    frame, wrong = long(table, shared, measures, mapping.get("decimal"))
    warnings = [
        *export.warnings,
        *slip_warnings(frame, reference_codes),
        *_outside(table, shared, point, reference_codes),
    ]
    return Reading(frame, (*export.set_aside, *set_aside, *wrong), tuple(warnings))


def _shared(
    table: pd.DataFrame, mapping: Mapping[str, Any], reference_codes: ReferenceCodes, zone: ZoneInfo | None
) -> tuple[pd.DataFrame, list[SetAside]]:
    names = {code: code for code in reference_codes.codes(station.c.station_id)} | mapping.get("stations", {})
    stations, set_aside = codes_for_words(table[mapping["station"]], names, mapping["station"])
    dates = read_dates(table[mapping["date"]], mapping.get("date_order"), zone=zone)
    missing = dict.fromkeys(table.index[table[mapping["date"]].isna()], "is empty")
    problems = dates.problems.to_dict() | missing
    set_aside += [SetAside(row, mapping["date"], None, reason) for row, reason in problems.items()]
    flags = codes_of_ticks(table, mapping["flags"]) if "flags" in mapping else pd.Series(None, table.index, dtype="str")
    shared = pd.DataFrame({"station_id": stations, "sampled_on": dates.days}).dropna()
    return shared.assign(
        averaging=mapping.get("averaging", "single"),
        collected_by=mapping.get("collected_by", "community"),
        # Of several boxes the first of the mapping counts.
        qa_flag=flags.str.replace(";.*", "", regex=True).fillna("ok"),
    ), without_words(set_aside)


def _outside(table: pd.DataFrame, shared: pd.DataFrame, point: list[str], reference_codes: ReferenceCodes) -> list[str]:
    if not point:
        return []
    stations = reference_codes.frame(select(station.c.station_id, station.c.district_code)).set_index("station_id")
    points = table.loc[shared.index, point]
    return outside_warnings(
        points.assign(district=shared["station_id"].map(stations["district_code"])), reference_codes
    )


def _prefixed(column: str) -> str:
    """``group/place`` -> ``group/_place``."""
    group, _, name = column.rpartition("/")
    return f"{group}/_{name}" if group else f"_{name}"


KOBO_READINGS = Format("kobo_readings", "readings", read, (".csv", ".xlsx"))
