"""Judging readings against the limits that held when the sample was taken. Pure functions.

The rules, for a limit with a lower bound, an upper bound or both:

* ``rejected``: the laboratory rejected the reading, or it only checks the laboratory (duplicate, blank).
* ``no_limit``: no limit for the indicator, the water's use and the averaging time held on that day.
  A daily mean is never compared with an annual limit.
* ``exceeds``: beyond a bound. A value below detection is beyond a lower bound when its detection limit
  does not reach that bound; a value above the range is beyond an upper bound that it has passed.
* ``cannot_tell``: the value is only known to be below (above) something that lies beyond the limit,
  or the laboratory does not state its detection limit.
* ``near``: within the limit, but at 80 % of it or more. For a range: in the outer tenth at either end,
  which is 80 % of the way from its middle.
* ``ok``: everything else.
"""

import numpy as np
import pandas as pd

from loaders.gate.per_distinct_value import by_distinct

RESULTS = ("ok", "near", "exceeds", "cannot_tell", "no_limit", "rejected")
NEAR = 0.8
NOT_A_READING = ("rejected", "duplicate", "blank")
MATCH = ["indicator_code", "water_use", "averaging"]
BASES = ("national", "who")


def judge(readings: pd.DataFrame, limits: pd.DataFrame) -> pd.DataFrame:
    """``result`` and ``times_limit`` of each reading, with the readings' index.

    ``readings`` has MATCH, ``sampled_on``, ``value_num``, ``qualifier`` and ``qa_flag``;
    ``limits`` has MATCH, ``min_value``, ``max_value``, ``basis``, ``valid_from``, ``valid_to``.
    ``times_limit`` is the value as a multiple of the bound that it is closest to breaking
    (above 1: beyond it); empty without a limit, for rejected readings and for mere bounds.
    """
    bounds = limits_for(readings, limits)
    low, high = bounds["min_value"], bounds["max_value"]
    value, qualifier = readings["value_num"], readings["qualifier"]
    is_rejected = readings["qa_flag"].isin(NOT_A_READING)
    is_measured = ~qualifier.isin(["<", ">"])
    cases = {
        "rejected": is_rejected,
        "no_limit": low.isna() & high.isna(),
        "exceeds": _beyond(value, qualifier, low, high),
        "cannot_tell": _undecided(value, qualifier, low, high),
        "near": is_measured & _is_near(value, low, high),
    }
    codes = np.select([*cases.values()], [RESULTS.index(result) for result in cases], RESULTS.index("ok"))
    result = pd.Categorical.from_codes(codes, RESULTS)
    times = pd.concat([value / high, low / value], axis=1).max(axis=1).replace(np.inf, np.nan)
    return pd.DataFrame(
        {"result": result, "times_limit": times.where(is_measured & ~is_rejected)}, index=readings.index
    )


def limits_for(readings: pd.DataFrame, limits: pd.DataFrame) -> pd.DataFrame:
    """``min_value`` and ``max_value`` of each reading's limit; empty where none held.

    Of several limits a national one goes before one of the WHO, then the latest.
    """
    use = by_distinct(lambda uses: uses.fillna(""), readings["water_use"])
    rows_of = readings[MATCH].assign(water_use=use).groupby(MATCH).indices
    limits_by_rank = limits.fillna({"water_use": ""}).assign(rank=limits["basis"].map(BASES.index))
    limits_by_rank = limits_by_rank.sort_values(["rank", "valid_from"], ascending=[True, False], kind="stable")
    sample_days, bounds = readings["sampled_on"].to_numpy(), np.full((len(readings), 2), np.nan)
    # From the last to the first, so that the first has the last word.
    for limit in limits_by_rank[::-1].itertuples():
        rows = rows_of.get(tuple(getattr(limit, name) for name in MATCH), np.array([], dtype=int))
        rows_in_force = rows[(sample_days[rows] >= limit.valid_from) & ~(sample_days[rows] > limit.valid_to)]
        bounds[rows_in_force] = limit.min_value, limit.max_value
    return pd.DataFrame(bounds, readings.index, ["min_value", "max_value"])


def _beyond(value, qualifier, low, high) -> pd.Series:
    below = (value < low) & (qualifier != ">") | (value <= low) & (qualifier == "<")
    above = (value > high) & (qualifier != "<") | (value >= high) & (qualifier == ">")
    return below | above


def _undecided(value, qualifier, low, high) -> pd.Series:
    """Mere bounds that do not settle the question; those beyond a limit were found before."""
    at_most = (qualifier == "<") & (value.isna() | low.notna() | (value > high))
    at_least = (qualifier == ">") & (value.isna() | high.notna() | (value < low))
    return at_most | at_least


def _is_near(value, low, high) -> pd.Series:
    one_sided = (value >= NEAR * high) & low.isna() | (value * NEAR <= low) & high.isna()
    middle, half = (low + high) / 2, (high - low) / 2
    return one_sided | ((value - middle).abs() >= NEAR * half)
