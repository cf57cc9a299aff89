"""The newest reading of each indicator at a place. Only from months that were summed at publication."""

from datetime import date
from typing import Any

import pandas as pd
from sqlalchemy import ColumnElement, and_, func, select

from data_access.answers import filters, places, sources
from data_access.answers.indicators import codes_of
from data_access.store.database import Snapshot, per_version
from data_access.vocabulary import languages, schema
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.frames import named_rows
from data_access.vocabulary.selection import Selection

month = schema.station_month.c
station = schema.station.c


def newest(snapshot: Snapshot, selection: Selection) -> Answer:
    """Of what limits are set for: the newest month within the chosen period, at the stations of a site or a district.

    Columns code (indicator), month (its first day), averaging, collected_by, reading_count, mean (empty where most are
    below detection), detection_limit, times (largest multiple of the limit), station_id, names of the station,
    least and most (the limit that held then, empty without one). A row per indicator: of several stations in
    the same month the one furthest beyond its limit, else that with most readings.
    """
    here = and_(month.indicator_code.in_(codes_of(snapshot)), _here(snapshot, selection))
    first, last = snapshot.frame(select(func.min(month.month), func.max(month.month)).where(here)).iloc[0]
    known_years = None if first is None else (first.year, last.year)
    frame = _rows(snapshot, and_(here, filters.within_period(selection, month.month)))
    origins = sources.of_indicators(snapshot, (schema.station_month,), frame["code"])
    return Answer(frame, filters.chosen_years(selection, known_years) if len(frame) else None, known_years, origins)


def _here(snapshot: Snapshot, selection: Selection) -> ColumnElement[bool]:
    """Stations in the districts of the chosen site, else in the chosen district."""
    around = station.district_code.in_(places.around(selection.site))
    place = around if selection.site else filters.of_district(snapshot, selection, station.district_code)
    return month.station_id.in_(select(station.station_id).where(place))


def _rows(snapshot: Snapshot, where: ColumnElement[bool]) -> pd.DataFrame:
    last = (
        select(month.indicator_code, func.max(month.month).label("month"))
        .where(where)
        .group_by(month.indicator_code)
        .subquery()
    )
    is_newest = and_(month.indicator_code == last.c.indicator_code, month.month == last.c.month)
    names = [station[name] for name in languages.columns("name")]
    query = (
        select(
            *(month.indicator_code.label("code"), month.month, month.averaging, month.collected_by),
            *(month.reading_count, month.mean_value.label("mean"), month.detection_limit),
            *(month.max_times_limit.label("times"), station.station_id, *names, station.water_use),
        )
        .join_from(schema.station_month, last, is_newest)
        .join(schema.station, station.station_id == month.station_id)
        .where(where)
        .order_by(month.indicator_code, func.coalesce(month.max_times_limit, -1).desc(), month.reading_count.desc())
        .order_by(station.station_id)
    )
    frame = snapshot.frame(query).drop_duplicates("code", ignore_index=True)
    limits = [_limit(snapshot, row) for row in named_rows(frame)]
    return frame.assign(
        least=pd.Series([low for low, _ in limits], dtype=float),
        most=pd.Series([high for _, high in limits], dtype=float),
    ).drop(columns="water_use")


def _limit(snapshot: Snapshot, row: Any) -> tuple[float | None, float | None]:
    """The lowest and the highest allowed value in a month; one of the WHO only where there is no national one."""
    use = row.water_use if isinstance(row.water_use, str) else None
    limits = [
        limit
        for limit in _limits(snapshot)
        if (limit["indicator_code"], limit["averaging"], limit["water_use"]) == (row.code, row.averaging, use)
        and limit["valid_from"] <= row.month <= (limit["valid_to"] or date.max)
    ]
    first = min(limits, key=lambda limit: limit["basis"] != "national", default=None)
    return (first["min_value"], first["max_value"]) if first else (None, None)


@per_version
def _limits(snapshot: Snapshot) -> list[dict[Any, Any]]:
    frame = snapshot.frame(select(schema.threshold)).astype(object)
    return frame.where(frame.notna(), None).to_dict("records")
