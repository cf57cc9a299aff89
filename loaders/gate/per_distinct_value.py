"""Doing something once per distinct value: long files repeat few values many times.

Text columns of a part are categorical: the distinct values, and a code per row. What is done by distinct value then
needs no second look at the rows.
"""

from collections.abc import Callable, Collection
from typing import TypeVar

import numpy as np
import pandas as pd

Result = TypeVar("Result", pd.Series, pd.DataFrame)


def to_categories(values: np.ndarray | pd.Series) -> pd.Categorical:
    """Values as categories in the order in which they come; missing stays missing."""
    if isinstance(values, pd.Series) and _is_coded(values.dtype):
        return values.array
    codes, distinct = pd.factorize(values)
    return pd.Categorical.from_codes(codes, distinct, validate=False)


def from_categories(frame: pd.DataFrame, besides: Collection[str] = ()) -> pd.DataFrame:
    """The frame with its categorical columns, ``besides`` these, as what their categories are."""
    kinds = frame.dtypes.drop(list(besides), errors="ignore")
    return frame.astype({name: kind.categories.dtype for name, kind in kinds.items() if _is_coded(kind)})


def by_distinct(function: Callable[[pd.Series], Result], values: pd.Series) -> Result:
    """What an element-wise function gives for a series, with the series' index."""
    categories = to_categories(values)
    # One more than there are, missing: the code of missing values, -1, takes the last one.
    distinct = pd.Series(categories.categories).reindex(range(len(categories.categories) + 1))
    return function(distinct).take(categories.codes).set_axis(values.index)


def by_distinct_rows(function: Callable[[pd.DataFrame], Result], frame: pd.DataFrame) -> Result:
    """What a function gives that looks at rows once each, in the order in which they first come; with the index.

    The function gets the distinct rows of the frame, decoded and indexed from 0.
    """
    group = np.zeros(len(frame), dtype=np.int64)
    for name in frame:
        categories = to_categories(frame[name])
        group, _ = pd.factorize(group * (len(categories.categories) + 1) + categories.codes)
    first = np.flatnonzero(~pd.Series(group).duplicated())
    return function(from_categories(frame.iloc[first]).reset_index(drop=True)).take(group).set_axis(frame.index)


def _is_coded(kind) -> bool:
    return isinstance(kind, pd.CategoricalDtype)
