"""Stacked columns along time: how much, of what, when."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from dashboard.figures import theme
from dashboard.figures.base import (
    Canvas,
    Picture,
    above_axis,
    axis,
    band,
    brushable,
    hatching,
    layout,
    middle_of,
    safe,
    scale,
    time_axis,
    whole_span,
)
from dashboard.text import Words, wording
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.clock import quarter_of
from data_access.vocabulary.legend import Key
from data_access.vocabulary.source import newest_on

ValueText = Callable[[float], str]
DAY_MILLISECONDS = 86_400_000
YEAR_WIDTH, QUARTER_WIDTH = 0.72 * 365 * DAY_MILLISECONDS, 80 * DAY_MILLISECONDS


@dataclass(frozen=True)
class Series:
    """One layer of a stack: label, colour, a value per year (None: nothing known), and a pattern if it needs one."""

    label: str
    colour: str
    values: Sequence[float | None]
    pattern: str = ""


def series_of(wide, colours: Mapping[Any, str], name: Callable[[Hashable], str]) -> list[Series]:
    """A series for each column that a frame has, in the order of ``colours``."""
    return [Series(name(key), colour, wide[key].tolist()) for key, colour in colours.items() if key in wide]


def by_year(
    answer: Answer, years: Sequence[int], series: Sequence[Series], canvas: Canvas, unit: str, value_text: ValueText
) -> Picture:
    """A column for each year, stacked; clicking one chooses its year. An incomplete year is hatched.

    A year of zero is marked as such: one without a column is not known.
    """
    traces = [_annual(answer, years, one, canvas, value_text) for one in series]
    picture = _picture(traces, series, canvas, unit, whole_span(answer))
    picture.figure["layout"]["annotations"] += [_zero(x, canvas) for x in _zeros(traces)]
    return _with_part(picture, canvas) if answer.incomplete_year in set(years) else picture


def _zeros(traces: list[dict]) -> list[str]:
    """Where all that is known is zero."""
    is_zero_by_place: dict[str, bool] = {}
    for trace in traces:
        for x, y in zip(trace["x"], trace["y"], strict=True):
            is_zero_by_place[x] = is_zero_by_place.get(x, True) and y == 0
    return [x for x, is_zero in is_zero_by_place.items() if is_zero]


def _zero(x: str, canvas: Canvas) -> dict[str, Any]:
    font = {"size": theme.SMALLEST_TYPE, "color": theme.MUTED}
    return {"x": x, "y": 0, "text": canvas.words.number(0), "font": font, "yanchor": "bottom", "showarrow": False}


def by_quarter(
    answer: Answer, starts: Sequence[date], series: Sequence[Series], canvas: Canvas, unit: str, value_text: ValueText
) -> Picture:
    """A column for each quarter that has data, stacked; one without stays empty, an incomplete one is hatched."""
    part = incomplete_quarter(answer)
    traces = [_quarterly(starts, one, part, canvas, value_text) for one in series]
    picture = _picture(traces, series, canvas, unit, whole_span(answer))
    return _with_part(picture, canvas) if part in set(starts) else picture


def _with_part(picture: Picture, canvas: Canvas) -> Picture:
    return replace(picture, legend=(*picture.legend, Key("part", canvas.words("legend.incomplete"))))


def incomplete_quarter(answer: Answer) -> date | None:
    """First day of the quarter in which the newest record lies, unless that is its last day."""
    newest = newest_on(answer.sources)
    if newest is None:
        return None
    start = quarter_of(newest)
    return start if quarter_of(newest + timedelta(days=1)) == start else None


def _annual(answer: Answer, years: Sequence[int], series: Series, canvas: Canvas, value_text: ValueText) -> dict:
    points = [(int(year), value) for year, value in zip(years, series.values, strict=True) if _is_known(value)]
    texts = [
        f"{wording.year(answer, year, canvas.words)} · {series.label}: {value_text(value)}" for year, value in points
    ]
    is_part = [year == answer.incomplete_year for year, _ in points]
    return {
        **_columns(series, [value for _, value in points], texts, is_part),
        "x": [middle_of(year) for year, _ in points],
        "width": YEAR_WIDTH,
        "customdata": [f"period:{year}" for year, _ in points],
    }


def _quarterly(
    starts: Sequence[date], series: Series, part: date | None, canvas: Canvas, value_text: ValueText
) -> dict[str, Any]:
    points = [(start, value) for start, value in zip(starts, series.values, strict=True) if _is_known(value)]
    names = [_quarter(start, part, canvas.words) for start, _ in points]
    texts = [f"{name} · {series.label}: {value_text(value)}" for name, (_, value) in zip(names, points, strict=True)]
    return {
        **_columns(series, [value for _, value in points], texts, [start == part for start, _ in points]),
        "x": [start.isoformat() for start, _ in points],
        "offset": 0,
        "width": QUARTER_WIDTH,
        "customdata": [f"period:{start.year}" for start, _ in points],
    }


def _quarter(start: date, part: date | None, words: Words) -> str:
    name = words.quarter(start)
    return words("quarter.incomplete", quarter=name) if start == part else name


def _columns(series: Series, values: list[float], texts: list[str], is_part: list[bool]) -> dict[str, Any]:
    """``is_part`` tells of which periods only a part is known."""
    return {
        "type": "bar",
        "y": values,
        "marker": {"color": series.colour, "line": {"width": 0}, **hatching(series.pattern, is_part)},
        "text": [safe(text) for text in texts],
        "textposition": "none",
        "hovertemplate": "%{text}<extra></extra>",
        "unselected": {"marker": {"opacity": 1}},
    }


def _picture(traces: list[dict], series: Sequence[Series], canvas: Canvas, unit: str, span: tuple[int, int]) -> Picture:
    style = layout(
        canvas.words,
        **brushable(),
        barmode="relative",
        margin={"l": 60, "r": 12, "t": 28, "b": 28},
        xaxis=time_axis(*span),
        yaxis=axis(**_scale(traces, canvas)),
        shapes=band(canvas.selection),
        annotations=[above_axis(unit, 56)],
    )
    entries = tuple(Key("missing" if one.pattern else one.colour, one.label) for one in series)
    return Picture({"data": traces, "layout": style}, entries)


def _scale(traces: list[dict], canvas: Canvas) -> dict:
    top, bottom = _extent(traces)
    return scale(top, canvas.words, bottom)


def _extent(traces: list[dict]) -> tuple[float, float]:
    """Top and bottom of the stacks."""
    up: dict[str, float] = {}
    down: dict[str, float] = {}
    for trace in traces:
        for x, y in zip(trace["x"], trace["y"], strict=True):
            pile = up if y >= 0 else down
            pile[x] = pile.get(x, 0) + y
    return max(up.values(), default=1), min(down.values(), default=0)


def _is_known(value: float | None) -> bool:
    return value is not None and value == value
