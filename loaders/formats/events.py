"""What formats of incident lists share: the columns of incidents.csv, periods, places in administrative columns."""

from collections.abc import Sequence
from datetime import date, timedelta

import pandas as pd

from loaders.formats.dates import Dates
from loaders.formats.places import Place
from loaders.gate.gazetteer import Gazetteer
from loaders.gate.publisher_format import SetAside
from loaders.gate.spelling import name_key

COLUMNS = (
    *("incident_id", "episode_id", "date", "date_precision", "year", "district_code", "oblast_code", "district_en"),
    *("oblast_en", "site_id", "site_name", "company", "acled_event_type", "acled_sub_event_type", "category"),
    *("severity_1_5", "participants_min", "participants_max", "injured_min", "injured_max", "fatalities_min"),
    *("fatalities_max", "arrests", "issues", "description", "response_outcome", "source", "source_url", "source_type"),
    *("confidence", "geo_precision", "outcome_code", "actor_roles"),
)
# What lists made for other purposes do not say. Their texts are not kept: they may name people.
DEFAULTS = {"issues": "unknown", "outcome_code": "unknown", "confidence": "medium"}
COUNTRY = {"kyrgyzstan", "kyrgyz republic"}


def incident_rows(rows: pd.DataFrame) -> pd.DataFrame:
    """All columns of incidents.csv as text, by row of the file; the missing ones empty or with their defaults."""
    full = rows.reindex(columns=list(COLUMNS)).astype("str")
    return full.fillna(DEFAULTS)


def elsewhere(frame: pd.DataFrame, column: str) -> list[SetAside]:
    """Rows of other countries."""
    other = frame.index[~frame[column].str.strip().str.lower().isin(COUNTRY)]
    return [SetAside(row, column, frame.at[row, column], "is not Kyrgyzstan") for row in other]


def rows_without_day(frame: pd.DataFrame, column: str, dates: Dates) -> list[SetAside]:
    """Rows without a day that can be used."""
    empty = dict.fromkeys(frame.index[frame[column].isna()], "is empty")
    reasons = dates.problems.to_dict() | empty
    return [SetAside(row, column, frame.at[row, column], reason) for row, reason in reasons.items()]


def first_day(day: str, precision: str) -> str:
    """The first day of the week, month or year in which the day lies."""
    moment = date.fromisoformat(day)
    starts = {
        "day": moment,
        "week": moment - timedelta(days=moment.weekday()),
        "month": moment.replace(day=1),
        "year": moment.replace(month=1, day=1),
    }
    return starts[precision].isoformat()


def locate(gazetteer: Gazetteer, outer: str | None, inner: str | None) -> Place | None:
    """The district ``inner`` in the oblast ``outer``; the oblast where the district is not clear; None if neither is.

    Districts are never looked for outside of the stated oblast.
    """
    around = gazetteer.find(name_key(outer)[0]) if isinstance(outer, str) else frozenset()
    oblasts = {unit.code for unit in around if unit.kind == "oblast"}
    capitals = [unit for unit in around if unit.kind == "city" and unit.oblast not in oblasts]
    kinds = name_key(outer)[1] if isinstance(outer, str) else frozenset()
    if capitals and (not oblasts or "city" in kinds):
        return Place(capitals[0].oblast, capitals[0].code)
    name, inner_kinds = name_key(inner) if isinstance(inner, str) else ("", frozenset())
    inside = [unit for unit in gazetteer.find(name, inner_kinds) if unit.kind != "oblast" and unit.oblasts & oblasts]
    if len(inside) == 1:
        return Place(inside[0].oblast, inside[0].code)
    return Place(oblasts.pop(), None) if len(oblasts) == 1 else None


def codes(places: Sequence[Place | None], index: pd.Index) -> pd.DataFrame:
    """``district_code`` and ``oblast_code`` of places, by row."""
    pairs = [(place.district, place.oblast) if place else (None, None) for place in places]
    return pd.DataFrame(pairs, index, ["district_code", "oblast_code"], dtype="str")


def place_warnings(places: pd.DataFrame) -> list[str]:
    """How many rows are known only for their oblast, or not at all."""
    nowhere = places["oblast_code"].isna()
    oblast_only = places["district_code"].isna() & ~nowhere
    sentences = []
    if oblast_only.any():
        sentences.append(f"{oblast_only.sum()} of {len(places)} rows are known only for their oblast")
    if nowhere.any():
        sentences.append(f"{nowhere.sum()} of {len(places)} rows are in no known place; they are kept without one")
    return sentences
