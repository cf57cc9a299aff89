"""Frames as they leave the database."""

from collections import namedtuple
from datetime import date
from functools import lru_cache
from typing import Any

# Kinds of a column, as numpy knows them, that hold no text and no day.
NUMBERS = "biufc"


# Making the type of a row takes longer than making its rows; frames have few sets of columns.
@lru_cache(512)
def _row_type(names: tuple[str, ...]) -> Any:
    return namedtuple("Row", names, rename=True)


def named_rows(frame: Any) -> list[Any]:
    """The rows of a frame as named tuples, without the index: pandas' ``itertuples`` in a third of its time."""
    columns = (cells.tolist() for _, cells in frame.items())
    return [*map(_row_type(tuple(frame.columns))._make, zip(*columns, strict=True))]


def without_nan(frame: Any) -> Any:
    """The frame with None where a text or a day is missing: what pandas puts there, NaN or NaT, is true when asked.

    A missing number stays NaN, so that it can be calculated with.
    """
    words = (frame[name] for name, kind in frame.dtypes.items() if kind.kind not in NUMBERS)
    holed = {cells.name: cells for cells in words if cells.hasnans and _is_of_words(cells)}
    object_columns = {name: cells.astype(object).where(cells.notna(), None) for name, cells in holed.items()}
    return frame.assign(**object_columns) if object_columns else frame


def _is_of_words(cells: Any) -> bool:
    """Whether a column is one of texts or days: by its type, else by the first thing in it."""
    return cells.dtype == "str" or cells.dtype.kind == "M" or isinstance(next(iter(cells.dropna()), None), (str, date))
