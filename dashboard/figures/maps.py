"""The district map: every district with its value, or with the mark of what its number is instead."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any, NamedTuple

from dashboard.figures import classes, map_meetings, map_names, theme
from dashboard.figures import map_layers as layers
from dashboard.figures.base import Canvas, MeetingMark, Picture, layout, safe
from dashboard.figures.map_layers import Area
from dashboard.text import Words, wording
from data_access.vocabulary import measures
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.legend import Key
from data_access.vocabulary.states import NOT_COLLECTED, VALUE, ZERO

ANSWERS_REMEMBERED = 64
# A mark stands for what is under it, px around it: within plotly's own 20 no district beside a city could be chosen.
AROUND_MARKS = 1
COUNTRY = {"lon": (69.05, 80.45), "lat": (39.05, 43.4)}


class DistrictColours(NamedTuple):
    """The districts by code with what a map shows of each, the colours of the steps, and what they mean."""

    areas: list[Area]
    palette: list[str]
    legend: list[Key]


def by_district(answer: Answer, canvas: Canvas, measure: measures.Measure) -> Picture:
    """Colour districts by ``value`` in the hue of the measure's topic (frame: ``places.by_district``)."""
    colours = _district_colours(answer, measure, canvas.words)
    has_sites, meetings = shows_sites(measure, canvas), map_meetings.on_map(measure, canvas)
    return Picture(
        {"data": _traces(_with_meetings(colours, meetings, canvas), canvas, has_sites, meetings)}
        | {"layout": country(canvas)},
        (*colours.legend, *_of_sites(canvas, has_sites), *map_meetings.legend(meetings, canvas.words)),
    )


# An answer is of one version; what follows from it alone is remembered by it.
@lru_cache(ANSWERS_REMEMBERED)
def _district_colours(answer: Answer, measure: measures.Measure, words: Words) -> DistrictColours:
    """What does not depend on the district that is chosen."""
    begins = classes.bounds(answer.extent, measure.places)
    colours = [theme.RAMPS[measure.topic][step] for step in classes.spread(len(begins) + 1)]
    palette = [theme.GROUND, theme.PAPER, theme.PAID_BACK, *colours]
    hover = wording.area_hover(answer, measure, words)
    rows = zip(answer.rows, hover, strict=True)
    areas = [Area(row, safe(text), _step(row, begins, measure)) for row, text in rows]
    has_values = any(row.state in (VALUE, ZERO) for row in answer.rows)
    ramp = _ramp(begins, colours, measure, words) if has_values else []
    legend = [*_paid_back(answer, words), *ramp, *_others(answer, measure, words)]
    return DistrictColours(sorted(areas, key=lambda area: area.row.district_code), palette, legend)


def _with_meetings(colours: DistrictColours, meetings: Sequence[MeetingMark], canvas: Canvas) -> DistrictColours:
    """The same; what is said of a district tells of its meetings too, whose marks are silent."""
    said = map_meetings.hover(meetings, canvas.words)
    lines = {code: f"<br>{text}" for code, text in said.items()}
    areas = [area._replace(hover=area.hover + lines.get(area.row.district_code, "")) for area in colours.areas]
    return colours._replace(areas=areas)


def shows_sites(measure: measures.Measure, canvas: Canvas) -> bool:
    """Whether mines and tailings stand on the map: beside water and air, and where incidents count by their site."""
    return measure.key in measures.EXCEEDANCES or (measure.topic == "incidents" and canvas.selection.by == "site")


def _of_sites(canvas: Canvas, has_sites: bool) -> tuple[Key, ...]:
    return (Key("site", canvas.words("legend.site")),) if has_sites else ()


def _step(row: Any, begins: Sequence[float], measure: measures.Measure) -> int:
    """0 = the ground, 1 = zero, 2 = below zero, from 3 on the classes, by the number as it is written."""
    if row.state != VALUE:
        return 1 if row.state == ZERO else 0
    return 2 if row.value < 0 else 3 + classes.class_of(classes.rounded_text(row.value, measure.places), begins)


