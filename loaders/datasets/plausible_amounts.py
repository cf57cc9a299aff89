"""Amounts of money that are not like the others of their stream and place: a thousand times as much, or a thousandth.

A column in thousands of som, a lost decimal comma and three zeros too many all show themselves so, and in nothing else.
"""

from collections.abc import Callable, Sequence

import pandas as pd
from sqlalchemy import ColumnElement, func, select

from loaders.gate.reference_codes import ReferenceCodes
from loaders.gate.rules import Rule, Severity
from loaders.store.revenue import flow, mineral_sales

# Fewer amounts show no range.
ENOUGH = 5
# A slip is a factor of 1,000; real amounts rarely leave the range of the earlier ones by a tenth of that.
FAR = 100
# Payers of one stream differ by more than the amounts of one place do.
FAR_FROM_MIDDLE = 1_000
UNUSUAL = "is a hundred times what was usual there, or a hundredth: is the unit right (thousands)?"
Column = Callable[[pd.DataFrame], pd.Series]
Places = Callable[[pd.DataFrame], pd.DataFrame]


def flow_rule(reference_codes: ReferenceCodes, in_kgs: Column) -> Rule:
    """For flows, by stage, stream and place; ``in_kgs`` turns the rows of a file into KGS."""
    place = func.coalesce(flow.c.district_code, flow.c.oblast_code, "")
    ranges = _ranges(reference_codes, [flow.c.stage, flow.c.stream_code, place.label("place")], flow.c.amount_kgs)
    return _in_range(ranges, _place_of_flow, in_kgs, "amount_government")


def sales_rule(reference_codes: ReferenceCodes) -> Rule:
    """For sales of minerals, by company."""
    ranges = _ranges(reference_codes, [mineral_sales.c.payer_code], mineral_sales.c.sales_kgs)
    return _in_range(ranges, lambda frame: frame[["payer_code"]], lambda frame: frame["sales_kgs"], "sales_kgs")


def _place_of_flow(frame: pd.DataFrame) -> pd.DataFrame:
    place = frame["district_code"].fillna(frame["oblast_code"]).fillna("")
    return frame[["stage", "stream_code"]].assign(place=place)


def _in_range(ranges: pd.DataFrame, place_of: Places, in_kgs: Column, column: str) -> Rule:
    """Against what the store holds when the load begins, else against the middle of the same part of the file."""

    def holds(frame: pd.DataFrame) -> pd.Series:
        value = in_kgs(frame).abs()
        value = value.where(value > 0)
        places = place_of(frame).astype("str")
        bounds = places.merge(ranges, on=[*places], how="left")[["low", "high"]].set_axis(frame.index)
        groups = value.groupby([places[name] for name in places])
        middle = groups.transform("median").where(groups.transform("count") >= ENOUGH)
        is_far = (value > bounds["high"] * FAR) | (value < bounds["low"] / FAR)
        return ~(is_far | (bounds["high"].isna() & (value >= middle * FAR_FROM_MIDDLE)))

    return Rule(holds, UNUSUAL, Severity.WARN, column)


def _ranges(
    reference_codes: ReferenceCodes, place: Sequence[ColumnElement[str]], amount: ColumnElement[float]
) -> pd.DataFrame:
    """Least and largest amount of each place that has enough of them, whether paid or paid back."""
    value = func.abs(amount)
    ends = func.min(value).label("low"), func.max(value).label("high")
    query = select(*place, *ends).where(value > 0).group_by(*place).having(func.count() >= ENOUGH)
    bounds = reference_codes.frame(query)
    return bounds.astype({"low": float, "high": float})
