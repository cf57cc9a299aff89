"""Horizontal bars: a few named things and how many of each."""

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap

from dashboard.figures import theme
from dashboard.figures.base import Canvas, Picture, axis, layout, safe
from dashboard.legend import Key

NAME_WIDTH, NAME_LETTERS = 168, 24


@dataclass(frozen=True)
class Part:
    """One colour of the bars: label, colour, a value per bar (None: withheld), and a pattern if it needs one."""

    label: str
    colour: str
    values: Sequence[float | None]
    pattern: str = ""


def stacked(names: Sequence[str], parts: Sequence[Part], canvas: Canvas, written) -> Picture:
    """A bar for each name, top to bottom as given. ``written`` turns (bar number, value) into the label at its end."""
    lengths = [sum(part.values[row] or 0 for part in parts) for row in range(len(names))]
    style = layout(
        canvas.words,
        barmode="stack",
        margin={"l": NAME_WIDTH, "r": 8, "t": 4, "b": 4},
        xaxis=axis(visible=False, range=[0, 1.3 * max([*lengths, 1])]),
        yaxis=axis(visible=False, range=[len(names) - 0.4, -0.6]),
        annotations=[*_names(names), *_ends(lengths, written)],
    )
    legend = tuple(Key("missing" if part.pattern else part.colour, part.label) for part in parts)
    data = [_trace(names, part) for part in parts]
    return Picture({"data": data, "layout": style}, legend if len(parts) > 1 else ())


def _trace(names: Sequence[str], part: Part) -> dict:
    pattern = (
        {"pattern": {"shape": part.pattern, "fgcolor": theme.PATTERN, "size": 6, "solidity": 0.3}}
        if part.pattern
        else {}
    )
    return {
        "type": "bar",
        "orientation": "h",
        "x": [value or 0 for value in part.values],
        "y": list(range(len(names))),
        "width": 0.62,
        "marker": {"color": part.colour, "line": {"width": 0}, **pattern},
        "hoverinfo": "skip",
    }


def _names(names: Sequence[str]) -> list[dict]:
    """Long names are broken in two lines, so that the bars keep their room."""
    texts = ["<br>".join(safe(line) for line in wrap(name, NAME_LETTERS)[:2]) for name in names]
    return [_note(text, 0, row, xref="paper", xshift=-NAME_WIDTH) for row, text in enumerate(texts)]


def _ends(lengths: Sequence[float], written) -> list[dict]:
    return [_note(safe(written(row, length)), length, row, xshift=6) for row, length in enumerate(lengths)]


def _note(text: str, x: float, y: float, **more: object) -> dict:
    place = {"x": x, "y": y, "xanchor": "left", "showarrow": False, "align": "left"}
    return {"text": text, "font": {"size": 13, "color": theme.INK}, **place, **more}
