"""UCDP Georeferenced Event Dataset, as CSV, GeoJSON or pages of its API: events with deaths.

Headlines and actors are not kept.
"""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from loaders.datasets.boundaries import feature_list
from loaders.formats.columns import present
from loaders.formats.coordinates import outside_warnings
from loaders.formats.dates import read_dates
from loaders.formats.events import codes, elsewhere, first_day, incident_rows, locate, place_warnings, rows_without_day
from loaders.formats.mapping import NO_ENTRIES, checked_mapping
from loaders.formats.tables import Table, read_table
from loaders.gate.checks import LoadRefused
from loaders.gate.gazetteer import Gazetteer
from loaders.gate.json_text import read_json
from loaders.gate.publisher_format import Format, Reading
from loaders.gate.reference_codes import ReferenceCodes

NEEDED_COLUMNS = (
    "id",
    "date_start",
    "date_prec",
    "type_of_violence",
    "country",
    "adm_1",
    "adm_2",
    "where_prec",
    "low",
    "high",
)
CATEGORIES = {"1": "armed_clash", "2": "armed_clash", "3": "attack_on_civilians"}
# 1 exact, 2 within two to six days, 3 the week, 4 the month, 5 longer than a month.
DATE_PRECISION = {"1": "day", "2": "week", "3": "week", "4": "month", "5": "year"}
# 1 the place, 2 within 25 km, 3 the second-order unit, 4 the first-order unit, 5 a line or area, 6 the country.
GEO_PRECISION = {"1": 1, "2": 2, "3": 3}
NOWHERE = ("6", "7")
RESULT = "Result"
DEATHS = 5


def read(content: bytes, file: str, mapping: Mapping[str, Any], reference_codes: ReferenceCodes) -> Reading:
    """Rows of incidents.csv. Raises LoadRefused when a column is missing."""
    checked_mapping(mapping, NO_ENTRIES, file)
    table = _table(content, file)
    present(table.frame, NEEDED_COLUMNS, file)
    dates = read_dates(table.frame["date_start"])
    set_aside = [*table.errors, *elsewhere(table.frame, "country"), *rows_without_day(table.frame, "date_start", dates)]
    frame = table.frame.drop(index=[item.row for item in set_aside if item.row], errors="ignore")
    places = _places(frame, reference_codes)
    rows = incident_rows(_rows(frame, dates.days).join(places))
    return Reading(
        rows, tuple(set_aside), (*table.warnings, *place_warnings(places), *_outside(frame, places, reference_codes))
    )


def _table(content: bytes, file: str) -> Table:
    """The events of a JSON file, numbered from 1, or the rows of a table."""
    if not content.lstrip(b"\xef\xbb\xbf \r\n\t").startswith((b"{", b"[")):
        return read_table(content, file)
    pages = read_json(content, file)
    try:
        rows = [{name: _text(value) for name, value in event.items()} for event in _events(pages, file)]
    except (KeyError, AttributeError) as error:
        raise LoadRefused(
            file, "has a feature without properties, or another entry that is no event; export it again"
        ) from error
    if not rows:
        raise LoadRefused(file, "has no events")
    return Table(file, pd.DataFrame(rows, index=range(1, len(rows) + 1), dtype="str"), warnings=_one_of_pages(pages))


def _events(content: Any, file: str) -> list[Mapping[str, Any]]:
    """What the API answers, all of it or a list of its events, or the properties of GeoJSON."""
    events = content.get(RESULT) if isinstance(content, dict) else content
    return events if isinstance(events, list) else [feature["properties"] for feature in feature_list(content, file)]


def _one_of_pages(content: Any) -> tuple[str, ...]:
    pages = content.get("TotalPages", 1) if isinstance(content, dict) else 1
    if pages == 1:
        return ()
    return (f"is one page of the {pages} of the API: load the folder with all of them, or ask for CSV",)


def _rows(frame: pd.DataFrame, days: pd.Series) -> pd.DataFrame:
    precision = frame["date_prec"].map(DATE_PRECISION).fillna("year")
    return pd.DataFrame(
        {
            "incident_id": "GED-" + frame["id"],
            "date": [first_day(*pair) for pair in zip(days[frame.index], precision, strict=True)],
            "date_precision": precision,
            "category": frame["type_of_violence"].map(CATEGORIES).fillna("armed_clash"),
            "severity_1_5": DEATHS,
            "fatalities_min": frame["low"],
            "fatalities_max": frame["high"],
            "source": "UCDP GED",
        },
        index=frame.index,
    )


def _places(frame: pd.DataFrame, reference_codes: ReferenceCodes) -> pd.DataFrame:
    gazetteer = Gazetteer(reference_codes)
    names = frame[["adm_1", "adm_2", "where_prec"]].itertuples(index=False)
    matches = [
        None if precision in NOWHERE else locate(gazetteer, outer, inner if precision in GEO_PRECISION else None)
        for outer, inner, precision in names
    ]
    places = codes(matches, frame.index)
    precision = frame["where_prec"].map(GEO_PRECISION).fillna(4).astype(int)
    return places.assign(geo_precision=precision.where(places["district_code"].notna(), 4))


def _outside(frame: pd.DataFrame, places: pd.DataFrame, reference_codes: ReferenceCodes) -> list[str]:
    if not {"latitude", "longitude"} <= set(frame):
        return []
    return outside_warnings(frame[["latitude", "longitude"]].assign(district=places["district_code"]), reference_codes)


def _text(value: Any) -> str | None:
    return None if value is None else str(value)


UCDP_GED = Format("ucdp_ged", "incidents", read, (".csv", ".xlsx", ".geojson", ".json"), header=NEEDED_COLUMNS)