def _traces(
    colours: DistrictColours, canvas: Canvas, has_sites: bool, meetings: Sequence[MeetingMark]
) -> list[dict[str, Any]]:
    areas, palette = colours.areas, colours.palette
    chosen_rows = [area.row for area in areas if area.row.slug == canvas.selection.district]
    towns = [area for area in areas if area.row.unit_type != "raion"]
    return [
        layers.areas(areas, palette, canvas),
        layers.patterns(areas, canvas),
        layers.outlines("oblasts", sorted({area.row.oblast_code for area in areas}), canvas, "#7b868e", 1.3),
        layers.lakes(canvas),
        layers.towns(towns, palette),
        *([layers.sites(canvas.sites, canvas, theme.ACCENT)] if has_sites else []),
        *map_meetings.layers(meetings),
        layers.outlines("districts", [row.district_code for row in chosen_rows], canvas, theme.ACCENT, 3),
        map_names.layer(_names([area.row for area in areas], chosen_rows, canvas, has_sites, meetings)),
        layers.chosen_name(chosen_rows, canvas),
    ]


def _names(
    rows: Sequence[Any], chosen_rows: Sequence[Any], canvas: Canvas, has_sites: bool, meetings: Sequence[MeetingMark]
) -> list[map_names.Name]:
    """The districts that the map is about, then oblasts, then cities; none under the chosen district's name."""
    language, towns = canvas.words.language, [row for row in rows if row.unit_type != "raion"]
    marks = [map_names.mark(row.label_lat, row.label_lon) for row in towns]
    marks += [map_names.mark(site.lat, site.lon) for site in canvas.sites] if has_sites else []
    marks += [line for row in chosen_rows for line in layers.under_chosen(row, canvas)]
    spots = map_meetings.taken(meetings)
    others = [row for row in rows if row not in chosen_rows]
    marks += spots
    district_names = map_names.names_with_room(map_meetings.above(map_names.of_ranked(others, language), spots), marks)
    oblasts = map_names.of_oblasts(canvas, [*district_names, *marks])
    cities = map_names.of_towns([row for row in towns if row not in chosen_rows], language)
    return [*oblasts, *district_names, *map_names.names_with_room(cities, [*oblasts, *district_names, *marks])]


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


def _paid_back(answer: Answer, words: Words) -> list[Key]:
    is_below = any(row.state == VALUE and row.value < 0 for row in answer.rows)
    return [Key(theme.PAID_BACK, words("legend.paid_back"))] if is_below else []


def _ramp(begins: Sequence[float], colours: Sequence[str], measure: measures.Measure, words: Words) -> list[Key]:
    """The classes with the numbers that each stands for; none holds a number of another."""
    if not begins:
        return [Key(colours[0], words("legend.above_zero"))]
    ends = [(_figure(one, measure, words), _before(one, measure, words)) for one in begins]
    inner = [low if low == high else f"{low}–{high}" for (low, _), (_, high) in pairwise(ends)]
    first, last = words("legend.under", n=ends[0][0]), words("legend.from", n=ends[-1][0])
    return [Key(colour, span) for colour, span in zip(colours, (first, *inner, last), strict=True)]


def _before(bound: float, measure: measures.Measure, words: Words) -> str:
    return _figure(classes.before(bound, measure.places), measure, words)


def _others(answer: Answer, measure: measures.Measure, words: Words) -> list[Key]:
    """What stands instead of a number."""
    states = (ZERO, *layers.PATTERN_STATES, NOT_COLLECTED)
    keys = {Key(row.state, wording.reason(row, measure, words)) for row in answer.rows if row.state in states}
    return sorted(keys, key=lambda key: (states.index(key.mark), key.label))


def _figure(value: float, measure: measures.Measure, words: Words) -> str:
    if value >= classes.LARGE:
        return words.short_number(value)
    return wording.full(value, measure.unit, words, measure.places)
