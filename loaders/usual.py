"""Readings that are not like the station's others: another unit than ever, or a thousand times as much."""

from collections.abc import Sequence

import pandas as pd
from sqlalchemy import func, select

from loaders.known import Known
from loaders.rules import Rule, Severity
from loaders.store.monitoring import indicator, observation
from loaders.values import parsed, unit_factor

# Fewer values show no range.
ENOUGH = 5
# A slip between mg and µg is a factor of 1,000; real values rarely leave their range by a tenth of that.
FAR = 100
PLACE = ["station_id", "indicator_code"]
NOT_NEGATIVE = ("mg/L", "µg/L", "mg/m³", "µg/m³", "mg/kg", "NTU", "Bq/L", "µSv/h", "ha")
# Least and largest value that there can be in a unit; other units have no bounds.
BOUNDS = dict.fromkeys(NOT_NEGATIVE, (0, float("inf"))) | {"pH": (0, 14), "%": (0, 100)}
IMPOSSIBLE = "cannot be in this unit: below zero, a pH above 14, or more than 100 %"


def reading_rules(known: Known) -> Sequence[Rule]:
    """Against what the unit allows, and what the store holds when the load begins, else the same part of the file."""
    units = _canonical_units(known)
    return (_possible_reading(units), _same_unit(_stored_units(known)), _in_range(_stored_ranges(known), units))


def statistic_bounds(known: Known) -> Rule:
    """For annual statistics, against what their indicator's unit allows."""
    units = _canonical_units(known)
    return Rule(
        lambda frame: _is_possible(frame["value"], frame["indicator_code"].map(units)),
        IMPOSSIBLE,
        Severity.SET_ASIDE,
        "value",
    )


def _possible_reading(units: pd.Series) -> Rule:
    def holds(frame: pd.DataFrame) -> pd.Series:
        unit = frame["indicator_code"].map(units)
        return _is_possible(parsed(frame["value"])["value_num"] * unit_factor(frame["unit"], unit), unit)

    return Rule(holds, IMPOSSIBLE, Severity.SET_ASIDE, "value")


def _is_possible(value: pd.Series, unit: pd.Series) -> pd.Series:
    """True also where there is no value."""
    least = unit.map({name: bounds[0] for name, bounds in BOUNDS.items()})
    most = unit.map({name: bounds[1] for name, bounds in BOUNDS.items()})
    return ~((value < least) | (value > most))


def _stored_units(known: Known) -> pd.DataFrame:
    """The unit of each station and indicator, where it has always been the same."""
    columns = [observation.c[name] for name in PLACE]
    query = select(*columns, func.min(observation.c.unit_reported).label("usual")).group_by(*columns)
    return known.frame(query.having(func.min(observation.c.unit_reported) == func.max(observation.c.unit_reported)))


def _stored_ranges(known: Known) -> pd.DataFrame:
    columns = [observation.c[name] for name in PLACE]
    value = observation.c.value_num
    query = select(*columns, func.min(value).label("low"), func.max(value).label("high"))
    kept = query.where(observation.c.qualifier == "", value > 0, observation.c.qa_flag == "ok")
    return known.frame(kept.group_by(*columns).having(func.count() >= ENOUGH))


def _canonical_units(known: Known) -> pd.Series:
    return known.frame(select(indicator.c.indicator_code, indicator.c.unit)).set_index("indicator_code")["unit"]


def _same_unit(stored: pd.DataFrame) -> Rule:
    def holds(frame: pd.DataFrame) -> pd.Series:
        usual = frame[PLACE].merge(stored, on=PLACE, how="left")["usual"].set_axis(frame.index)
        own = frame.groupby(PLACE)["unit"].transform("first")
        return frame["unit"] == usual.fillna(own)

    return Rule(holds, "the station's other readings are in another unit", Severity.WARN, "unit")


def _in_range(stored: pd.DataFrame, units: pd.Series) -> Rule:
    def holds(frame: pd.DataFrame) -> pd.Series:
        read = parsed(frame["value"])
        value = read["value_num"] * unit_factor(frame["unit"], frame["indicator_code"].map(units))
        value = value.where((read["qualifier"] == "") & (value > 0) & (frame["qa_flag"] == "ok"))
        bounds = frame[PLACE].merge(stored, on=PLACE, how="left").set_axis(frame.index)
        groups = value.groupby(frame["indicator_code"])
        middle = groups.transform("median").where(groups.transform("count") >= ENOUGH)
        low, high = bounds["low"].astype(float).fillna(middle), bounds["high"].astype(float).fillna(middle)
        return ~((value > high * FAR) | (value < low / FAR))

    reason = "lies far outside what is usual there; is the unit right (mg or µg)?"
    return Rule(holds, reason, Severity.WARN, "value")
