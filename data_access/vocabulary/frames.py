"""Frames as they leave the database."""

from datetime import date
from typing import Any


def without_nan(frame: Any) -> Any:
    """The frame with None where a text or a day is missing: what pandas puts there, NaN or NaT, is true when asked.

    A missing number stays NaN, so that it can be calculated with.
    """
    holed = {name: cells for name, cells in frame.items() if cells.hasnans and _is_of_words(cells)}
    object_columns = {name: cells.astype(object).where(cells.notna(), None) for name, cells in holed.items()}
    return frame.assign(**object_columns) if object_columns else frame


def _is_of_words(cells: Any) -> bool:
    """Whether a column is one of texts or days: by its type, else by the first thing in it."""
    return cells.dtype == "str" or cells.dtype.kind == "M" or isinstance(next(iter(cells.dropna()), None), (str, date))
