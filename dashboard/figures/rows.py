"""Pictures that stand in rows, and how high each row has to be for the words beside it."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

LINE_HEIGHT = 1.3  # of plotly's texts
GAP = 2
# What a row, and what is around all rows, takes of a picture that has enough height, px.
ROW, AROUND = 60, 28


@dataclass(frozen=True)
class Rows:
    """How many rows a picture has, from the top, and the least height of one, px."""

    count: int
    least: int


def height(figure: Mapping[str, Any], most: int) -> int:
    """The height of a picture, px: so much that few rows do not stand far apart, and ``most`` of any other."""
    in_rows = of(figure)
    return min(most, AROUND + ROW * in_rows.count) if in_rows else most


def of(figure: Mapping[str, Any]) -> Rows | None:
    """The rows of a figure; None of one that has none: an axis of its own is no list of things."""
    layout = figure["layout"]
    axis = layout.get("yaxis", {})
    low, high = axis.get("range", (0, 0))
    if axis.get("visible", True) or low <= high:
        return None
    ends = [*_ends(layout)]
    above, below = (max((end[side] for end in ends), default=0.0) for side in (0, 1))
    return Rows(math.ceil(low), math.ceil(above + below) + GAP)


def _ends(layout: Mapping[str, Any]) -> Iterator[tuple[float, float]]:
    """How far the words of a row reach above and below its middle, px."""
    for note in layout.get("annotations", ()):
        if note.get("yref", "y") == "y":
            size = note.get("font", {}).get("size", layout["font"]["size"])
            half, shift = LINE_HEIGHT * size * (1 + note["text"].count("<br>")) / 2, note.get("yshift", 0)
            yield half + shift, half - shift
