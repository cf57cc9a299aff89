"""Incidents as marks: when, how severe, and how exactly the date is known."""

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
    time_axis,
    whole_span,
)
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.frames import named_rows
from data_access.vocabulary.legend import DOT, Key

SEVERITIES = (1, 2, 3, 4, 5)
LENGTH = {"day": timedelta(0), "week": timedelta(7), "month": timedelta(30), "year": timedelta(364)}


def by_date(answer: Answer, canvas: Canvas, hover: list[str]) -> Picture:
    """A dot where the day is known, a bar over the span where only that is (frame: ``incident_list.by_incident``)."""
    frame = answer.frame
    words = canvas.words
    spans = [(row.starts_on, LENGTH[row.date_precision]) for row in answer.rows]
    style = layout(
        words,
        **brushable(),
        margin={"l": 30, "r": 12, "t": 28, "b": 28},
        xaxis=time_axis(*whole_span(answer)),
        yaxis=axis(range=[0.4, 5.6], tickvals=list(SEVERITIES), title=None),
        shapes=band(canvas.selection),
        annotations=[above_axis(words("incident.severity_axis"), 24)],
    )
    legend = (
        Key(theme.middle("incidents"), words("incident.day_known"), DOT),
        Key("span", words("incident.period_known")),
    )
    data = [_spans(frame, spans), _dots(frame, spans, hover)]
    return Picture({"data": data, "layout": style}, legend if any(length for _, length in spans) else legend[:1])


def _dots(frame, spans: list[tuple[date, timedelta]], hover: list[str]) -> dict:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [(start + length / 2).isoformat() for start, length in spans],
        "y": _staggered(frame),
        "marker": {
            "size": 13,
            "color": [theme.RAMPS["incidents"][severity - 1] for severity in frame["severity"]],
            "line": {"color": theme.RAMPS["incidents"][4], "width": 1.2},
        },
        "text": [safe(text) for text in hover],
        "hovertemplate": "%{text}<extra></extra>",
        "customdata": [f"district:{slug}" if slug else None for slug in frame["slug"]],
        "unselected": {"marker": {"opacity": 1}},
    }


def _spans(frame, spans: list[tuple[date, timedelta]]) -> dict:
    """Lines over the whole period in which the day lies; None lifts the pen."""
    x, y = [], []
    for (start, length), height in zip(spans, _staggered(frame), strict=True):
        if length:
            x += [start.isoformat(), (start + length).isoformat(), None]
            y += [height, height, None]
    line = {"color": theme.RAMPS["incidents"][2], "width": 5}
    return {"type": "scatter", "mode": "lines", "x": x, "y": y, "line": line, "hoverinfo": "skip"}


def _staggered(frame) -> list[float]:
    """Incidents of the same day and severity stand beside each other, not on top."""
    counts: dict[tuple, int] = {}
    heights = []
    for row in named_rows(frame):
        count = counts[row.starts_on, row.severity] = counts.get((row.starts_on, row.severity), -1) + 1
        heights.append(row.severity + (count + 1) // 2 * 0.22 * (1 if count % 2 else -1))
    return heights
