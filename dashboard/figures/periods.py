"""Horizontal bars along time: which period each of a few named things covers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from textwrap import wrap

from dashboard.figures import theme
from dashboard.figures.base import Canvas, Picture, axis, layout, safe, time_axis
from data_access.vocabulary.legend import Key

NAME_WIDTH, NAME_LETTERS, MOST_YEARS = 176, 26, 5
MOST_ROWS_OF_TWO_LINES = 8
# One bar alone would fill the picture.
FEWEST_ROWS = 3


@dataclass(frozen=True)
class Period:
    """A thing's name, the days it covers, the day by which more of it was expected (None: none was), its colour."""

    name: str
    first: date
    last: date
    due_on: date | None
    colour: str
    text: str


def of_things(periods: Sequence[Period], canvas: Canvas, legend: Sequence[Key]) -> Picture:
    """A bar per thing, top to bottom as given, and a line at today, or at the day of the edition."""
    today = canvas.today
    years = [today.year, *(year for period in periods for year in (period.first.year, period.last.year))]
    first, last = min(years), max(years)
    rows = range(len(periods))
    style = layout(
        canvas.words,
        margin={"l": NAME_WIDTH, "r": 12, "t": 8, "b": 28},
        xaxis=time_axis(first, last, MOST_YEARS),
        yaxis=axis(visible=False, range=[max(len(periods), FEWEST_ROWS) - 0.4, -0.6]),
        shapes=[_today(today)],
        annotations=[_name(period.name, row, len(periods)) for row, period in zip(rows, periods, strict=True)],
    )
    today_key = Key("today", canvas.words("legend.frozen" if canvas.edition else "legend.today"))
    return Picture({"data": [_bars(periods), _due_dates(periods)], "layout": style}, (*legend, today_key))


def _bars(periods: Sequence[Period]) -> dict:
    texts = [safe(period.text) for period in periods]
    return {
        "type": "bar",
        "orientation": "h",
        "base": [period.first.isoformat() for period in periods],
        "x": [(period.last - period.first).days * 86_400_000 for period in periods],
        "y": list(range(len(periods))),
        "width": 0.5,
        "marker": {"color": [period.colour for period in periods], "line": {"width": 0}},
        "text": texts,
        "textposition": "none",
        "hovertemplate": "%{text}<extra></extra>",
    }


def _due_dates(periods: Sequence[Period]) -> dict:
    due_rows = [(row, period) for row, period in enumerate(periods) if period.due_on]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [period.due_on.isoformat() for _, period in due_rows],
        "y": [row for row, _ in due_rows],
        "marker": {"symbol": "diamond-open", "size": 11, "color": theme.INK, "line": {"width": 1.6}},
        "text": [safe(period.text) for _, period in due_rows],
        "hovertemplate": "%{text}<extra></extra>",
    }


def _today(today: date) -> dict:
    place = {"xref": "x", "yref": "paper", "x0": today.isoformat(), "x1": today.isoformat(), "y0": 0, "y1": 1}
    return {"type": "line", "line": {"color": theme.INK, "width": 1.5, "dash": "dot"}, **place}


def _name(name: str, row: int, row_count: int) -> dict:
    most_lines = 2 if row_count <= MOST_ROWS_OF_TWO_LINES else 1
    lines = wrap(name, NAME_LETTERS, max_lines=most_lines, placeholder="…")
    font = {"size": theme.SMALLEST_TYPE, "color": theme.INK}
    place = {"x": 0, "xref": "paper", "xanchor": "left", "xshift": -NAME_WIDTH, "y": row, "yref": "y"}
    text = "<br>".join(safe(line) for line in lines)
    return {"text": text, "font": font, "showarrow": False, "align": "left", **place}
