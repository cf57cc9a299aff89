"""One thing among its likes along time: its own line, the middle of all, and how far they lie apart."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.figures import theme
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
from dashboard.figures.withheld import withheld_years
from data_access.vocabulary.legend import AREA, DASHES, LINE, Key
from data_access.vocabulary.states import WITHHELD

# Of the dash in the middle, px: of many years each has little room, on a phone a few px.
DASH, SHORT_DASH, CROWDED = 16, 6, 30
WIDTH = 0.5 * 365 * 86_400_000


@dataclass(frozen=True)
class Year:
    """A year: lowest, middle and highest of all, the one in question (each None where unknown), its state, its text.

    ``whole`` is what all together are, where that is told: another thing than their middle.
    """

    year: int
    low: float | None
    median: float | None
    high: float | None
    place_value: float | None
    state: str
    text: str
    whole: float | None = None


@dataclass(frozen=True)
class Target:
    """A value that was promised, the years from and to which it holds (None: not stated), its words."""

    value: float
    since: int | None
    until: int | None
    label: str


def by_year(
    years: Sequence[Year],
    targets: Sequence[Target],
    names: tuple[str, ...],
    unit: str,
    canvas: Canvas,
    name_of_whole: str = "",
) -> Picture:
    """A column from lowest to highest of each year, a dash at the middle, a line of the one in question.

    ``names`` are the words for the columns and the middle, and for the one in question if there is one;
    ``name_of_whole`` is that of a dotted line of what all together are.
    """
    span = years[0].year, years[-1].year
    ends = [end for one in years for end in (one.low, one.high, one.whole) if end is not None]
    highest, lowest = max([*ends, *(target.value for target in targets)]), min([0.0, *ends])
    style = layout(
        canvas.words,
        **brushable(),
        margin={"l": 60, "r": 12, "t": 28, "b": 28},
        xaxis=time_axis(*span),
        yaxis=axis(**scale(highest, canvas.words, lowest), zeroline=lowest < 0, zerolinecolor=theme.INK),
        shapes=[*band(canvas.selection), *(_line_of(target, span) for target in targets)],
        annotations=[above_axis(unit, 56), *(_label_of(target) for target in targets)],
    )
    colours = (theme.RAMPS["monitoring"][1], theme.RAMPS["monitoring"][4], theme.ACCENT)
    legend = [Key(*one) for one in zip(colours, names, (AREA, LINE, LINE), strict=False)]
    data = [_range(years), _middles(years)]
    years_withheld = [one.year for one in years if one.state == WITHHELD]
    if name_of_whole:
        data.append(_whole(years))
        legend.append(Key(theme.MUTED, name_of_whole, DASHES))
    if len(names) > 2:
        data.append(_here(years))
    if years_withheld:
        data.append(withheld_years(years_withheld, canvas.words))
        legend.append(Key("dots", canvas.words("state.withheld")))
    return Picture({"data": data, "layout": style}, tuple(legend))


def _shared(years: Sequence[Year]) -> dict:
    return {
        "x": [middle_of(one.year) for one in years],
        "customdata": [f"period:{one.year}" for one in years],
        "hovertemplate": "%{text}<extra></extra>",
        "text": [safe(one.text) for one in years],
        "unselected": {"marker": {"opacity": 1}},
    }


def _range(years: Sequence[Year]) -> dict:
    known_years = [one for one in years if one.low is not None]
    return {
        **_shared(known_years),
        "type": "bar",
        "base": [one.low for one in known_years],
        "y": [one.high - one.low for one in known_years],
        "width": WIDTH,
        "textposition": "none",
        "marker": {"color": theme.RAMPS["monitoring"][1], "opacity": 0.75, "line": {"width": 0}},
    }


def _middles(years: Sequence[Year]) -> dict:
    known_years = [one for one in years if one.median is not None]
    size = SHORT_DASH if len(years) > CROWDED else DASH
    mark = {"symbol": "line-ew", "size": size, "line": {"color": theme.RAMPS["monitoring"][4], "width": 3}}
    trace = {**_shared(known_years), "type": "scatter", "mode": "markers", "marker": mark}
    return {**trace, "y": [one.median for one in known_years]}


def _here(years: Sequence[Year]) -> dict:
    """A year of which nothing is known lifts the pen."""
    return {
        **_shared(years),
        "type": "scatter",
        "mode": "lines+markers",
        "y": [one.place_value for one in years],
        "connectgaps": False,
        "line": {"color": theme.ACCENT, "width": 2.5},
        "marker": {"color": theme.ACCENT, "size": 9, "line": {"color": theme.PAPER, "width": 1.5}},
    }


def _whole(years: Sequence[Year]) -> dict:
    """Dotted, with marks of another shape: grey paper tells it from the one in question."""
    return {
        **_shared(years),
        "type": "scatter",
        "mode": "lines+markers",
        "y": [one.whole for one in years],
        "connectgaps": False,
        "line": {"color": theme.MUTED, "width": 1.6, "dash": "dot"},
        "marker": {"color": theme.MUTED, "size": 7, "symbol": "diamond-open"},
    }


def _line_of(target: Target, span: tuple[int, int]) -> dict:
    first, last = max(target.since or span[0], span[0]), min(target.until or span[1], span[1])
    ends = {"x0": f"{first}-01-01", "x1": f"{last + 1}-01-01", "y0": target.value, "y1": target.value}
    return {"type": "line", "line": {"color": theme.INK, "width": 1.6, "dash": "dot"}, **ends}


def _label_of(target: Target) -> dict:
    place = {"xref": "paper", "x": 1, "xanchor": "right", "y": target.value, "yanchor": "bottom", "showarrow": False}
    font = {"size": theme.SMALLEST_TYPE, "color": theme.INK}
    return {"text": safe(target.label), "font": font, "bgcolor": "rgba(255,255,255,0.8)", **place}
