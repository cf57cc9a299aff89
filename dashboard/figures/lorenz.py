"""A Lorenz curve: how much of one thing goes to how much of another."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.figures import theme
from dashboard.figures.base import Canvas, Picture, above_axis, axis, layout, safe
from data_access.vocabulary.legend import DASHES, LINE, Key

MARKS = [0, 25, 50, 75, 100]


@dataclass(frozen=True)
class Point:
    """Shares up to a thing (percent), the text at it, what a click chooses, whether it is chosen."""

    x: float
    y: float
    text: str
    choice: str
    is_here: bool


def curve(points: Sequence[Point], names: tuple[str, str, str, str], canvas: Canvas) -> Picture:
    """The curve from nothing to all; ``names`` are those of both axes, of the line of equal shares, of the curve."""
    across, up, equal, actual = names
    mark_texts = [canvas.words.percent(mark, 0) for mark in MARKS]
    scale = {"range": [0, 100], "tickvals": MARKS, "ticktext": mark_texts}
    font = {"size": theme.SMALLEST_TYPE, "color": theme.MUTED}
    style = layout(
        canvas.words,
        margin={"l": 52, "r": 20, "t": 28, "b": 48},
        xaxis=axis(**scale, ticklabelstandoff=6, title={"text": safe(across), "font": font}),
        yaxis=axis(**scale),
        annotations=[above_axis(up, 48)],
    )
    colour = theme.middle("revenue")
    legend = (Key(colour, actual, LINE), Key(theme.MUTED, equal, DASHES))
    return Picture({"data": [_equal(), _curve(points, colour)], "layout": style}, legend)


def _equal() -> dict[str, Any]:
    line = {"color": theme.MUTED, "width": 1.5, "dash": "dot"}
    return {"type": "scatter", "mode": "lines", "x": [0, 100], "y": [0, 100], "line": line, "hoverinfo": "skip"}


def _curve(points: Sequence[Point], colour: str) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "x": [0, *(point.x for point in points)],
        "y": [0, *(point.y for point in points)],
        "fill": "tozeroy",
        "fillcolor": "rgba(37, 117, 134, 0.12)",
        "line": {"color": colour, "width": 2.5, "shape": "linear"},
        "marker": {
            "color": [colour, *(theme.ACCENT if point.is_here else colour for point in points)],
            "size": [0, *(13 if point.is_here else 7 for point in points)],
        },
        "text": ["", *(safe(point.text) for point in points)],
        "hovertemplate": "%{text}<extra></extra>",
        "customdata": ["", *(point.choice for point in points)],
    }
