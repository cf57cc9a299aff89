"""A grid of shaded cells: two things against each other, and how much of each pair."""

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap

from dashboard.figures import theme
from dashboard.figures.base import Canvas, Picture, axis, layout, safe
from dashboard.legend import Key

NAME_WIDTH, NAME_LETTERS, MOST_NAMES = 148, 22, 6


@dataclass(frozen=True)
class Row:
    """One row: its name, a class of shade per column (None: nothing known), the text of each cell."""

    name: str
    classes: Sequence[int | None]
    texts: Sequence[str]
    choices: Sequence[str | None] = ()


def shaded(
    rows: Sequence[Row], columns: Sequence[str], shades: Sequence[str], legend: Sequence[Key], canvas: Canvas
) -> Picture:
    """Cells in the colours ``shades`` of their class; a pair of which nothing is known stays empty."""
    style = layout(
        canvas.words,
        margin={"l": NAME_WIDTH, "r": 8, "t": 4, "b": 28},
        xaxis=axis(type="category", showgrid=False, tickangle=0, tickvals=_few(columns)),
        yaxis=axis(visible=False, range=[len(rows) - 0.5, -0.5]),
        annotations=[_name(row.name, number) for number, row in enumerate(rows)],
    )
    data = {
        "type": "heatmap",
        "x": list(columns),
        "y": list(range(len(rows))),
        "z": [list(row.classes) for row in rows],
        "zmin": 0,
        "zmax": max(len(shades) - 1, 1),
        "colorscale": _steps(shades),
        "showscale": False,
        "xgap": 2,
        "ygap": 6,
        "text": [[safe(text) for text in row.texts] for row in rows],
        "customdata": [list(row.choices) for row in rows] if any(row.choices for row in rows) else None,
        "hovertemplate": "%{text}<extra></extra>",
        "hoverongaps": False,
    }
    return Picture({"data": [data], "layout": style}, tuple(legend))


def _few(columns: Sequence[str]) -> list[str]:
    """As many names of columns as a phone has room for."""
    return list(columns[:: max(1, -(-len(columns) // MOST_NAMES))])


def _steps(shades: Sequence[str]) -> list[list]:
    """A scale of flat colours: plotly would blend them."""
    count = len(shades)
    return [[edge / count, shade] for number, shade in enumerate(shades) for edge in (number, number + 1)]


def _name(name: str, row: int) -> dict:
    place = {"x": 0, "xref": "paper", "xanchor": "left", "xshift": -NAME_WIDTH, "y": row, "yref": "y"}
    text = "<br>".join(safe(line) for line in wrap(name, NAME_LETTERS)[:2])
    font = {"size": theme.SMALLEST_TYPE, "color": theme.INK}
    return {"text": text, "font": font, "showarrow": False, "align": "left", **place}
