"""Meetings in time, and what happened beside them: one axis of years, a lane for each subject."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from dashboard.figures import theme
from dashboard.figures.base import Canvas, Picture, axis, layout, middle_of, safe, scale, time_axis
from dashboard.figures.withheld import withheld_years
from data_access.vocabulary.legend import DOT, Key

COLUMN_WIDTH = 0.72 * 365 * 86_400_000
HEAD, GAP = 0.0, 0.17
AHEAD, PAST = "circle-open", "circle"


class Meeting(NamedTuple):
    """Day, whether it lies ahead or was not reported of, and its words."""

    day: date
    is_open: bool
    text: str


def beside(meetings: Sequence[Meeting], counts: Mapping[str, Mapping[int, float | None]], canvas: Canvas) -> Picture:
    """A dot for each meeting, empty where none is known to have been held; below, columns of each subject's years."""
    words, lanes = canvas.words, ["outcomes", *counts]
    years = [one.day.year for one in meetings] + [year for of_years in counts.values() for year in of_years]
    height = (1 - HEAD - GAP * len(lanes)) / len(lanes)
    axes: dict[str, Any] = {}
    data, notes = [_dots(meetings)], []
    for number, lane in enumerate(lanes):
        top = 1 - HEAD - GAP - number * (height + GAP)
        name = "y" if number == 0 else f"y{number + 1}"
        axes[name.replace("y", "yaxis")] = axis(
            domain=[max(0.0, top - height), top], **_marks(counts.get(lane), canvas)
        )
        notes.append(_title(words(f"lane.{lane}"), lane, top))
        if lane in counts:
            data += _columns(lane, counts[lane], name, canvas)
    last = "y" if len(lanes) == 1 else f"y{len(lanes)}"
    style = layout(
        words,
        margin={"l": 44, "r": 12, "t": 18, "b": 28},
        xaxis=time_axis(min(years), max(years), anchor=last),
        annotations=notes,
        **axes,
    )
    is_withheld = any(value is None for of_years in counts.values() for value in of_years.values())
    keys = [Key(theme.middle("outcomes"), words("dialogue_status.held"), DOT)]
    keys += [Key("hollow", words("legend.not_held"))] if any(one.is_open for one in meetings) else []
    return Picture(
        {"data": data, "layout": style}, (*keys, *([Key("dots", words("state.withheld"))] if is_withheld else []))
    )


def _dots(meetings: Sequence[Meeting]) -> dict[str, Any]:
    """Meetings of one month stand above each other."""
    month_counts: dict[tuple[int, int], int] = {}
    heights = []
    for one in meetings:
        month = (one.day.year, one.day.month)
        month_counts[month] = month_counts.get(month, 0) + 1
        heights.append(month_counts[month])
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [one.day.isoformat() for one in meetings],
        "y": [0.5 + 0.22 * (height // 2) * (-1) ** height for height in heights],
        "marker": {
            "size": 11,
            "symbol": [AHEAD if one.is_open else PAST for one in meetings],
            "color": theme.middle("outcomes"),
            "line": {"color": theme.middle("outcomes"), "width": 1.5},
        },
        "text": [safe(one.text) for one in meetings],
        "hovertemplate": "%{text}<extra></extra>",
    }


def _columns(lane: str, counts: Mapping[int, float | None], name: str, canvas: Canvas) -> list[dict[str, Any]]:
    values = {year: value for year, value in counts.items() if value}
    years_withheld = [year for year, value in counts.items() if value is None]
    bars = {
        "type": "bar",
        "x": [middle_of(year) for year in values],
        "y": [*values.values()],
        "yaxis": name,
        "width": COLUMN_WIDTH,
        "marker": {"color": theme.middle(lane), "line": {"width": 0}},
        "text": [safe(f"{year} · {canvas.words.number(value)}") for year, value in values.items()],
        "textposition": "none",
        "hovertemplate": "%{text}<extra></extra>",
    }
    return [bars, *([withheld_years(years_withheld, canvas.words, name)] if years_withheld else [])]


def _marks(counts: Mapping[int, float | None] | None, canvas: Canvas) -> dict[str, Any]:
    if counts is None:
        return {"range": [-0.2, 1.2], "tickvals": [], "zeroline": False}
    marks = scale(max((value for value in counts.values() if value), default=1.0), canvas.words)
    return marks | {key: [marks[key][0], marks[key][-1]] for key in ("tickvals", "ticktext")}


def _title(text: str, lane: str, top: float) -> dict[str, Any]:
    place = {"xref": "paper", "yref": "paper", "x": 0, "y": top, "xanchor": "left", "yanchor": "bottom"}
    font = {"size": 13, "color": theme.RAMPS[lane][4]}
    return {"text": safe(text), "font": font, "xshift": 2, "yshift": 5, "showarrow": False, **place}
