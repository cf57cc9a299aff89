"""ACLED exports: headers with spaces or underscores, dates in three spellings. Notes and names are not kept."""

import re
from collections.abc import Mapping
from typing import Any

import pandas as pd

from loaders.formats.columns import present
from loaders.formats.coordinates import outside_warnings
from loaders.formats.crowd import crowd
from loaders.formats.dates import read_dates
from loaders.formats.events import codes, elsewhere, first_day, incident_rows, locate, place_warnings, rows_without_day
from loaders.formats.mapping import NO_ENTRIES, checked_mapping
from loaders.formats.tables import read_table
from loaders.gate.gazetteer import Gazetteer
from loaders.gate.publisher_format import Format, Reading
from loaders.gate.reference_codes import ReferenceCodes

NEEDED_COLUMNS = (
    *("event_id_cnty", "event_date", "time_precision", "event_type", "sub_event_type", "country", "admin1", "admin2"),
    *("geo_precision", "fatalities"),
)
# Event and sub-event type -> our category and severity (1 petition … 5 deaths or large damage).
CATEGORIES: Mapping[tuple[str, str], tuple[str, int]] = {
    ("protests", "peaceful protest"): ("protest", 2),
    ("protests", "protest with intervention"): ("protest", 3),
    ("protests", "excessive force against protesters"): ("clash_with_police", 4),
    ("riots", "violent demonstration"): ("riot", 4),
    ("riots", "mob violence"): ("riot", 4),
    ("strategic developments", "agreement"): ("agreement", 1),
    ("strategic developments", "arrests"): ("arrests", 2),
    ("strategic developments", "looting/property destruction"): ("property_damage", 3),
}
# Sub-events of which the type says enough.
CATEGORY_OF_TYPE: Mapping[str, tuple[str, int]] = {
    "battles": ("armed_clash", 5),
    "explosions/remote violence": ("armed_clash", 5),
    "violence against civilians": ("attack_on_civilians", 4),
    "strategic developments": ("strategic_development", 1),
    "protests": ("protest", 2),
    "riots": ("riot", 4),
}
DATE_PRECISION = {"1": "day", "2": "week", "3": "month"}
# ACLED: 1 the place, 2 near it or a part of the region, 3 the region.
GEO_PRECISION = {"1": 1, "2": 2, "3": 4}
# Actor types of ACLED's codebook (columns inter1 and inter2) -> our role. State forces are police and army alike. That
# somebody was a civilian, or of another force, says no role that we know. No second party, 0 or empty, is none.
ROLES = {
    ("1", "state force"): "police",
    ("2", "rebel group"): "armed",
    ("3", "political militia"): "armed",
    ("4", "identity militia"): "armed",
    ("5", "rioter"): "protesters",
    ("6", "protester"): "protesters",
    ("7", "civilian"): "other",
    ("8", "external/other force"): "other",
}
# Exports write the code, or since 2024 its words; these in singular and plural.
ROLE_OF = {word: role for pair, role in ROLES.items() for word in pair}
CROWD = re.compile(r"crowd size\s*=\s*([^;]+)", re.IGNORECASE)
NOT_STATED = "no report"


def read(content: bytes, file: str, mapping: Mapping[str, Any], reference_codes: ReferenceCodes) -> Reading:
    """Rows of incidents.csv. Raises LoadRefused when a column is missing."""
    checked_mapping(mapping, NO_ENTRIES, file)
    table = read_table(content, file)
    whole = table.frame.rename(columns=lambda name: re.sub(r"\W+", "_", name.strip().lower()))
    present(whole, NEEDED_COLUMNS, file)
    dates = read_dates(whole["event_date"], "day_first")
    unusable = [*elsewhere(whole, "country"), *rows_without_day(whole, "event_date", dates)]
    set_aside = [*table.errors, *unusable]
    frame = whole.drop(index={item.row for item in set_aside if item.row in whole.index}, errors="ignore")
    places = _places(frame, reference_codes)
    rows = incident_rows(_rows(frame, dates.days).join(_with_precision(places, frame["geo_precision"])))
    return Reading(
        rows, tuple(set_aside), (*table.warnings, *place_warnings(places), *_outside(frame, places, reference_codes))
    )


