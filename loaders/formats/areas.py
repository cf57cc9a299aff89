"""SOATE codes that a mapping gives to places: districts, oblasts, or the country as a whole."""

import pandas as pd

from data_access.vocabulary import soate


def levels(codes: pd.Series) -> pd.Series:
    """``district``, ``oblast`` or ``country`` of each code; missing where there is none of such a length."""
    return codes.str.len().map(soate.LEVELS).astype("str")


def with_places(rows: pd.DataFrame, codes: pd.Series) -> pd.DataFrame:
    """The rows with ``district_code`` and ``oblast_code``; one known for its oblast, or nationally, has no district."""
    level = levels(codes)
    return rows.assign(district_code=codes.where(level == "district"), oblast_code=codes.where(level == "oblast"))
