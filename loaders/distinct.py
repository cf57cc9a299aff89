"""Doing something once per distinct value: long files repeat few values many times."""

from collections.abc import Callable
from typing import TypeVar

import pandas as pd

Result = TypeVar("Result", pd.Series, pd.DataFrame)


def by_distinct(function: Callable[[pd.Series], Result], values: pd.Series) -> Result:
    """What an element-wise function gives for a series, with the series' index."""
    codes, found = pd.factorize(values, use_na_sentinel=False)
    return function(pd.Series(found, dtype=values.dtype)).take(codes).set_axis(values.index)
