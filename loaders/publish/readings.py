"""Readings per district, month and indicator, judged; and the limits they are judged against."""

from collections.abc import Iterator

import numpy as np
import pandas as pd
from sqlalchemy import Connection, String, cast, select

from loaders.publish.judging import RESULTS, judge
from loaders.read import rows
from loaders.store.monitoring import observation, station, threshold

PLACE = ["month", "district_code", "indicator_code", "source_key"]
COUNTED = [f"{result}_count" for result in RESULTS[:-1]]
# Rows that are in memory at a time.
ROWS = 50_000


def published_readings(connection: Connection) -> pd.DataFrame:
    """Rows of the public ``reading`` table. Works part by part, to bound the memory."""
    limits = rows(connection, threshold)
    sums = pd.concat([_sums(part, limits) for part in _parts(connection)] or [_sums(_frame([]), limits)])
    months = _means(sums.groupby(PLACE).agg(_merging(sums)))
    return months.reset_index().rename_axis("reading_id").reset_index()


def _sums(readings: pd.DataFrame, limits: pd.DataFrame) -> pd.DataFrame:
    """Per PLACE what can be added up over parts: counts by result, and the largest multiple of the limit.

    Rejected readings are left out.
    """
    judged = readings.join(judge(readings, limits)).query("result != 'rejected'")
    below = judged["qualifier"] == "<"
    for_mean = judged["value_num"].where(~below, judged["value_num"] / 2)
    judged = judged.assign(
        month=judged["sampled_on"].dt.to_period("M").dt.start_time,
        reading_count=1,
        below_detection_count=below.astype(int),
        mean_sum=for_mean,
        mean_count=for_mean.notna().astype(int),
        **{f"{result}_count": (judged["result"] == result).astype(int) for result in RESULTS[:-1]},
        max_times_limit=judged["times_limit"],
    )
    return judged.groupby(PLACE).agg(_merging(judged)).reset_index()


def _merging(frame: pd.DataFrame) -> dict[str, str]:
    """How parts become one, by column."""
    added = [*COUNTED, "reading_count", "below_detection_count", "mean_sum", "mean_count"]
    return {**dict.fromkeys(added, "sum"), "max_times_limit": "max"}


def _means(sums: pd.DataFrame) -> pd.DataFrame:
    """With the mean in the place of its parts.

    The mean takes half the detection limit for values below it, and is empty where more than half of the readings
    are below, because it would then mostly describe the laboratory.
    """
    mean = sums["mean_sum"] / sums["mean_count"].replace(0, np.nan)
    mostly_below = sums["below_detection_count"] * 2 > sums["reading_count"]
    return sums.drop(columns=["mean_sum", "mean_count"]).assign(mean_value=mean.mask(mostly_below))


def _parts(connection: Connection) -> Iterator[pd.DataFrame]:
    query = _query().execution_options(yield_per=ROWS)
    for part in connection.execute(query).partitions():
        yield _frame(part)


def _query():
    seen, place = observation.c, station.c
    # As text: turning each day into an object of its own would take longer than everything else.
    day = cast(seen.sampled_on, String).label("sampled_on")
    kept = (seen.indicator_code, seen.averaging, seen.value_num, seen.qualifier, seen.qa_flag, seen.source_key)
    return select(day, *kept, place.district_code, place.water_use).join(station, place.station_id == seen.station_id)


def _frame(part) -> pd.DataFrame:
    names = [column.name for column in _query().selected_columns]
    frame = pd.DataFrame(dict(zip(names, zip(*part, strict=True), strict=True)) if part else {}, columns=names)
    return frame.assign(sampled_on=pd.to_datetime(frame["sampled_on"]), value_num=frame["value_num"].astype(float))
