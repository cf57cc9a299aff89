"""Answers about monitoring: judged water and air readings."""

from collections import defaultdict
from dataclasses import replace

import pandas as pd
from sqlalchemy import Column, ColumnElement, Select, and_, func, select, true
from sqlalchemy.sql import ColumnCollection

from data_access.answers import filters, indicator_list, places, sources
from data_access.store.database import Snapshot, per_version
from data_access.vocabulary import languages, schema
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.clock import quarter_of
from data_access.vocabulary.selection import Selection

# Media in which readings are taken, and can be summed: never one with the other.
MEDIA = ("water", "air")
# What limits are set for; what is read of the climate is judged against none.
MEDIA_WITH_LIMITS = (*MEDIA, "soil")
FEWEST_JUDGED = 4
JUDGEMENTS = ("ok", "near", "exceeds", "cannot_tell")
reading = schema.reading.c


def codes_of(snapshot: Snapshot, medium: str | None = None) -> tuple[str, ...]:
    """The indicators of a medium, or of all that limits are set for."""
    codes: tuple[str, ...] = indicator_list.of_medium(snapshot, *((medium,) if medium else MEDIA_WITH_LIMITS))
    return codes


@per_version
def first_medium(snapshot: Snapshot, slug: str | None = None) -> str:
    """The first of ``MEDIA`` that is measured in a district, or anywhere: where none is, the first of all."""
    here = filters.of_district(snapshot, Selection(district=slug), reading.district_code)
    codes = set(snapshot.frame(select(reading.indicator_code).where(here).distinct())["indicator_code"])
    return next((medium for medium in MEDIA if codes.intersection(codes_of(snapshot, medium))), MEDIA[0])


@per_version
def not_collected(snapshot: Snapshot) -> tuple[str, ...]:
    """Those of ``MEDIA`` of which there is no reading anywhere."""
    codes = filters.distinct(snapshot, reading.indicator_code)
    return tuple(medium for medium in MEDIA if not codes.intersection(codes_of(snapshot, medium)))


def exceedance_by_district(medium: str, snapshot: Snapshot, selection: Selection) -> Answer:
    """Percent of judged readings beyond their limit (frame: ``places.by_district``; ``with_shares``), and ``judged``.

    Of one medium, since places that measure dust and places that measure water cannot be ranked together; of the chosen
    indicator, where one is.
    """
    codes = _codes(snapshot, selection, medium)
    of_medium = reading.indicator_code.in_(codes)
    in_question = and_(of_medium, filters.within_period(selection, reading.month))
    counts = with_shares(_judged_counts(snapshot, reading.district_code, in_question).set_index("district_code"))
    districts = set(snapshot.frame(select(reading.district_code).where(of_medium).distinct())["district_code"])
    frame = places.by_district(snapshot, counts["share"].dropna().to_dict(), with_figures=districts)
    frame["judged"] = frame["district_code"].map(counts["judged"]).astype(float)
    answer = _readings(snapshot, selection, frame, codes)
    is_unknown = medium in not_collected(snapshot) and not selection.indicator
    return replace(answer, empty_reason=f"none_{medium}") if is_unknown else answer


def judged_by_quarter(snapshot: Snapshot, selection: Selection, medium: str | None = None) -> Answer:
    """Columns quarter (first day), ok, near, exceeds, cannot_tell (readings); only quarters with readings.

    Of one medium (of ``MEDIA``), or of all; then ``extras["not_collected"]`` lists the media that nobody measures.
    ``names`` has the ``only_station``, where all readings of the country are of one.
    """
    counts = defaultdict(list)
    for month, *month_counts in _by_month(snapshot, selection, medium):
        counts[quarter_of(month)].append(month_counts)
    rows = [(quarter, *map(sum, zip(*months, strict=True))) for quarter, months in counts.items()]
    frame = pd.DataFrame(rows, columns=["quarter", *JUDGEMENTS])
    silent = () if medium or selection.indicator else not_collected(snapshot)
    answer = _readings(snapshot, selection, frame, _codes(snapshot, selection, medium))
    return replace(answer, extras={"not_collected": silent})


def judged_by_indicator(snapshot: Snapshot, selection: Selection) -> Answer:
    """Columns code (indicator) and those of ``with_shares``, over the chosen period."""
    here = filters.of_district(snapshot, selection, reading.district_code)
    codes = codes_of(snapshot)
    in_question = and_(here, reading.indicator_code.in_(codes), filters.within_period(selection, reading.month))
    frame = _judged_counts(snapshot, reading.indicator_code.label("code"), in_question)
    return _readings(snapshot, selection, with_shares(frame), codes)


def judged_by_place(snapshot: Snapshot, selection: Selection) -> Answer:
    """Columns slug, names, code (indicator), medium, those of ``with_shares``: pairs with a reading in the period."""
    pair = (reading.district_code, reading.indicator_code.label("code"))
    codes = codes_of(snapshot)
    in_question = and_(reading.indicator_code.in_(codes), filters.within_period(selection, reading.month))
    sums = snapshot.frame(select(*pair, *judged_sums(reading)).where(in_question).group_by(*pair))
    media = {code: medium for medium in MEDIA for code in codes_of(snapshot, medium)}
    counts = with_shares(sums).assign(medium=sums["code"].map(media))
    district_names = places.districts(snapshot)[["district_code", "slug", *languages.columns("name")]]
    return _readings(
        snapshot, selection, counts.merge(district_names, on="district_code").sort_values(["slug", "code"]), codes
    )


