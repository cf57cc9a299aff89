"""What a station measured month by month: means, open marks where nothing was detected, limits while they held."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dashboard.figures import theme
from dashboard.figures.base import (
    Canvas,
    Picture,
    above_axis,
    axis,
    band,
    brushable,
    layout,
    safe,
    scale,
    time_axis,
)
from data_access.vocabulary.legend import DOT, Key

# A line goes on where what follows is the next month, or the next year of values of whole years.
LONGEST_STEP = {"year": timedelta(days=366)}
A_MONTH = timedelta(days=31)


@dataclass(frozen=True)
class Month:
    """First day, mean (None: most readings below detection), height of its mark, what is said of it."""

    day: date
    mean: float | None
    height: float
    text: str


@dataclass(frozen=True)
class Limit:
    """A bound, and the days from and to which it held (None: from the beginning, to this day)."""

    value: float
    since: date
    until: date | None


def by_month(
    months: Sequence[Month], limits: Sequence[Limit], span: tuple[int, int], unit: str, averaging: str, canvas: Canvas
) -> Picture:
    """A line that stops where a month, or of values of whole years a year, is missing; a click chooses the year."""
    words, colour = canvas.words, theme.middle("monitoring")
    first, last = date(span[0], 1, 1), date(span[1], 12, 31)
    shown_limits = [limit for limit in limits if limit.since <= last and (limit.until or last) >= first]
    heights = [month.height for month in months]
    style = layout(
        words,
        **brushable(),
        margin={"l": 60, "r": 12, "t": 28, "b": 28},
        xaxis=time_axis(*span),
        yaxis=axis(**scale(max([*heights, *(limit.value for limit in shown_limits)]), words, min([0.0, *heights]))),
        shapes=[*band(canvas.selection), *(_limit(limit, first, last) for limit in shown_limits)],
        annotations=[above_axis(unit, 56), *(_limit_value(limit, first, canvas) for limit in shown_limits)],
    )
    legend = [Key(colour, words("legend.month_mean"), DOT), Key("hollow", words("legend.below_detection"))]
    legend += [Key("limit", words("legend.limit"))] if shown_limits else []
    return Picture(
        {
            "data": [_line(months, colour, LONGEST_STEP.get(averaging, A_MONTH)), _marks(months, colour)],
            "layout": style,
        },
        tuple(legend),
    )


def _line(months: Sequence[Month], colour: str, longest: timedelta) -> dict:
    x, y, before = [], [], None
    for month in months:
        if before is not None and month.day - before > longest:
            x, y = [*x, before.isoformat()], [*y, None]
        x, y, before = [*x, month.day.isoformat()], [*y, month.mean], month.day
    line = {"color": colour, "width": 1.5}
    return {"type": "scatter", "mode": "lines", "x": x, "y": y, "line": line, "connectgaps": False, "hoverinfo": "skip"}


def _marks(months: Sequence[Month], colour: str) -> dict:
    fills = [theme.PAPER if month.mean is None else colour for month in months]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [month.day.isoformat() for month in months],
        "y": [month.height for month in months],
        "marker": {"size": 8, "color": fills, "line": {"color": colour, "width": 1.6}},
        "text": [safe(month.text) for month in months],
        "hovertemplate": "%{text}<extra></extra>",
        "customdata": [f"period:{month.day.year}" for month in months],
        "unselected": {"marker": {"opacity": 1}},
    }


def _limit_value(limit: Limit, first: date, canvas: Canvas) -> dict:
    """The limit as a number, above the begin of its line."""
    font = {"size": theme.SMALLEST_TYPE, "color": theme.INK}
    place = {"x": max(limit.since, first).isoformat(), "y": limit.value, "xanchor": "left", "yanchor": "bottom"}
    back = {"bgcolor": theme.PAPER, "opacity": 0.9, "borderpad": 1, "yshift": 2, "xshift": 2}
    return {"text": canvas.words.number(limit.value, 4), "showarrow": False, "font": font, **place, **back}


def _limit(limit: Limit, first: date, last: date) -> dict:
    days = max(limit.since, first).isoformat(), min(limit.until or last, last).isoformat()
    line = {"color": theme.INK, "width": 1.6, "dash": "dot"}
    return {"type": "line", "x0": days[0], "x1": days[1], "y0": limit.value, "y1": limit.value, "line": line}
