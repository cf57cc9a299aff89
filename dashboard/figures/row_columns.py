"""Columns by year in rows below each other, each row by a scale of its own: things in units that do not compare."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.figures import grid, theme
from dashboard.figures.base import Canvas, Picture, axis, layout, safe
from data_access.vocabulary.legend import Key

# Room for what the largest column of a row says, on the right.
MOST_WIDTH, MOST_LETTERS = 100, 14
# Of the height of a row: that of its largest column, and of the least one, so that a year with figures is seen.
HEIGHT, LEAST = 0.76, 0.03


@dataclass(frozen=True)
class Row:
    """One row: its name, its number and what is said of it by year, and what the largest number is."""

    name: str
    numbers: Mapping[int, float]
    texts: Mapping[int, str]
    largest: str


def of_rows(rows: Sequence[Row], years: Sequence[int], colour: str, what: str, canvas: Canvas) -> Picture:
    """A column for each year that a row has; the largest of a row is as high as that of every other one.

    A click chooses the year. ``what`` says in the legend what the columns are.
    """
    ends = [years[0] - 0.6, years[-1] + 0.6]
    named = sorted({years[0], years[len(years) // 2], years[-1]})
    style = layout(
        canvas.words,
        margin={"l": grid.NAME_WIDTH, "r": MOST_WIDTH, "t": 4, "b": 28},
        xaxis=axis(showgrid=False, range=ends, tickvals=named, tickformat="d", tickangle=0),
        yaxis=axis(visible=False, range=[max(len(rows), grid.FEWEST) - 0.5, -0.5]),
        annotations=[note for place, row in enumerate(rows) for note in _words(row, place)],
        shapes=[_ground(place, ends) for place in range(len(rows))],
    )
    legend = (Key(colour, what), Key("none", canvas.words("legend.no_figures")))
    return Picture({"data": [_columns(rows, colour)], "layout": style}, legend)


def _columns(rows: Sequence[Row], colour: str) -> dict[str, Any]:
    points = [(place, row, year) for place, row in enumerate(rows) for year in row.numbers]
    return {
        "type": "bar",
        "x": [year for _, _, year in points],
        "y": [-_height(row, year) for _, row, year in points],
        "base": [place + HEIGHT / 2 for place, _, _ in points],
        "width": 0.76,
        "marker": {"color": colour},
        "text": [safe(row.texts[year]) for _, row, year in points],
        "textposition": "none",
        "customdata": [f"period:{year}" for _, _, year in points],
        "hovertemplate": "%{text}<extra></extra>",
    }


def _height(row: Row, year: int) -> float:
    largest = max(row.numbers.values())
    return max(LEAST, HEIGHT * row.numbers[year] / largest if largest else 0.0)


def _ground(place: int, ends: Sequence[float]) -> dict[str, Any]:
    first, last = ends
    y, line = place + HEIGHT / 2, {"color": theme.FRAME, "width": 1}
    return {"type": "line", "x0": first, "x1": last, "y0": y, "y1": y, "line": line, "layer": "below"}


def _words(row: Row, place: int) -> list[dict[str, Any]]:
    """The name on the left, and what the largest column is on the right."""
    font = {"size": theme.SMALLEST_TYPE, "color": theme.MUTED}
    spot = {"x": 1, "xref": "paper", "xanchor": "left", "xshift": 6, "y": place, "yref": "y", "showarrow": False}
    largest = grid.in_lines(row.largest, MOST_LETTERS, 2)
    return [grid.name(row.name, place), {"text": largest, "font": font, "align": "left", **spot}]
