"""One time axis, four lanes: money, readings beyond limits, incidents, grievances."""

from collections.abc import Mapping, Sequence
from typing import Any

from dashboard.figures import theme
from dashboard.figures.base import (
    Canvas,
    Picture,
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
from dashboard.figures.withheld import withheld_years
from dashboard.text import instead, wording
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.legend import Key
from data_access.vocabulary.source import incomplete_year

LANES = ("revenue", "monitoring", "incidents", "grievances")
GAP = 0.105
QUIET_SHARE = 0.6  # of the axis: a shorter silence has no room for words on a phone
COLUMN_WIDTH = 0.72 * 365 * 86_400_000

Rows = Sequence[Any]  # of one lane: year, severity, value


def of_four_subjects(answer: Answer, canvas: Canvas, hover: list[str]) -> Picture:
    """Frame: lane, year, severity (NaN outside incidents), value (NaN withheld); one hover text per row."""
    lanes = {lane: [row for row in answer.rows if row.lane == lane] for lane in LANES}
    axes = dict(zip(LANES, ("y", "y2", "y3", "y4"), strict=True))
    row_texts = [(row, safe(text)) for row, text in zip(answer.rows, hover, strict=True) if abs(row.value) > 0]
    parts = {lane: incomplete_year(answer.of_dataset(lane)) for lane in LANES}
    data = [
        _trace(lane, axes[lane], [(row, text) for row, text in row_texts if row.lane == lane], parts[lane])
        for lane in LANES
    ]
    legend = [Key("part", canvas.words("legend.incomplete"))] if _has_part(data) else []
    years_withheld = [row.year for row in lanes["grievances"] if row.value != row.value]
    if years_withheld:
        data.append(withheld_years(years_withheld, canvas.words, axes["grievances"]))
        legend.append(Key("dots", canvas.words("state.withheld")))
    return Picture({"data": data, "layout": _layout(answer, canvas, lanes)}, tuple(legend))


def _has_part(data: Sequence[dict[str, Any]]) -> bool:
    return any("pattern" in trace["marker"] for trace in data)


def _trace(lane: str, yaxis: str, points: Sequence[tuple[Any, str]], part: int | None) -> dict[str, Any]:
    """``part`` is the year of which only a part is known; incidents, which are counted one by one, need no stripes."""
    if not points:
        return _holder(yaxis)
    rows = [row for row, _ in points]
    shared = {
        "x": [middle_of(row.year) for row in rows],
        "yaxis": yaxis,
        "text": [text for _, text in points],
        "hovertemplate": "%{text}<extra></extra>",
        "customdata": [f"period:{row.year}" for row in rows],
        "unselected": {"marker": {"opacity": 1}},
    }
    if lane == "incidents":
        return {**shared, **_bubbles(rows)}
    columns = {"type": "bar", "width": COLUMN_WIDTH, "textposition": "none"}
    marker = {"color": theme.middle(lane), **hatching("", [row.year == part for row in rows])}
    return {**shared, **columns, "y": [row.value for row in rows], "marker": marker}


def _holder(yaxis: str) -> dict[str, Any]:
    """Keeps the place of a lane that has nothing: plotly cannot place an axis that no mark belongs to."""
    mark = {"type": "scatter", "mode": "markers", "marker": {"opacity": 0}, "hoverinfo": "skip"}
    return {**mark, "x": [middle_of(2000)], "y": [0], "yaxis": yaxis}


def _bubbles(rows: Rows) -> dict[str, Any]:
    """One mark per year and severity; its area is the number of incidents."""
    return {
        "type": "scatter",
        "mode": "markers",
        "y": [row.severity for row in rows],
        "marker": {
            "size": [7 + 5 * row.value**0.5 for row in rows],
            "opacity": 1,
            "color": [theme.RAMPS["incidents"][int(row.severity) - 1] for row in rows],
            "line": {"color": theme.RAMPS["incidents"][4], "width": 1},
        },
    }


def _layout(answer: Answer, canvas: Canvas, lanes: Mapping[str, Rows]) -> dict[str, Any]:
    height = (1 - GAP * len(LANES)) / len(LANES)
    axes = {}
    notes = []
    for index, lane in enumerate(LANES):
        top = 1 - GAP - index * (height + GAP)
        axes["yaxis" if index == 0 else f"yaxis{index + 1}"] = axis(
            domain=[max(0.0, top - height), top], **_scale(lane, lanes[lane], canvas)
        )
        notes += [_title(answer, canvas, lane, top), *_silence(canvas, lane, lanes[lane], answer, top - height / 2)]
    return layout(
        canvas.words,
        **brushable(),
        margin={"l": 60, "r": 12, "t": 4, "b": 28},
        xaxis=time_axis(*whole_span(answer), anchor="y4"),
        shapes=band(canvas.selection),
        annotations=notes,
        bargap=0.2,
        **axes,
    )


def _scale(lane: str, rows: Rows, canvas: Canvas) -> dict[str, Any]:
    if lane == "incidents":
        return {"range": [0.2, 5.8], "tickvals": [1, 5]}
    if not rows:
        return {"range": [0, 1], "tickvals": []}
    values = [row.value for row in rows if row.value == row.value]
    marks = scale(max(values, default=0.0), canvas.words, min(0.0, *values))
    ends = (0, -1) if len(marks["tickvals"]) > 3 else range(len(marks["tickvals"]))
    return marks | {key: [marks[key][end] for end in ends] for key in ("tickvals", "ticktext")}


def _title(answer: Answer, canvas: Canvas, lane: str, top: float) -> dict[str, Any]:
    scope = "district" if canvas.selection.district else "country"
    unit = canvas.words(f"unit.{answer.money.unit}") if answer.money else ""
    text = canvas.words(f"timeline.{wording.lane(lane, answer)}.{scope}", unit=unit)
    if lane == "revenue" and answer.instead:
        text = f"{canvas.words(f'stage.{answer.instead}')}, {unit}"
    return _note(
        safe(text), 0, top, yanchor="bottom", xshift=-56, yshift=7, font={"size": 13, "color": theme.RAMPS[lane][4]}
    )


def _silence(canvas: Canvas, lane: str, rows: Rows, answer: Answer, height: float) -> list[dict[str, Any]]:
    """Say where a lane has no data, so that an empty stretch is not read as calm."""
    first, last = whole_span(answer)
    grey = {"size": theme.SMALLEST_TYPE, "color": theme.MUTED}
    if not any(row.value for row in rows):
        lacks_people = lane == "revenue" and instead.lacks_people(answer)
        return [
            _note(
                safe(canvas.words(instead.NO_PEOPLE if lacks_people else f"timeline.{lane}.nothing")),
                0.5,
                height,
                xanchor="center",
                yanchor="middle",
                font=grey,
            )
        ]
    begins = min(row.year for row in rows)
    # The first incident of a district is no beginning of what is recorded.
    is_of_place = lane == "incidents" and canvas.selection.district is not None
    if is_of_place or (begins - first) / (last - first + 1) < QUIET_SHARE:
        return []
    text = safe(canvas.words("timeline.begins", year=begins))
    place = {"xref": "x", "xanchor": "right", "yanchor": "middle", "xshift": -4}
    return [_note(text, f"{begins}-01-01", height, font=grey, **place)]


def _note(text: str, x: float | str, y: float, **more: object) -> dict[str, Any]:
    return {
        "text": text,
        "xref": "paper",
        "yref": "paper",
        "x": x,
        "y": y,
        "xanchor": "left",
        "showarrow": False,
        **more,
    }
