"""Answers about single stations, and about who takes readings. Only from months that were summed at publication."""

from dataclasses import replace
from typing import Any

import pandas as pd
from sqlalchemy import ColumnElement, Select, and_, func, select, true

from data_access.answers import filters, indicator_list, places, sources
from data_access.answers.indicators import codes_of, judged_sums, of_indicator
from data_access.store.database import Snapshot
from data_access.vocabulary import languages, schema
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.states import MISSING, VALUE, ZERO

LARGEST_AGREEING_RATIO = 2.0
CLIMATE = "climate"
month = schema.station_month.c
station = schema.station.c
threshold = schema.threshold.c


def series(snapshot: Snapshot, selection: Selection) -> Answer:
    """One station and indicator by month: the chosen ones, else those most often beyond the limit in the district.

    Columns month, code (indicator), averaging, collected_by, reading_count, exceeds, below, value (mean; empty where
    most are below detection), detection_limit, times (largest multiple of the limit), state (of what is known of the
    month: value also where that is a detection limit which was not reached). ``names`` holds the station's name,
    and ``extras["limits"]`` the limits (rows of ``schema.threshold``) for its use and averaging.
    """
    pair = _pair(snapshot, selection)
    if pair is None:
        return _answer(snapshot, selection, pd.DataFrame(columns=["month", "code"]), _here(snapshot, selection))
    where = and_(*(month[name] == pair[name] for name in ("station_id", "indicator_code", "averaging")))
    columns = (
        *(month.month, month.indicator_code.label("code"), month.averaging, month.collected_by, month.reading_count),
        *(month.exceeds_count.label("exceeds"), month.below_detection_count.label("below")),
        *(month.mean_value.label("value"), month.detection_limit, month.max_times_limit.label("times")),
    )
    # A copy: what a snapshot remembers is not written to.
    frame = snapshot.frame(select(*columns).where(where).order_by(month.month, month.collected_by)).copy()
    is_known = frame["value"].notna() | frame["detection_limit"].notna()
    frame["state"] = [
        ZERO if value == 0 else VALUE if is_told else MISSING
        for value, is_told in zip(frame["value"], is_known, strict=True)
    ]
    names = {"station": languages.texts(pair, "name")}
    answer = _answer(snapshot, selection, frame, where, names=names)
    return replace(answer, extras={"limits": _limits(snapshot, pair)})


def _state(mean: float, limit: float) -> str:
    if mean == 0:
        return ZERO
    return VALUE if mean == mean or limit == limit else MISSING


def by_collector(snapshot: Snapshot, selection: Selection) -> Answer:
    """Columns code (who took readings), ok, near, exceeds, cannot_tell (readings); pairs, agreeing (in every row).

    ``pairs``: months in which community and laboratory both measured an indicator in one district, and both
    detected it; ``agreeing``: those in which the larger mean is at most twice the smaller one.
    """
    in_question = month.indicator_code.in_(codes_of(snapshot))
    counts = select(month.collected_by.label("code"), *judged_sums(month)).where(in_question)
    query = _of_stations(counts, snapshot, selection)
    frame = snapshot.frame(query.group_by(month.collected_by).order_by(month.collected_by))
    ratios = _ratios(snapshot, selection)
    with_pairs = frame.assign(pairs=len(ratios), agreeing=int((ratios <= LARGEST_AGREEING_RATIO).sum()))
    return _answer(snapshot, selection, with_pairs, and_(in_question, _here(snapshot, selection)))


def by_year(snapshot: Snapshot, selection: Selection) -> Answer:
    """Yearly values of the climate, of stations in the chosen district, or in the districts of the chosen site.

    Columns code (the first indicator of the climate), year, station_id, names, value, is_here (the chosen station).
    """
    codes = indicator_list.of_medium(snapshot, CLIMATE)[:1]
    names = [station[name] for name in languages.columns("name")]
    here = station.district_code.in_(places.around(selection.site)) if selection.site else true()
    where = and_(month.indicator_code.in_(codes), month.averaging == "year", here, _of_place(snapshot, selection))
    query = (
        select(month.indicator_code.label("code"), month.month, month.station_id, *names, month.mean_value)
        .join_from(schema.station_month, schema.station, station.station_id == month.station_id)
        .where(where)
        .order_by(month.month, month.station_id)
    )
    rows = snapshot.frame(query)
    frame = rows.assign(
        year=[int(day.year) for day in rows["month"]],
        value=rows["mean_value"].astype(float),
        is_here=rows["station_id"] == selection.station,
    ).drop(columns=["month", "mean_value"])
    known_years = (int(frame["year"].min()), int(frame["year"].max())) if len(frame) else None
    origins = sources.of_indicators(snapshot, (schema.station_month,), frame["code"].unique())
    return Answer(frame, filters.chosen_years(selection, known_years), known_years, origins)


