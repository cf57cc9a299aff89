"""A few numbers below each other, each with how far chance alone may have moved it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.figures import theme
from dashboard.figures.base import Canvas, Picture, axis, layout, safe, scale
from data_access.vocabulary.legend import DOT, Key

NAME_WIDTH = 168


@dataclass(frozen=True)
class Interval:
    """A number: its name, a note below, its value with both ends (None: ``text`` says why not), whether it is beside.

    One that is beside is what the number above it is compared with. One that is withheld has three dots instead.
    """

    name: str
    note: str
    value: float | None
    low: float | None
    high: float | None
    text: str
    is_beside: bool
    is_withheld: bool = False


def of_rows(rows: Sequence[Interval], names: tuple[str, str], topic: str, canvas: Canvas, unit: str) -> Picture:
    """A mark and a line for each, top to bottom: full ones, and empty ones that are beside; ``names`` are of these."""
    known = [(place, row) for place, row in enumerate(rows) if row.value is not None]
    highest = max((row.high or 0.0 for _, row in known), default=1.0)
    style = layout(
        canvas.words,
        margin={"l": NAME_WIDTH, "r": 16, "t": 6, "b": 44},
        xaxis=axis(**scale(highest, canvas.words), side="bottom", zeroline=True),
        yaxis=axis(visible=False, range=[len(rows) - 0.4, -0.6]),
        annotations=[_unit(unit), *(note for place, row in enumerate(rows) for note in _words(row, place))],
    )
    hue, pale = theme.middle(topic), theme.RAMPS[topic][1]
    full = {"size": 12, "symbol": "circle", "color": hue, "line": {"color": theme.PAPER, "width": 1}}
    empty = {"size": 12, "symbol": "circle", "color": theme.PAPER, "line": {"color": theme.MUTED, "width": 2}}
    own, beside = ([pair for pair in known if pair[1].is_beside == is_beside] for is_beside in (False, True))
    data = [_lines(known, pale), _marks(own, full), _marks(beside, empty)]
    hidden = [Key("dots", canvas.words("state.withheld"))] if any(row.is_withheld for row in rows) else []
    return Picture({"data": data, "layout": style}, (Key(hue, names[0], DOT), Key("hollow", names[1]), *hidden))


def _unit(text: str) -> dict[str, Any]:
    """What the scale counts, below it from the left edge on, where a phone has room for it."""
    place = {"x": 0, "y": 0, "xref": "paper", "yref": "paper", "xanchor": "left", "yanchor": "top"}
    font = {"size": theme.SMALLEST_TYPE, "color": theme.MUTED}
    return place | {"text": safe(text), "font": font, "showarrow": False, "xshift": -NAME_WIDTH, "yshift": -24}


def _lines(rows: Sequence[tuple[int, Interval]], colour: str) -> dict[str, Any]:
    """From end to end; None lifts the pen."""
    x = [end for _, row in rows for end in (row.low, row.high, None)]
    y = [spot for place, _ in rows for spot in (place, place, None)]
    line = {"color": colour, "width": 5}
    return {"type": "scatter", "mode": "lines", "x": x, "y": y, "line": line, "hoverinfo": "skip"}


def _marks(rows: Sequence[tuple[int, Interval]], marker: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [row.value for _, row in rows],
        "y": [place for place, _ in rows],
        "marker": marker,
        "text": [safe(row.text) for _, row in rows],
        "hovertemplate": "%{text}<extra></extra>",
    }


def _words(row: Interval, place: int) -> list[dict[str, Any]]:
    """The name and, below it, the note, left of the scale; in the place of a number why there is none."""
    at = {"y": place, "xanchor": "left", "showarrow": False}
    small = {"size": theme.SMALLEST_TYPE, "color": theme.MUTED}
    left = at | {"x": 0, "xref": "paper", "xshift": -NAME_WIDTH}
    name = {"text": safe(row.name), "font": {"size": 13, "color": theme.INK}, "yshift": 8}
    said = [left | name, left | {"text": safe(row.note), "font": small, "yshift": -8}]
    if row.value is not None:
        return said
    dots = {"text": "···", "hovertext": safe(row.text), "font": small | {"size": 18}}
    return [*said, at | {"x": 0, "xshift": 6} | (dots if row.is_withheld else {"text": safe(row.text), "font": small})]
