"""Measured values as laboratories write them: bounds, decimal commas, words, other units."""

import re
from collections.abc import Callable
from functools import lru_cache

import numpy as np
import pandas as pd

from loaders.gate.numbers import OTHER_MARK, decimal_sign, only_one
from loaders.gate.per_distinct_value import by_distinct, by_distinct_rows

NUMBER = re.compile(r"([<>~]?)(-?[0-9]+(?:\.[0-9]+)?(?:e[-+]?[0-9]{1,2})?)")
FIGURE = re.compile(r"[0-9][0-9.,]*")
UNDECIDED_VALUES = (
    "may be a thousand or a decimal fraction, and the column does not tell; write it without a sign between thousands, "
    "or state `decimal` in the mapping"
)
# No measurement in any unit is larger; a number that is has lost its decimal point.
LARGEST = 1e15
QUALIFIER = pd.CategoricalDtype(["", "<", ">", "~"])
# Not detected, and traces: below a detection limit that the laboratory does not state.
BELOW_UNSTATED = ("н/о", "следы")
NOT_MEASURED = "-"
NO_VALUE = (np.nan, None)
# Factor from a reported unit to the indicator's unit.
CONVERSIONS = {("µg/L", "mg/L"): 0.001, ("mg/L", "µg/L"): 1000.0, ("mg/m³", "µg/m³"): 1000.0, ("µg/m³", "mg/m³"): 0.001}


def is_readable(cells: pd.Series) -> pd.Series:
    """True where a value is a number, a bound such as ``<0,005``, a word for *not detected*, or a dash.

    Also where it is a number of which the column does not tell how it is meant (``is_undecided``).
    """
    return by_distinct(_each(_read), cells).notna()


def is_undecided(cells: pd.Series) -> pd.Series:
    """True of values such as ``1,250`` in a column that shows neither a decimal point nor decimal commas, or both."""
    return by_distinct(_each(lambda cell, sign: _with_decimal_point(_compact(cell), sign) is None), cells)


def with_point(cells: pd.Series, decimal: str | None = None) -> pd.Series:
    """Values without signs between thousands, by the decimal sign that the column shows, or ``decimal``.

    Missing where neither tells. A point of which nothing tells is a decimal point.
    """
    sign = decimal or _sign_of(cells)
    numbers = {cell: _with_decimal_point(_compact(cell), sign) for cell in cells.dropna().unique()}
    return cells.map({cell: cell if new == _compact(cell) else new for cell, new in numbers.items()}).astype("str")


def parse_values(cells: pd.Series) -> pd.DataFrame:
    """``value_num`` and ``qualifier`` (categorical) of readable values.

    The qualifier is empty, ``<`` (below detection), ``>`` (above the range) or ``~`` (about);
    with ``<`` and ``>`` the number is the bound. Words for *not detected* give ``<`` without a
    number. A dash gives neither: nothing was measured; nor does a value of which nobody can tell what it is.
    Commas are read as the column shows its decimal sign, a single point is a decimal point.
    """
    return by_distinct(_parse, cells)


def factors(frame: pd.DataFrame, units: pd.Series) -> pd.Series:
    """``unit_factor`` of readings; ``units`` is the unit by indicator code."""
    return by_distinct_rows(
        lambda pairs: unit_factor(pairs["unit"], pairs["indicator_code"].map(units)), frame[["unit", "indicator_code"]]
    )


def unit_factor(units: pd.Series, canonical: pd.Series) -> pd.Series:
    """Factor that turns reported values into the canonical unit; missing where the units do not belong together."""
    pairs = zip(units, canonical, strict=True)
    return pd.Series([1.0 if pair[0] == pair[1] else CONVERSIONS.get(pair) for pair in pairs], units.index, float)


def _each(function: Callable[[str, str | None], object]) -> Callable[[pd.Series], pd.Series]:
    """A function of a cell and of the decimal sign that its column shows, for all cells of a column."""

    def of_column(cells: pd.Series) -> pd.Series:
        sign = _sign_of(cells)
        return pd.Series([function(cell, sign) for cell in cells.tolist()], cells.index, dtype=object)

    return of_column


def _sign_of(cells: pd.Series) -> str | None:
    figures = (match[0] for cell in cells.dropna().unique() if (match := FIGURE.search(_compact(cell))))
    return only_one({sign for figure in figures if (sign := decimal_sign(figure)) in OTHER_MARK})


def _compact(cell: str | float) -> str:
    return "".join(str(cell).split()) if cell == cell else ""


def _with_decimal_point(compact: str, sign: str | None) -> str | None:
    """A value without signs between thousands; None where neither it nor ``sign`` tells which sign is what."""
    match = FIGURE.search(compact)
    figure = match[0] if match else ""
    own = decimal_sign(figure)
    if own in OTHER_MARK:
        return compact.replace(figure, figure.replace(OTHER_MARK[own], ""), 1)
    if own != "?":
        return compact
    mark = "," if "," in figure else "."
    if sign is None and mark == ",":
        return None
    return compact.replace(figure, figure.replace(mark, "." if sign in (None, mark) else ""), 1)


def _parse(cells: pd.Series) -> pd.DataFrame:
    pairs = [_read(cell, sign) or NO_VALUE for sign in [_sign_of(cells)] for cell in cells.tolist()]
    values, qualifiers = zip(*pairs, strict=True)
    return pd.DataFrame({"value_num": np.array(values), "qualifier": pd.Categorical(qualifiers, dtype=QUALIFIER)})


# The next part of a file repeats most values of this one.
@lru_cache(maxsize=100_000)
def _read(cell: str | float, sign: str | None) -> tuple[float, str | None] | None:
    """Number and qualifier of a cell; None where it is not readable or missing."""
    # In our own format a single point is a decimal point, whatever stands beside it.
    compact = _compact(cell).lower()
    number = _with_decimal_point(compact, sign) if "," in compact or compact.count(".") > 1 else compact
    if number is None:
        return NO_VALUE
    plain = number.replace(",", ".")
    if plain in BELOW_UNSTATED:
        return np.nan, "<"
    if plain == NOT_MEASURED:
        return NO_VALUE
    match = NUMBER.fullmatch(plain)
    return (float(match[2]), match[1]) if match and abs(float(match[2])) <= LARGEST else None
