"""Single values: as Python writes them, and as a spreadsheet may read them."""

import math
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from data_access.vocabulary.formulas import neutral

# As many as a spreadsheet holds; behind them stands nothing but the noise of binary arithmetic (0.30000000000000004).
DIGITS = 15
TYPES = {bool: "boolean", int: "integer", float: "number", date: "date", datetime: "datetime"}


def plain(value: Any) -> Any:
    """A value of a frame or a table as None, bool, int, float, date, datetime or text; several as one text."""
    if isinstance(value, tuple):
        return " ".join(map(str, value))
    if value is None or value != value or value in (math.inf, -math.inf):
        return None
    if isinstance(value, float):
        return float(f"{value:.{DIGITS}g}")
    return datetime(*value.timetuple()[:6]) if isinstance(value, datetime) else value


def text_of(value: Any) -> str:
    """A value as text: ISO dates, a point in numbers, nothing for None."""
    if isinstance(value, str):
        return neutral(value)
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%dT%H:%M:%SZ}"
    return "" if value is None else str(value)


def type_of(values: Iterable[Any]) -> str:
    """The type of a column in Table Schema."""
    kinds = {type(value) for value in values if value is not None}
    if kinds == {int, float}:
        return "number"
    return TYPES.get(kinds.pop(), "string") if len(kinds) == 1 else "string"
