"""Measured values as laboratories write them: bounds, decimal commas, words, other units."""

import re
from functools import lru_cache

import numpy as np
import pandas as pd

from loaders.distinct import by_distinct, by_distinct_rows

NUMBER = re.compile(r"([<>~]?)(-?[0-9]+(?:\.[0-9]+)?(?:e[-+]?[0-9]{1,2})?)")
# No measurement in any unit is larger; a number that is has lost its decimal point.
LARGEST = 1e15
QUALIFIER = pd.CategoricalDtype(["", "<", ">", "~"])
# Not detected, and traces: below a detection limit that the laboratory does not state.
BELOW_UNSTATED = ("н/о", "следы")
NOT_MEASURED = "-"
NOTHING = (np.nan, None)
# Factor from a reported unit to the indicator's unit.
CONVERSIONS = {("µg/L", "mg/L"): 0.001, ("mg/L", "µg/L"): 1000.0, ("mg/m³", "µg/m³"): 1000.0, ("µg/m³", "mg/m³"): 0.001}


def is_readable(written: pd.Series) -> pd.Series:
    """True where a value is a number, a bound such as ``<0,005``, a word for *not detected*, or a dash."""
    return by_distinct(lambda found: found.map(_read, na_action=None).notna(), written)


def parsed(written: pd.Series) -> pd.DataFrame:
    """``value_num`` and ``qualifier`` (categorical) of readable values.

    The qualifier is empty, ``<`` (below detection), ``>`` (above the range) or ``~`` (about);
    with ``<`` and ``>`` the number is the bound. Words for *not detected* give ``<`` without a
    number. A dash gives neither: nothing was measured.
    """
    return by_distinct(_parsed, written)


def factors(frame: pd.DataFrame, units: pd.Series) -> pd.Series:
    """``unit_factor`` of readings; ``units`` is the unit by indicator code."""
    return by_distinct_rows(
        lambda pairs: unit_factor(pairs["unit"], pairs["indicator_code"].map(units)), frame[["unit", "indicator_code"]]
    )


def unit_factor(reported: pd.Series, canonical: pd.Series) -> pd.Series:
    """Factor that turns reported values into the canonical unit; missing where the units do not belong together."""
    pairs = zip(reported, canonical, strict=True)
    return pd.Series([1.0 if pair[0] == pair[1] else CONVERSIONS.get(pair) for pair in pairs], reported.index, float)


def _parsed(written: pd.Series) -> pd.DataFrame:
    pairs = [_read(cell) or NOTHING for cell in written.tolist()]
    values, qualifiers = zip(*pairs, strict=True)
    return pd.DataFrame({"value_num": np.array(values), "qualifier": pd.Categorical(qualifiers, dtype=QUALIFIER)})


# The next part of a file repeats most values of this one.
@lru_cache(maxsize=100_000)
def _read(written: str | float) -> tuple[float, str | None] | None:
    """Number and qualifier of a cell; None where it is not readable or missing."""
    plain = "".join(str(written).split()).lower().replace(",", ".") if written == written else ""
    if plain in BELOW_UNSTATED:
        return np.nan, "<"
    if plain == NOT_MEASURED:
        return NOTHING
    match = NUMBER.fullmatch(plain)
    return (float(match[2]), match[1]) if match and abs(float(match[2])) <= LARGEST else None
