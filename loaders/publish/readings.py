"""Readings per district, month and indicator, judged; and the limits they are judged against."""

from collections.abc import Iterator

import numpy as np
import pandas as pd
from sqlalchemy import Connection, select

from loaders.publish.judging import RESULTS, judge
from loaders.publish.read import rows
from loaders.store.monitoring import observation, station, threshold

PLACE = ["month", "district_code", "indicator_code", "source_key"]


def published_readings(connection: Connection) -> pd.DataFrame:
    """Rows of the public ``reading`` table. Works indicator by indicator, to bound the memory."""
    limits = rows(connection, threshold)
    months = pd.concat([monthly(frame, limits) for frame in _by_indicator(connection)] or [pd.DataFrame()])
    return months.reset_index(drop=True).rename_axis("reading_id").reset_index()


def monthly(readings: pd.DataFrame, limits: pd.DataFrame) -> pd.DataFrame:
    """Counts by result, mean and largest multiple of the limit; rejected readings are left out.

    The mean takes half the detection limit for values below it, and is empty where more than
    half of the readings are below, because it would then mostly describe the laboratory.
    """
    judged = readings.join(judge(readings, limits)).query("result != 'rejected'")
    below = judged["qualifier"] == "<"
    judged = judged.assign(
        month=judged["sampled_on"].dt.to_period("M").dt.start_time,
        below_detection=below,
        for_mean=judged["value_num"].where(~below, judged["value_num"] / 2),
        **{f"{result}_count": judged["result"] == result for result in RESULTS[:-1]},
    )
    return _summed(judged.groupby(PLACE))


def _summed(groups) -> pd.DataFrame:
    counts = groups[[f"{result}_count" for result in RESULTS[:-1]]].sum()
    size, below = groups.size(), groups["below_detection"].sum()
    return counts.assign(
        reading_count=size,
        below_detection_count=below,
        mean_value=groups["for_mean"].mean().where(below * 2 <= size, np.nan),
        max_times_limit=groups["times_limit"].max(),
    ).reset_index()


def _by_indicator(connection: Connection) -> Iterator[pd.DataFrame]:
    codes = connection.scalars(select(observation.c.indicator_code).distinct().order_by(observation.c.indicator_code))
    for code in codes.all():
        yield rows(
            connection,
            select(observation, station.c.district_code, station.c.water_use)
            .join(station, station.c.station_id == observation.c.station_id)
            .where(observation.c.indicator_code == code),
        )
