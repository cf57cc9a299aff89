"""Pictures that stand in rows, and how high each row has to be for the words beside it."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

LINE_HEIGHT = 1.3  # of plotly's texts
GAP = 2


@dataclass(frozen=True)
class Rows:
    """How many rows a picture has, from the top, and the least height of one, px."""

    count: int
    least: int


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
