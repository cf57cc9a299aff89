"""The district map: every district with its value, or with the mark of what its number is instead."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from dashboard import measures, wording
from dashboard.answer import NOT_COLLECTED, VALUE, ZERO, Answer
from dashboard.figures import classes, theme
from dashboard.figures import map_layers as layers
from dashboard.figures.base import Canvas, Picture, layout, safe
from dashboard.figures.map_layers import Area
from dashboard.legend import Key
from dashboard.text import Words

ANSWERS_REMEMBERED = 64
# A mark stands for what is under it, px around it: within plotly's own 20 no district beside a city could be chosen.
AROUND_MARKS = 1
COUNTRY = {"lon": (69.05, 80.45), "lat": (39.05, 43.4)}


class Coloured(NamedTuple):
    """The districts by code with what a map shows of each, the colours of the steps, and what they mean."""

    areas: list[Area]
    palette: list[str]
    legend: list[Key]


def by_district(answer: Answer, canvas: Canvas, measure: measures.Measure) -> Picture:
    """Colour districts by ``value`` in the hue of the measure's topic (frame: ``places.by_district``)."""
    coloured = _coloured(answer, measure, canvas.words)
    has_sites = shows_sites(measure, canvas)
    return Picture(
        {"data": _traces(coloured, canvas, has_sites), "layout": country(canvas)},
        (*coloured.legend, *_of_sites(canvas, has_sites)),
    )


@lru_cache(ANSWERS_REMEMBERED)
def _coloured(answer: Answer, measure: measures.Measure, words: Words) -> Coloured:
    """What does not depend on the district that is chosen."""
    values = [row.value for row in answer.rows if row.state == VALUE]
    bounds = classes.upper_bounds(values)
    colours = [theme.RAMPS[measure.topic][step] for step in classes.spread(len(bounds))] if bounds else []
    palette = [theme.GROUND, theme.PAPER, *colours]
    hover = wording.area_hover(answer, measure, words)
    rows = zip(answer.rows, hover, strict=True)
    areas = [Area(row, safe(text), _step(row.state, row.value, bounds)) for row, text in rows]
    states = {row.state for row in answer.rows}
    legend = [*_ramp(values, bounds, palette, measure, words), *_others(states, measure, words)]
    return Coloured(sorted(areas, key=lambda area: area.row.district_code), palette, legend)


def shows_sites(measure: measures.Measure, canvas: Canvas) -> bool:
    """Whether mines and tailings stand on the map: beside water and air, and where incidents count by their site."""
    return measure.key == "exceedance_share" or (measure.topic == "incidents" and canvas.selection.by == "site")


def _of_sites(canvas: Canvas, has_sites: bool) -> tuple[Key, ...]:
    return (Key("site", canvas.words("legend.site")),) if has_sites else ()


def _step(state: str, value: float, bounds: Sequence[float]) -> int:
    """0 = the ground, 1 = zero, from 2 on the classes."""
    if state == VALUE:
        return 2 + classes.class_of(value, bounds)
    return 1 if state == ZERO else 0


def _traces(coloured: Coloured, canvas: Canvas, has_sites: bool) -> list[dict[str, Any]]:
    areas, palette = coloured.areas, coloured.palette
    chosen = [area.row for area in areas if area.row.slug == canvas.selection.district]
    return [
        layers.areas(areas, palette, canvas),
        layers.patterns(areas, canvas),
        layers.outlines("oblasts", sorted({area.row.oblast_code for area in areas}), canvas, "#7b868e", 1.3),
        layers.lakes(canvas),
        layers.towns([area for area in areas if area.row.unit_type != "raion"], palette),
        *([layers.sites(canvas.sites, canvas, theme.ACCENT)] if has_sites else []),
        layers.outlines("districts", [row.district_code for row in chosen], canvas, theme.ACCENT, 3),
        layers.oblast_names(canvas, chosen),
        layers.chosen_name(chosen, canvas),
    ]


def country(canvas: Canvas) -> dict[str, Any]:
    """The layout of a map of the whole country, which fills its frame."""
    geo = {
        "visible": False,
        "bgcolor": "rgba(0,0,0,0)",
        "projection": {"type": "mercator"},
        "lonaxis": {"range": list(COUNTRY["lon"])},
        "lataxis": {"range": list(COUNTRY["lat"])},
        "domain": {"x": [0, 1], "y": [0, 1]},
    }
    return layout(canvas.words, margin={"l": 0, "r": 0, "t": 0, "b": 0}, hoverdistance=AROUND_MARKS, geo=geo)


def _ramp(
    values: Sequence[float], bounds: Sequence[float], palette: Sequence[str], measure: measures.Measure, words: Words
) -> list[Key]:
    """The steps with the numbers that each stands for; a single one where each number has a step of its own."""
    written = [_figure(value, measure, words) for value in (min(values, default=0), *bounds)]
    spans = [low if low == high else f"{low}–{high}" for low, high in zip(written, written[1:], strict=False)]
    if len(set(values)) == len(bounds):
        spans = written[1:]
    return [Key(colour, span) for colour, span in zip(palette[2:], spans, strict=True)]


def _others(present: set[str], measure: measures.Measure, words: Words) -> list[Key]:
    """What stands instead of a number."""
    states = (ZERO, *layers.PATTERNED, NOT_COLLECTED)
    return [Key(state, wording.state(state, measure, words)) for state in states if state in present]


def _figure(value: float, measure: measures.Measure, words: Words) -> str:
    if measure.unit == "percent":
        return words.percent(value, 0 if value >= 10 else measure.places)
    return words.short_number(value)
