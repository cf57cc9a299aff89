"""Readings: single measurements at stations."""

from collections.abc import Sequence

import pandas as pd
import pandera.pandas as pa
from sqlalchemy import select

from loaders.checks import day, one_of, repeated, text
from loaders.dataset import Dataset, Tidy, days, read_csv
from loaders.days import not_in_future
from loaders.known import Known
from loaders.monitoring import AVERAGINGS
from loaders.rules import Rule
from loaders.store.monitoring import indicator, observation, station
from loaders.twice import reading_once
from loaders.usual import reading_rules
from loaders.values import factors, is_readable, parsed

COLLECTORS = ("company", "state", "community", "laboratory")
# What finds a reading again in the next file; where a station was sampled twice a day, in their order.
READING = ("station_id", "indicator_code", "sampled_on", "averaging", "collected_by")
QA_FLAGS = ("ok", "suspect", "rejected", "duplicate", "blank")


def _schema(known: Known) -> pa.DataFrameSchema:
    units = _units(known)
    readable = pa.Check(is_readable, error="is not a value such as 0.012, <0.005, < 0,005, н/о, следы or -")
    columns = {
        "station_id": repeated(one_of(known.codes(station.c.station_id), "station")),
        "indicator_code": repeated(one_of(units.index, "indicator")),
        "sampled_on": day(),
        "averaging": repeated(one_of(AVERAGINGS, "averaging time")),
        "value": repeated(pa.Column(str, readable, nullable=True)),
        "unit": repeated(text(longest=24)),
        "collected_by": repeated(one_of(COLLECTORS, "collector")),
        "qa_flag": repeated(one_of(QA_FLAGS, "quality flag")),
    }
    return pa.DataFrameSchema(columns, _fitting_unit(units), strict=True)


def _fitting_unit(units: pd.Series) -> pa.Check:
    return pa.Check(
        lambda frame: factors(frame, units).notna(),
        error="the unit is neither the indicator's nor one that can be turned into it",
    )


def _units(known: Known) -> pd.Series:
    return known.frame(select(indicator.c.indicator_code, indicator.c.unit)).set_index("indicator_code")["unit"]


def _tidy(frame: pd.DataFrame, known: Known) -> Tidy:
    values = parsed(frame["value"])
    rows = frame.rename(columns={"value": "value_reported", "unit": "unit_reported"})
    rows = rows.assign(value_num=values["value_num"] * factors(frame, _units(known)), qualifier=values["qualifier"])
    return {observation: rows[rows["qualifier"].notna()]}


def _rules(known: Known) -> Sequence[Rule]:
    return (not_in_future("sampled_on"), *reading_rules(known), reading_once(known))


READINGS = Dataset("readings", read_csv, _schema, _tidy, days(observation, "sampled_on", "sampled_on"), READING, _rules)
