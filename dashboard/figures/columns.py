"""Stacked columns along time: how much, of what, when."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.figures import theme
from dashboard.figures.base import Canvas, Picture, axis, band, brushable, layout, middle_of, safe, scale, time_axis
from dashboard.legend import Key


@dataclass(frozen=True)
class Series:
    """One layer of a stack: label, colour, a value per year (None: nothing known), and a pattern if it needs one."""

    label: str
    colour: str
    values: Sequence[float | None]
    pattern: str = ""


def by_year(
    years: Sequence[int], series: Sequence[Series], canvas: Canvas, unit: str, span: tuple[int, int], written
) -> Picture:
    """A column for each year, stacked; clicking one chooses its year. ``written`` turns a value into words."""
    traces = [_annual(years, one, written) for one in series]
    return _picture(traces, series, canvas, unit, span)


def by_quarter(
    starts: Sequence, series: Sequence[Series], canvas: Canvas, unit: str, span: tuple[int, int], written
) -> Picture:
    """A column for each quarter that has data, stacked; a quarter without stays empty."""
    traces = [_quarterly(starts, one, canvas, written) for one in series]
    return _picture(traces, series, canvas, unit, span)


def _annual(years: Sequence[int], series: Series, written) -> dict:
    texts = [
        f"{year} · {series.label}: {written(value)}"
        for year, value in zip(years, series.values, strict=True)
        if _known(value)
    ]
    known = [(year, value) for year, value in zip(years, series.values, strict=True) if _known(value)]
    return {
        **_columns(series, [value for _, value in known], texts),
        "x": [middle_of(year) for year, _ in known],
        "width": 0.72 * 365 * 86_400_000,
        "customdata": [f"period:{int(year)}" for year, _ in known],
    }


def _quarterly(starts: Sequence, series: Series, canvas: Canvas, written) -> dict:
    known = [(start, value) for start, value in zip(starts, series.values, strict=True) if _known(value)]
    texts = [f"{canvas.words.quarter(start)} · {series.label}: {written(value)}" for start, value in known]
    return {
        **_columns(series, [value for _, value in known], texts),
        "x": [start.isoformat() for start, _ in known],
        "offset": 0,
        "width": 80 * 86_400_000,
        "customdata": [f"period:{start.year}" for start, _ in known],
    }


def _columns(series: Series, values: list[float], texts: list[str]) -> dict:
    pattern = (
        {"pattern": {"shape": series.pattern, "fgcolor": theme.PATTERN, "size": 6, "solidity": 0.3}}
        if series.pattern
        else {}
    )
    return {
        "type": "bar",
        "y": values,
        "marker": {"color": series.colour, "line": {"width": 0}, **pattern},
        "text": [safe(text) for text in texts],
        "textposition": "none",
        "hovertemplate": "%{text}<extra></extra>",
        "unselected": {"marker": {"opacity": 1}},
    }


def _picture(traces: list[dict], series: Sequence[Series], canvas: Canvas, unit: str, span: tuple[int, int]) -> Picture:
    unit_note = {
        "text": safe(unit),
        "xref": "paper",
        "yref": "paper",
        "x": 0,
        "y": 1,
        "xanchor": "left",
        "yanchor": "bottom",
        "showarrow": False,
        "xshift": -56,
        "font": {"size": theme.SMALLEST_TYPE, "color": theme.MUTED},
    }
    style = layout(
        canvas.words,
        **brushable(),
        barmode="relative",
        margin={"l": 60, "r": 12, "t": 24, "b": 28},
        xaxis=time_axis(*span),
        yaxis=axis(**_scale(traces, canvas)),
        shapes=band(canvas.selection),
        annotations=[unit_note],
    )
    entries = tuple(Key("missing" if one.pattern else one.colour, one.label) for one in series)
    return Picture({"data": traces, "layout": style}, entries if len(entries) > 1 else ())


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


def _known(value: float | None) -> bool:
    return value is not None and value == value
