"""Lines along time, labelled at their ends; where nothing is known the line stops."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dashboard.figures.base import (
    Canvas,
    Picture,
    above_axis,
    axis,
    band,
    brushable,
    layout,
    middle_of,
    safe,
    scale,
    time_axis,
)
from data_access.vocabulary.legend import Key, of_line


@dataclass(frozen=True)
class Line:
    """Label, colour, a value per year (None: nothing known), dash of the line, symbol of its marks."""

    label: str
    colour: str
    values: Sequence[float | None]
    dash: str = "solid"
    symbol: str = "circle"


def by_year(
    years: Sequence[int], lines: Sequence[Line], canvas: Canvas, unit: str, span: tuple[int, int], value_text
) -> Picture:
    """A mark for each known year; clicking one chooses its year. ``value_text`` turns a value into words.

    A year of which nothing is known, or that is not among ``years``, lifts the pen.
    """
    lines = [replace(line, values=_whole(years, line.values, span)) for line in lines]
    years = range(span[0], span[1] + 1)
    style = layout(
        canvas.words,
        **brushable(),
        margin={"l": 60, "r": 12, "t": 28, "b": 28},
        xaxis=time_axis(*span),
        yaxis=axis(**scale(_highest(lines), canvas.words)),
        shapes=band(canvas.selection),
        annotations=[above_axis(unit, 56)],
    )
    legend = tuple(Key(line.colour, line.label, of_line(line.dash)) for line in lines)
    return Picture({"data": [_trace(years, line, value_text) for line in lines], "layout": style}, legend)


def _whole(years: Sequence[int], values: Sequence[float | None], span: tuple[int, int]) -> list[float | None]:
    values_by_year = dict(zip(years, values, strict=True))
    return [values_by_year.get(year) for year in range(span[0], span[1] + 1)]


def _highest(lines: Sequence[Line]) -> float:
    return max((value for line in lines for value in line.values if value is not None and value == value), default=1)


def _trace(years: Sequence[int], line: Line, value_text) -> dict:
    values = [None if value is None or value != value else value for value in line.values]
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "x": [middle_of(year) for year in years],
        "y": values,
        "connectgaps": False,
        "line": {"color": line.colour, "width": 2.5, "dash": line.dash},
        "marker": {"color": line.colour, "size": 9, "symbol": line.symbol},
        "text": [
            "" if value is None else safe(f"{year} · {line.label}: {value_text(value)}")
            for year, value in zip(years, values, strict=True)
        ],
        "hovertemplate": "%{text}<extra></extra>",
        "customdata": [f"period:{int(year)}" for year in years],
        "unselected": {"marker": {"opacity": 1}},
    }
