"""Answers about monitoring: judged water and air readings."""

from collections import defaultdict
from datetime import date

import pandas as pd
from sqlalchemy import Column, ColumnElement, Select, and_, func, select, true
from sqlalchemy.sql import ColumnCollection

from dashboard.answer import Answer
from dashboard.selection import Selection
from data_access import filters, places, schema, sources
from data_access.database import Snapshot

FEWEST_JUDGED = 4
JUDGEMENTS = ("ok", "near", "exceeds", "cannot_tell")
reading = schema.reading.c


def exceedance_by_district(snapshot: Snapshot, selection: Selection) -> Answer:
    """Percent of judged readings beyond their limit (frame: ``places.by_district``; ``with_shares``)."""
    counts = _judged(snapshot, selection, reading.district_code, _in_question(selection)).set_index("district_code")
    share = with_shares(counts)["share"].dropna()
    known = filters.known_years(snapshot, reading.month)
    measured = () if selection.indicator is None else ((reading.indicator_code, selection.indicator),)
    collected = filters.distinct(snapshot, reading.district_code, measured)
    frame = places.by_district(snapshot, share.to_dict(), collected=collected)
    return Answer(frame, filters.chosen_years(selection, known), known, sources.used(snapshot, schema.reading))


def judged_by_quarter(snapshot: Snapshot, selection: Selection) -> Answer:
    """Columns quarter (first day), ok, near, exceeds, cannot_tell (readings); only quarters with readings."""
    counts = defaultdict(list)
    for month, *judged in _by_month(snapshot, selection):
        counts[date(month.year, (month.month - 1) // 3 * 3 + 1, 1)].append(judged)
    rows = [(quarter, *map(sum, zip(*months, strict=True))) for quarter, months in counts.items()]
    return _readings(snapshot, selection, pd.DataFrame(rows, columns=["quarter", *JUDGEMENTS]))


def judged_by_indicator(snapshot: Snapshot, selection: Selection) -> Answer:
    """Columns code (indicator) and those of ``with_shares``, over the chosen period."""
    here = filters.of_district(snapshot, selection, reading.district_code)
    frame = _judged(snapshot, selection, reading.indicator_code.label("code"), and_(here, _in_question(selection)))
    return _readings(snapshot, selection, with_shares(frame))


def judged_by_place(snapshot: Snapshot, selection: Selection) -> Answer:
    """Columns slug, names, code (indicator) and those of ``with_shares``: pairs with any reading in the period."""
    pair = (reading.district_code, reading.indicator_code.label("code"))
    query = select(*pair, *judged_sums(reading)).where(filters.within_period(selection, reading.month)).group_by(*pair)
    counts = with_shares(snapshot.frame(query))
    named = places.districts(snapshot)[["district_code", "slug", "name_ky", "name_ru", "name_en"]]
    return _readings(snapshot, selection, counts.merge(named, on="district_code").sort_values(["slug", "code"]))


def judged_in_period(snapshot: Snapshot, selection: Selection) -> float | None:
    """Percent of the judged readings of the chosen district and period that are beyond their limit; None of too few."""
    chosen = [counts for month, *counts in _by_month(snapshot, selection) if selection.covers(month)]
    return share_beyond(*map(sum, zip(*chosen, strict=True))) if chosen else None


def judged_sums(columns: ColumnCollection) -> list[ColumnElement[int]]:
    """How many readings of a table of counts were judged in each way: a sum for each of ``JUDGEMENTS``."""
    return [func.sum(columns[f"{judgement}_count"]).label(judgement) for judgement in JUDGEMENTS]


def share_beyond(ok: int, near: int, exceeds: int, cannot_tell: int) -> float | None:
    """Percent of the judged readings that are beyond the limit; None where it cannot be told.

    Readings that cannot be judged are left out of a share. They are those with a coarse instrument, of which
    only high values can be judged: a share is given where at least four readings, and most of them, can be.
    """
    judged = ok + near + exceeds
    return 100 * exceeds / judged if judged >= max(FEWEST_JUDGED, cannot_tell) else None


def with_shares(counts: pd.DataFrame) -> pd.DataFrame:
    """Counts (columns of ``JUDGEMENTS``) with judged (readings) and share (``share_beyond``, else NaN)."""
    rows = zip(*(counts[judgement].tolist() for judgement in JUDGEMENTS), strict=True)
    shares = pd.Series([share_beyond(*row) for row in rows], counts.index, dtype=float)
    return counts.assign(judged=counts["ok"] + counts["near"] + counts["exceeds"], share=shares)


def of_indicator(chosen: str | None, column: Column) -> ColumnElement[bool]:
    """Rows of the chosen indicator; all rows when none is chosen."""
    return true() if chosen is None else column == chosen


def _readings(snapshot: Snapshot, selection: Selection, frame: pd.DataFrame) -> Answer:
    known = filters.known_years(snapshot, reading.month)
    return Answer(frame, filters.chosen_years(selection, known), known, sources.used(snapshot, schema.reading))


def _in_question(selection: Selection):
    return and_(
        filters.within_period(selection, reading.month), of_indicator(selection.indicator, reading.indicator_code)
    )


def _by_month(snapshot: Snapshot, selection: Selection) -> list[tuple]:
    """Month (first day) and the counts of ``JUDGEMENTS``, of the chosen district and indicator, in order."""
    return filters.here(snapshot, selection, _monthly, selection.indicator).rows


def _monthly(by_place: bool, indicator: str | None) -> Select:
    by = (reading.district_code, reading.month) if by_place else (reading.month,)
    query = select(*by, *judged_sums(reading)).where(of_indicator(indicator, reading.indicator_code))
    return query.group_by(*by).order_by(reading.month)


def _judged(snapshot: Snapshot, selection: Selection, by, condition) -> pd.DataFrame:
    return snapshot.frame(select(by, *judged_sums(reading)).where(condition).group_by(by).order_by(by))