def _of_place(snapshot: Snapshot, selection: Selection) -> ColumnElement[bool]:
    return filters.of_district(snapshot, selection, station.district_code)


def _ratios(snapshot: Snapshot, selection: Selection) -> pd.Series:
    """The larger of the two means as a multiple of the smaller one, of each month, indicator and district."""
    place = (station.district_code, month.indicator_code, month.averaging, month.month)
    mean = func.avg(month.mean_value).label("mean")
    query = _of_stations(select(*place, month.collected_by, mean), snapshot, selection)
    in_question = query.where(month.collected_by.in_(("community", "laboratory")), month.mean_value > 0)
    means = snapshot.frame(in_question.group_by(*place, month.collected_by))
    wide = means.pivot(index=[column.name for column in place], columns="collected_by", values="mean").dropna()
    both = wide.reindex(columns=["community", "laboratory"]).dropna()
    return both.max(axis=1) / both.min(axis=1)


def _of_stations(query: Select, snapshot: Snapshot, selection: Selection) -> Select:
    """Months of the chosen district, indicator and period."""
    months = query.join_from(schema.station_month, schema.station, station.station_id == month.station_id)
    return months.where(_here(snapshot, selection), filters.within_period(selection, month.month))


def _here(snapshot: Snapshot, selection: Selection) -> ColumnElement[bool]:
    """Months of the chosen district and indicator."""
    of_stations = select(station.station_id).where(filters.of_district(snapshot, selection, station.district_code))
    return and_(month.station_id.in_(of_stations), of_indicator(selection.indicator, month.indicator_code))


def _pair(snapshot: Snapshot, selection: Selection) -> dict | None:
    """The station (with its names and use), indicator and averaging to show; None where nothing is measured."""
    own = true() if selection.station is None else station.station_id == selection.station
    here = true() if selection.station else filters.of_district(snapshot, selection, station.district_code)
    # What no limits are set for has a picture of its own, unless somebody asks for its station.
    is_asked = bool(selection.station or selection.indicator)
    of_judged = true() if is_asked else month.indicator_code.in_(codes_of(snapshot))
    names = [station[name] for name in languages.columns("name")]
    what = (station.station_id, station.water_use, *names, month.indicator_code, month.averaging)
    worst = (func.sum(month.exceeds_count).desc(), func.sum(month.reading_count).desc())
    query = (
        select(*what)
        .join_from(schema.station_month, schema.station, station.station_id == month.station_id)
        .where(own, here, of_judged, of_indicator(selection.indicator, month.indicator_code))
        .group_by(*what)
        .order_by(*worst, station.station_id, month.indicator_code)
        .limit(1)
    )
    rows = snapshot.frame(query).to_dict("records")
    return rows[0] if rows else None


def _limits(snapshot: Snapshot, pair: dict) -> list[dict]:
    use = pair["water_use"]
    of_use = threshold.water_use == use if isinstance(use, str) else threshold.water_use.is_(None)
    same = (threshold.indicator_code == pair["indicator_code"], threshold.averaging == pair["averaging"], of_use)
    query = select(schema.threshold).where(*same).order_by(threshold.basis, threshold.valid_from)
    rows = snapshot.frame(query).astype(object)
    # A limit of the WHO is used only where there is no national one.
    national = rows[rows["basis"] == "national"]
    return (rows if national.empty else national).to_dict("records")


def _answer(
    snapshot: Snapshot, selection: Selection, frame: pd.DataFrame, where: ColumnElement[bool], **more: Any
) -> Answer:
    """``where`` tells of which months the years count: those of one station are not those of the whole store."""
    query = select(func.min(month.month), func.max(month.month)).where(where)
    first, last = snapshot.frame(query).iloc[0]
    known_years = None if first is None else (first.year, last.year)
    code_rows = snapshot.frame(select(month.indicator_code).where(where).distinct().order_by(month.indicator_code))
    origins = sources.of_indicators(snapshot, (schema.station_month,), code_rows["indicator_code"])
    return Answer(frame, filters.chosen_years(selection, known_years), known_years, origins, **more)
