"""Where several signals worsened at once: a plain list of districts, without a score and without a cause."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

import pandas as pd
from sqlalchemy import func, select

from data_access.answers import measure_values
from data_access.store.database import Snapshot, per_version
from data_access.vocabulary import languages, schema
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.edition import today_in
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.source import Source
from data_access.vocabulary.states import VALUE, ZERO

# Measures of which more is worse, each with the topic whose page tells more of it.
MEASURES: Mapping[str, str] = {
    "grievance_days": "grievances",
    "exceedance_water": "monitoring",
    "exceedance_air": "monitoring",
    "incident_count": "incidents",
}
LATE = "late_data"
SIGNALS = (*MEASURES, LATE)
ROSE, NOT_ROSE, UNKNOWN = "rose", "not_rose", "unknown"
# Readings that are older than this are late: a place that is watched is watched several times a year.
FRESH = timedelta(days=120)
# One signal alone is what its own page tells.
SEVERAL = 2


def by_district(snapshot: Snapshot, selection: Selection) -> Answer:
    """Districts in which several signals rose; of a chosen one its signals, however many rose.

    Columns slug, names, and of each of ``SIGNALS`` its state (``rose``, ``not_rose`` or ``unknown``), and of measures
    the value of the newest whole year (KEY_now), of the year before (KEY_before) and that year (KEY_year);
    ``newest_on``: day of the newest reading. In the order of the districts' codes. ``extras["unknown"]`` counts the
    districts of which too little is known.
    """
    answer: Answer = _of_all(snapshot)
    frame = answer.frame
    risen_count = (frame[[*SIGNALS]] == ROSE).sum(axis=1)
    is_shown = frame["slug"] == selection.district if selection.district else risen_count >= SEVERAL
    known_count = (frame[[*SIGNALS]] != UNKNOWN).sum(axis=1)
    shown_rows = frame[is_shown].reset_index(drop=True)
    unknown = int((known_count < SEVERAL).sum())
    return replace(answer, frame=shown_rows, empty_reason="no_signals", extras={"unknown": unknown})


@per_version
def _of_all(snapshot: Snapshot) -> Answer:
    parts = {key: _measure(snapshot, key) for key in MEASURES}
    frame, sources_by_key = _late(snapshot), dict[str, Source]()
    for key, (part, sources) in parts.items():
        frame = frame.merge(part.rename(columns={name: _column(key, str(name)) for name in part}), on="slug")
        sources_by_key |= {source.key: source for source in sources}
    years = [int(year) for key in MEASURES for year in frame[f"{key}_year"].dropna().unique()]
    span = (min(years) - 1, max(years)) if years else None
    return Answer(frame, span, span, tuple(sources_by_key.values()))


def _column(key: str, name: str) -> str:
    return {"slug": "slug", "state": key}.get(name, f"{key}_{name}")


def _measure(snapshot: Snapshot, key: str) -> tuple[pd.DataFrame, tuple[Source, ...]]:
    """A measure in its newest whole year beside the year before; unknown where either is not known."""
    whole = measure_values.by_district(snapshot, Selection(), key)
    first, last = whole.known_years or (1, 0)
    last -= last == whole.incomplete_year
    empty = whole.frame[["slug"]].assign(state=UNKNOWN, now=float("nan"), before=float("nan"), year=float("nan"))
    if last <= first:
        return empty, ()
    now, before = (_year(snapshot, key, year) for year in (last, last - 1))
    both = empty.assign(now=empty["slug"].map(now), before=empty["slug"].map(before), year=float(last))
    is_known = both["now"].notna() & both["before"].notna()
    state = (both["now"] > both["before"]).map({True: ROSE, False: NOT_ROSE}).where(is_known, UNKNOWN)
    return both.assign(state=state), whole.sources


def _year(snapshot: Snapshot, key: str, year: int) -> pd.Series:
    """Values of one year by slug: those that are whole, zeros among them."""
    frame = measure_values.by_district(snapshot, Selection(since=str(year), until=str(year)), key).frame
    whole_rows = frame[frame["state"].isin((VALUE, ZERO)) & ~frame["is_partial"]]
    whole_rows = whole_rows[whole_rows["of_year"] == year] if "of_year" in whole_rows else whole_rows
    values: pd.Series = whole_rows.set_index("slug")["value"].astype(float)
    return values


def _late(snapshot: Snapshot) -> pd.DataFrame:
    """Every district with its newest reading, and whether that is late; unknown where none is taken."""
    district, reading = schema.district.c, schema.reading.c
    names = [district[name] for name in languages.columns("name")]
    query = (
        select(district.slug, *names, func.max(reading.month).label("newest_on"))
        .join(schema.reading, reading.district_code == district.district_code, isouter=True)
        .group_by(district.district_code, district.slug, *names)
        .order_by(district.district_code)
    )
    rows = snapshot.frame(query)
    oldest = today_in(snapshot.edition) - FRESH
    return rows.assign(late_data=[_state(day, oldest) for day in rows["newest_on"]])


def _state(day: date | None, oldest: date) -> str:
    if not isinstance(day, date):
        return UNKNOWN
    return ROSE if day < oldest else NOT_ROSE
