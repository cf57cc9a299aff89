"""Lanes of lines on one time axis: the same subject of a few districts, on one scale."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.figures import theme
from dashboard.figures.base import Canvas, Picture, axis, band, brushable, layout, middle_of, safe, scale, time_axis
from data_access.vocabulary.legend import Key, of_line

# Between lanes, as a part of the height: a title, and what it keeps away from the ticks above and below, px.
GAP, TITLE_ABOVE = 0.13, 9


@dataclass(frozen=True)
class Lane:
    """Its title, and for each district in their order the values by year (missing: nothing known), with their words.

    ``part`` is the year of which only a part is known.
    """

    title: str
    values: Sequence[Mapping[int, float]]
    texts: Sequence[Mapping[int, str]]
    part: int | None = None


def of_lanes(lanes: Sequence[Lane], names: Sequence[str], span: tuple[int, int], canvas: Canvas) -> Picture:
    """A lane above the other; a district keeps its colour, its mark and its dash in all of them."""
    height = (1 - GAP * (len(lanes) - 1)) / len(lanes)
    axes, notes = {}, []
    for row, lane in enumerate(lanes):
        top = 1 - row * (height + GAP)
        highest = max((value for one in lane.values for value in one.values()), default=1)
        axes[f"yaxis{row + 1 if row else ''}"] = axis(domain=[max(0, top - height), top], **_few(highest, canvas))
        notes.append(_title(lane.title, top))
    style = layout(
        canvas.words,
        **brushable(),
        margin={"l": 60, "r": 12, "t": 34, "b": 28},
        xaxis=time_axis(*span, anchor=f"y{len(lanes)}" if len(lanes) > 1 else "y"),
        shapes=band(canvas.selection),
        annotations=notes,
        **axes,
    )
    data = [
        _line(lane, place, f"y{row + 1 if row else ''}", span)
        for row, lane in enumerate(lanes)
        for place in range(len(names))
    ]
    forms = map(of_line, theme.DASHES)
    legend = [Key(*one) for one in zip(theme.COMPARISON_COLOURS, names, forms, strict=False)]
    if any(lane.part in values for lane in lanes for values in lane.values):
        legend.append(Key("hollow", canvas.words("legend.incomplete_mark")))
    return Picture({"data": data, "layout": style}, tuple(legend))


def _few(highest: float, canvas: Canvas) -> dict[str, Any]:
    marks = scale(highest, canvas.words)
    return marks | {name: [marks[name][0], marks[name][-1]] for name in ("tickvals", "ticktext")}


def _line(lane: Lane, place: int, yaxis: str, span: tuple[int, int]) -> dict[str, Any]:
    """A year of which nothing is known lifts the pen."""
    years, values, texts = range(span[0], span[1] + 1), lane.values[place], lane.texts[place]
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "x": [middle_of(year) for year in years],
        "y": [values.get(year) for year in years],
        "yaxis": yaxis,
        "line": {"color": theme.COMPARISON_COLOURS[place], "width": 2, "dash": theme.DASHES[place]},
        "marker": {"size": 7, "symbol": [_symbol(place, year == lane.part) for year in years]},
        "text": [safe(texts.get(year, "")) for year in years],
        "customdata": [f"period:{year}" for year in years],
        "hovertemplate": "%{text}<extra></extra>",
        "connectgaps": False,
        "cliponaxis": False,
        "unselected": {"marker": {"opacity": 1}},
    }


def _symbol(place: int, is_part: bool) -> str:
    return f"{theme.SYMBOLS[place]}-open" if is_part else theme.SYMBOLS[place]


def _title(text: str, top: float) -> dict[str, Any]:
    place = {"xref": "paper", "yref": "paper", "x": 0, "y": top, "xanchor": "left", "yanchor": "bottom"}
    font = {"size": theme.SMALLEST_TYPE, "color": theme.INK}
    return {"text": safe(text), "font": font, "xshift": -56, "yshift": TITLE_ABOVE, "showarrow": False, **place}