def judged_years(snapshot: Snapshot) -> tuple[int, int] | None:
    """First and last year with a reading of what limits are set for."""
    span: tuple[int, int] | None = _known_span(snapshot, codes_of(snapshot), None)
    return span


def judged_in_period(snapshot: Snapshot, selection: Selection, medium: str) -> float | None:
    """Percent of the judged readings of the chosen district and period that are beyond their limit; None of too few."""
    month_counts = [counts for month, *counts in _by_month(snapshot, selection, medium) if selection.covers(month)]
    return share_beyond(*map(sum, zip(*month_counts, strict=True))) if month_counts else None


def judged_sums(columns: ColumnCollection) -> list[ColumnElement[int]]:
    """How many readings of a table of counts were judged in each way: a sum for each of ``JUDGEMENTS``."""
    return [func.sum(columns[f"{judgement}_count"]).label(judgement) for judgement in JUDGEMENTS]


def share_beyond(ok: int, near: int, exceeds: int, cannot_tell: int) -> float | None:
    """Percent of the judged readings that are beyond the limit; None where it cannot be told.

    Readings that cannot be judged are left out of a share. They are those with a coarse instrument, of which
    only high values can be judged: a share is given where at least four readings, and most of them, can be.
    """
    judged_count = ok + near + exceeds
    return 100 * exceeds / judged_count if judged_count >= max(FEWEST_JUDGED, cannot_tell) else None


def with_shares(counts: pd.DataFrame) -> pd.DataFrame:
    """Counts (columns of ``JUDGEMENTS``) with judged (readings) and share (``share_beyond``, else NaN)."""
    rows = zip(*(counts[judgement].tolist() for judgement in JUDGEMENTS), strict=True)
    shares = pd.Series([share_beyond(*row) for row in rows], counts.index, dtype=float)
    return counts.assign(judged=counts["ok"] + counts["near"] + counts["exceeds"], share=shares)


def of_indicator(code: str | None, column: Column) -> ColumnElement[bool]:
    """Rows of the chosen indicator; all rows when none is chosen."""
    return true() if code is None else column == code


def _readings(snapshot: Snapshot, selection: Selection, frame: pd.DataFrame, codes: tuple[str, ...]) -> Answer:
    """``codes`` are the indicators whose years count, of the chosen district where one is."""
    known_years = _known_span(snapshot, codes, selection.district)
    of_rows = sources.of_indicators(snapshot, (schema.reading,), codes)
    why = "no_limits" if selection.indicator and not codes else None
    only = None if selection.district else _only_station(snapshot, codes)
    names = {"only_station": only} if only else {}
    return Answer(
        frame, filters.chosen_years(selection, known_years), known_years, of_rows, empty_reason=why, names=names
    )


@per_version
def _only_station(snapshot: Snapshot, codes: tuple[str, ...]) -> dict[str, str] | None:
    """Names by language of the station that all readings are of; None where there are several: one is no country."""
    month, station = schema.station_month.c, schema.station.c
    station_ids = select(month.station_id).where(month.indicator_code.in_(codes))
    rows = snapshot.frame(select(schema.station).where(station.station_id.in_(station_ids))).to_dict("records")
    return languages.texts(rows[0], "name") if len(rows) == 1 else None


@per_version
def _known_span(snapshot: Snapshot, codes: tuple[str, ...], slug: str | None) -> tuple[int, int] | None:
    of_codes = reading.indicator_code.in_(codes)
    here = filters.of_district(snapshot, Selection(district=slug), reading.district_code)
    first, last = snapshot.frame(select(func.min(reading.month), func.max(reading.month)).where(of_codes, here)).iloc[0]
    return None if first is None else (first.year, last.year)


def _codes(snapshot: Snapshot, selection: Selection, medium: str | None) -> tuple[str, ...]:
    """The chosen indicator where limits are set for it, else those of a medium, or of all."""
    codes = codes_of(snapshot, medium)
    if selection.indicator is None:
        return codes
    return (selection.indicator,) if selection.indicator in codes_of(snapshot) else ()


def _by_month(snapshot: Snapshot, selection: Selection, medium: str | None) -> list[tuple]:
    """Month (first day) and the counts of ``JUDGEMENTS``, of the chosen district and indicator, in order."""
    return filters.of_chosen_place(snapshot, selection, _monthly, _codes(snapshot, selection, medium)).rows


def _monthly(by_place: bool, codes: tuple[str, ...]) -> Select:
    by = (reading.district_code, reading.month) if by_place else (reading.month,)
    in_question = reading.indicator_code.in_(codes)
    return select(*by, *judged_sums(reading)).where(in_question).group_by(*by).order_by(reading.month)


def _judged_counts(snapshot: Snapshot, by: Column, condition: ColumnElement[bool]) -> pd.DataFrame:
    return snapshot.frame(select(by, *judged_sums(reading)).where(condition).group_by(by).order_by(by))
