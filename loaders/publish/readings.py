"""Readings per station or district, month and indicator, judged against the limits that held."""

from collections.abc import Iterator, Sequence

import numpy as np
import pandas as pd
from sqlalchemy import Connection, Row, Select, String, cast, select

from loaders.engine.gc_pause import without_gc
from loaders.gate.per_distinct_value import by_distinct, from_categories, to_categories
from loaders.publish.judging import RESULTS, judge
from loaders.store.frames import rows
from loaders.store.monitoring import observation, station, threshold

PLACE = ["month", "district_code", "indicator_code", "source_key"]
STATION = ["station_id", "indicator_code", "month", "averaging", "collected_by", "source_key", "district_code"]
COUNT_COLUMNS = [f"{result}_count" for result in RESULTS[:-1]]
# Rows that are in memory at a time.
ROWS = 50_000


def published_readings(connection: Connection) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Rows of the public tables ``reading`` and ``station_month``. Works part by part, to bound the memory."""
    limits, stations = rows(connection, threshold), rows(connection, _stations()).set_index("station_id")
    with without_gc():
        sums = pd.concat([_sums(_frame(part, stations), limits) for part in _parts(connection)])
    stations_by_month = sums.groupby(STATION).agg(_merge_functions(sums)).reset_index()
    return _months(stations_by_month, PLACE, "reading_id"), _months(stations_by_month, STATION, "station_month_id")


def _months(sums: pd.DataFrame, by: list[str], key: str) -> pd.DataFrame:
    """What was summed per station, per ``by``; rows are numbered as ``key``."""
    months = _means(sums.groupby(by).agg(_merge_functions(sums)))
    return months.reset_index().rename_axis(key).reset_index()


def _sums(readings: pd.DataFrame, limits: pd.DataFrame) -> pd.DataFrame:
    """Per STATION what can be added up over parts: counts by result, and the largest and smallest of values.

    Rejected readings are left out.
    """
    judged_rows = readings.join(judge(readings, limits))
    judged_rows = judged_rows[judged_rows["result"] != "rejected"]
    below = judged_rows["qualifier"] == "<"
    for_mean = judged_rows["value_num"].where(~below, judged_rows["value_num"] / 2)
    judged_rows = judged_rows.assign(
        reading_count=1,
        below_detection_count=below.astype(int),
        mean_sum=for_mean,
        mean_count=for_mean.notna().astype(int),
        **{f"{result}_count": (judged_rows["result"] == result).astype(int) for result in RESULTS[:-1]},
        max_times_limit=judged_rows["times_limit"],
        min_value=judged_rows["value_num"].mask(below),
        max_value=judged_rows["value_num"].mask(below),
        detection_limit=judged_rows["value_num"].where(below),
    )
    return from_categories(judged_rows.groupby(STATION, observed=True).agg(_merge_functions(judged_rows)).reset_index())


def _merge_functions(frame: pd.DataFrame) -> dict[str, str]:
    """How parts become one, by column."""
    sums = [*COUNT_COLUMNS, "reading_count", "below_detection_count", "mean_sum", "mean_count"]
    highest = ["max_times_limit", "max_value", "detection_limit"]
    return {**dict.fromkeys(sums, "sum"), **dict.fromkeys(highest, "max"), "min_value": "min"}


def _means(sums: pd.DataFrame) -> pd.DataFrame:
    """With the mean in the place of its parts.

    The mean takes half the detection limit for values below it, and is empty where more than half of the readings
    are below, because it would then mostly describe the laboratory.
    """
    mean = sums["mean_sum"] / sums["mean_count"].replace(0, np.nan)
    mostly_below = sums["below_detection_count"] * 2 > sums["reading_count"]
    return sums.drop(columns=["mean_sum", "mean_count"]).assign(mean_value=mean.mask(mostly_below))


def _parts(connection: Connection) -> Iterator[Sequence[Row]]:
    """Rows of ``_query``; at least one part, that may be empty."""
    parts = connection.execute(_query().execution_options(yield_per=ROWS)).partitions()
    yield next(parts, [])
    yield from parts


def _query() -> Select:
    columns = observation.c
    # As text: turning each day into an object of its own would take longer than everything else.
    day = cast(columns.sampled_on, String).label("day")
    what = (columns.station_id, columns.indicator_code, columns.averaging, columns.collected_by)
    grouped_columns = (*what, columns.qualifier, columns.qa_flag, columns.source_key)
    return select(day, *grouped_columns, columns.value_num)


def _stations() -> Select:
    return select(station.c.station_id, station.c.district_code, station.c.water_use)


def _frame(part: Sequence[Row], stations: pd.DataFrame) -> pd.DataFrame:
    *names, value = (column.name for column in _query().selected_columns)
    *texts, values = zip(*part, strict=True) if part else [()] * (len(names) + 1)
    coded_texts = {name: to_categories(np.array(cells, dtype=object)) for name, cells in zip(names, texts, strict=True)}
    frame = pd.DataFrame({**coded_texts, value: np.array(values, dtype=float)})
    places = by_distinct(lambda ids: stations.reindex(ids).astype("category"), frame["station_id"])
    return frame.join([places, by_distinct(_days, frame["day"])])


def _days(day_texts: pd.Series) -> pd.DataFrame:
    days = pd.to_datetime(day_texts)
    return pd.DataFrame({"sampled_on": days, "month": days.dt.to_period("M").dt.start_time})