def category_of(event_type: str, sub_event_type: str) -> tuple[str, int] | None:
    """Our category and severity, None for a type that ACLED has added since."""
    kind = event_type.strip().lower()
    return CATEGORIES.get((kind, sub_event_type.strip().lower())) or CATEGORY_OF_TYPE.get(kind)


def role_of(actor_type: str) -> str | None:
    """Our role of a code or word of inter1 and inter2, None where it names nobody."""
    return ROLE_OF.get(actor_type.strip().lower().removesuffix("s"))


def _rows(frame: pd.DataFrame, days: pd.Series) -> pd.DataFrame:
    kinds = [
        category_of(*pair) or ("other", 1) for pair in frame[["event_type", "sub_event_type"]].fillna("").to_numpy()
    ]
    precision = frame["time_precision"].map(DATE_PRECISION).fillna("day")
    deaths = frame["fatalities"]
    crowds = [crowd(_crowd_text(tags)) for tags in frame.get("tags", pd.Series(None, frame.index, dtype="str"))]
    return pd.DataFrame(
        {
            "incident_id": frame["event_id_cnty"],
            "date": [first_day(*pair) for pair in zip(days[frame.index], precision, strict=True)],
            "date_precision": precision,
            "acled_event_type": frame["event_type"],
            "acled_sub_event_type": frame["sub_event_type"],
            "category": [category for category, _ in kinds],
            "severity_1_5": [
                5 if dead > 0 else level
                for (_, level), dead in zip(kinds, pd.to_numeric(deaths, errors="coerce"), strict=True)
            ],
            "participants_min": [_text(low) for low, _ in crowds],
            "participants_max": [_text(high) for _, high in crowds],
            "fatalities_min": deaths,
            "fatalities_max": deaths,
            "actor_roles": _roles(frame),
            "source": "ACLED: " + frame.get("source", pd.Series("ACLED", frame.index)).fillna("").str.slice(0, 250),
        },
        index=frame.index,
    )


def _roles(frame: pd.DataFrame) -> list[str | None]:
    """The roles of both parties, where the export has their types; none where it says nothing."""
    types = frame.reindex(columns=["inter1", "inter2"]).astype("str").fillna("").itertuples(index=False)
    roles_of_rows = [dict.fromkeys(role_of(name) for name in pair) for pair in types]
    return [";".join(role for role in roles if role) or None for roles in roles_of_rows]


def _places(frame: pd.DataFrame, reference_codes: ReferenceCodes) -> pd.DataFrame:
    gazetteer = Gazetteer(reference_codes)
    pairs = frame[["admin1", "admin2"]].itertuples(index=False)
    return codes([locate(gazetteer, outer, inner) for outer, inner in pairs], frame.index)


def _with_precision(places: pd.DataFrame, precision_codes: pd.Series) -> pd.DataFrame:
    """No place is known better than its unit: without a district it is the oblast, with a region only, too."""
    precision = precision_codes.map(GEO_PRECISION).fillna(4).astype(int)
    district = places["district_code"].where(precision < 4)
    return places.assign(district_code=district, geo_precision=precision.where(district.notna(), 4))


def _outside(frame: pd.DataFrame, places: pd.DataFrame, reference_codes: ReferenceCodes) -> list[str]:
    if not {"latitude", "longitude"} <= set(frame):
        return []
    return outside_warnings(frame[["latitude", "longitude"]].assign(district=places["district_code"]), reference_codes)


def _crowd_text(tags: str | None) -> str | None:
    match = CROWD.search(tags) if isinstance(tags, str) else None
    return match[1] if match and match[1].strip().lower() != NOT_STATED else None


def _text(number: int | None) -> str | None:
    return None if number is None else str(number)


ACLED = Format("acled", "incidents", read, (".csv", ".xlsx"), header=("event_id_cnty", "sub_event_type"))
