"""Marks that nobody sees and that turn the direction of writing: behind one, "100 0" may read as "0 001".

Kyrgyz, Russian and English are written from left to right and need none of them. They are taken out where files are
loaded, and once more where figures leave the store: earlier loads and editions may hold some.
"""

import re
from collections.abc import Iterable
from typing import Any

# ALM, LRM, RLM, and the embeddings, overrides and isolates of the Unicode Bidirectional Algorithm (UAX #9, table 4).
BIDI_MARKS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def straight(text: str) -> str:
    """A text without such marks."""
    return BIDI_MARKS.sub("", text)


def straight_rows(rows: Iterable[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """Rows without such marks in any cell."""
    return [_straight(row) if any(map(_turns, row)) else row for row in rows]


def _turns(cell: object) -> bool:
    return isinstance(cell, str) and not cell.isascii() and BIDI_MARKS.search(cell) is not None


def _straight(row: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(straight(cell) if isinstance(cell, str) else cell for cell in row)
