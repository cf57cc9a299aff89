"""Numbers and days for pandera that are taken only as people write them, so that what is wrong has a row."""

import re
from typing import Any

import pandas as pd
from pandera.dtypes import DataType, immutable
from pandera.engines import numpy_engine, pandas_engine

from loaders.gate.per_distinct_value import by_distinct

# What Python takes for numbers and days beyond these (``nan``, ``1_000``, ``٣``, year 1) is none in a table.
NUMBER = r"\s*[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?\s*"
DAY = r"(?:1[89]|2[01])[0-9]{2}-[0-9]{1,2}-[0-9]{1,2}"


class _Plainly(DataType):
    """Types for pandera that take text only as people write it, so that what is wrong has a row."""

    pattern: str

    def coerce(self, cells: Any) -> Any:
        """The cells in this type. Raises ValueError with the first that is not written so."""
        if pd.api.types.is_string_dtype(cells):
            odd = ~by_distinct(
                lambda distinct_cells: distinct_cells.isna() | distinct_cells.str.fullmatch(self.pattern).astype(bool),
                cells,
            )
            if odd.any():
                raise ValueError(cells[odd].iloc[0])
        return super().coerce(cells)

    def coerce_value(self, cell: Any) -> Any:
        """One cell in this type. Raises ValueError."""
        if isinstance(cell, str) and not re.fullmatch(self.pattern, cell):
            raise ValueError(cell)
        return super().coerce_value(cell)


@immutable
class PlainNumber(_Plainly, numpy_engine.Float64):
    """A finite number with a decimal point."""

    pattern = NUMBER


@immutable
class WholeNumber(_Plainly, pandas_engine.INT64):
    """A whole number."""

    pattern = NUMBER


@immutable(init=True)
class Day(_Plainly, pandas_engine.DateTime):
    """A day, from 1800 to 2199."""

    pattern = DAY
