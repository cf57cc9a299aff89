"""Readings that are not like the station's others: another unit than ever, or a thousand times as much."""

from collections.abc import Sequence

import pandas as pd
from sqlalchemy import func, select

from loaders.gate.per_distinct_value import by_distinct_rows
from loaders.gate.reference_codes import ReferenceCodes
from loaders.gate.rules import Rule, Severity
from loaders.gate.values import UNDECIDED_VALUES, factors, is_undecided, parse_values
from loaders.store.monitoring import indicator, observation

# Fewer values show no range.
ENOUGH = 5
# A slip between mg and µg is a factor of 1,000; real values rarely leave their range by a tenth of that.
FAR = 100
PLACE = ["station_id", "indicator_code"]
NOT_NEGATIVE = ("mg/L", "µg/L", "mg/m³", "µg/m³", "mg/kg", "NTU", "Bq/L", "µSv/h", "ha", "count")
NO_BOUNDS = (float("-inf"), float("inf"))
# Least and largest value that there can be in a unit.
BOUNDS = dict.fromkeys(NOT_NEGATIVE, (0, float("inf"))) | {"pH": (0, 14), "%": (0, 100)}
IMPOSSIBLE = "cannot be in this unit: below zero, a pH above 14, or more than 100 %"
RANGE = ["low", "high"]


def reading_rules(reference_codes: ReferenceCodes) -> Sequence[Rule]:
    """Against what the unit allows, and what the store holds when the load begins, else the same part of the file."""
    units = _canonical_units(reference_codes)
    return (
        Rule(lambda frame: ~is_undecided(frame["value"]).astype(bool), UNDECIDED_VALUES, Severity.SET_ASIDE, "value"),
        _possible_reading(units),
        _same_unit(_stored_units(reference_codes)),
        _in_range(_stored_ranges(reference_codes), units),
    )


def statistic_bounds(reference_codes: ReferenceCodes) -> Rule:
    """For annual statistics, against what their indicator's unit allows."""
    units = _canonical_units(reference_codes)
    return Rule(
        lambda frame: _is_possible(frame["value"], frame["indicator_code"], units),
        IMPOSSIBLE,
        Severity.SET_ASIDE,
        "value",
    )


def _possible_reading(units: pd.Series) -> Rule:
    def holds(frame: pd.DataFrame) -> pd.Series:
        value = parse_values(frame["value"])["value_num"] * factors(frame, units)
        return _is_possible(value, frame["indicator_code"], units)

    return Rule(holds, IMPOSSIBLE, Severity.SET_ASIDE, "value")


def _is_possible(value: pd.Series, indicators: pd.Series, units: pd.Series) -> pd.Series:
    """True also where there is no value."""
    bounds = pd.DataFrame([BOUNDS.get(unit, NO_BOUNDS) for unit in units], units.index, columns=RANGE, dtype=float)
    least, most = (indicators.map(bounds[side]).astype(float) for side in RANGE)
    return ~((value < least) | (value > most))


def _stored_units(reference_codes: ReferenceCodes) -> pd.DataFrame:
    """The unit of each station and indicator, where it has always been the same."""
    columns = [observation.c[name] for name in PLACE]
    query = select(*columns, func.min(observation.c.unit_reported).label("usual")).group_by(*columns)
    return reference_codes.frame(
        query.having(func.min(observation.c.unit_reported) == func.max(observation.c.unit_reported))
    )


def _stored_ranges(reference_codes: ReferenceCodes) -> pd.DataFrame:
    columns = [observation.c[name] for name in PLACE]
    value = observation.c.value_num
    query = select(*columns, func.min(value).label("low"), func.max(value).label("high"))
    plain_values = query.where(observation.c.qualifier == "", value > 0, observation.c.qa_flag == "ok")
    return reference_codes.frame(plain_values.group_by(*columns).having(func.count() >= ENOUGH))


def _canonical_units(reference_codes: ReferenceCodes) -> pd.Series:
    return reference_codes.frame(select(indicator.c.indicator_code, indicator.c.unit)).set_index("indicator_code")[
        "unit"
    ]


def _same_unit(usual_units: pd.DataFrame) -> Rule:
    def fits(places: pd.DataFrame) -> pd.Series:
        usual = places.merge(usual_units, on=PLACE, how="left")["usual"]
        return places["unit"] == usual.fillna(places.groupby(PLACE)["unit"].transform("first"))

    def holds(frame: pd.DataFrame) -> pd.Series:
        return by_distinct_rows(fits, frame[[*PLACE, "unit"]])

    return Rule(holds, "the station's other readings are in another unit", Severity.WARN, "unit")


def _in_range(ranges: pd.DataFrame, units: pd.Series) -> Rule:
    def holds(frame: pd.DataFrame) -> pd.Series:
        parts = parse_values(frame["value"])
        value = parts["value_num"] * factors(frame, units)
        value = value.where((parts["qualifier"] == "") & (value > 0) & (frame["qa_flag"] == "ok"))
        bounds = by_distinct_rows(lambda places: places.merge(ranges, on=PLACE, how="left")[RANGE], frame[PLACE])
        groups = value.groupby(frame["indicator_code"])
        middle = groups.transform("median").where(groups.transform("count") >= ENOUGH)
        low, high = (bounds[side].astype(float).fillna(middle) for side in RANGE)
        return ~((value > high * FAR) | (value < low / FAR))

    reason = "lies far outside what is usual there; is the unit right (mg or µg)?"
    return Rule(holds, reason, Severity.WARN, "value")
