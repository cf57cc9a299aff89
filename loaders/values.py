"""Measured values as laboratories write them: bounds, decimal commas, words, other units."""

import pandas as pd

from loaders.distinct import by_distinct

NUMBER = r"[<>~]?-?[0-9]+(?:\.[0-9]+)?(?:e[-+]?[0-9]{1,2})?"
# No measurement in any unit is larger; a number that is has lost its decimal point.
LARGEST = 1e15
# Not detected, and traces: below a detection limit that the laboratory does not state.
BELOW_UNSTATED = ("н/о", "следы")
NOT_MEASURED = "-"
# Factor from a reported unit to the indicator's unit.
CONVERSIONS = {("µg/L", "mg/L"): 0.001, ("mg/L", "µg/L"): 1000.0, ("mg/m³", "µg/m³"): 1000.0, ("µg/m³", "mg/m³"): 0.001}


def normalised(written: pd.Series) -> pd.Series:
    """Values without spaces, in lower case, with a decimal point; missing stays missing."""
    return written.str.replace(r"\s", "", regex=True).str.lower().str.replace(",", ".", regex=False)


def is_readable(written: pd.Series) -> pd.Series:
    """True where a value is a number, a bound such as ``<0,005``, a word for *not detected*, or a dash."""
    return by_distinct(_is_readable, written)


def parsed(written: pd.Series) -> pd.DataFrame:
    """``value_num`` and ``qualifier`` of readable values.

    The qualifier is empty, ``<`` (below detection), ``>`` (above the range) or ``~`` (about);
    with ``<`` and ``>`` the number is the bound. Words for *not detected* give ``<`` without a
    number. A dash gives neither: nothing was measured.
    """
    return by_distinct(_parsed, written)


def _is_readable(written: pd.Series) -> pd.Series:
    plain = normalised(written)
    return plain.str.fullmatch(NUMBER) & _is_bearable(plain) | plain.isin([*BELOW_UNSTATED, NOT_MEASURED])


def _is_bearable(plain: pd.Series) -> pd.Series:
    return ~(pd.to_numeric(plain.str.lstrip("<>~"), errors="coerce").abs() > LARGEST)


def _parsed(written: pd.Series) -> pd.DataFrame:
    parts = normalised(written).str.extract(r"^([<>~]?)(-?[0-9.]+(?:e[-+]?[0-9]+)?)$")
    below = normalised(written).isin(BELOW_UNSTATED)
    return pd.DataFrame({"value_num": parts[1].astype(float), "qualifier": parts[0].mask(below, "<")})


def unit_factor(reported: pd.Series, canonical: pd.Series) -> pd.Series:
    """Factor that turns reported values into the canonical unit; missing where the units do not belong together."""
    units = pd.DataFrame({"reported": reported, "canonical": canonical})
    pairs = units.drop_duplicates()
    same = pairs["reported"] == pairs["canonical"]
    factors = [CONVERSIONS.get(pair) for pair in pairs.itertuples(index=False, name=None)]
    pairs = pairs.assign(factor=pd.Series(factors, pairs.index, dtype=float).mask(same, 1.0))
    return units.merge(pairs, how="left")["factor"].set_axis(reported.index)
