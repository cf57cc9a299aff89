"""The layers of the district map, from the ground up; each is one trace of the figure."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from dashboard.figures import theme
from dashboard.figures.base import Canvas, SiteMark, safe
from dashboard.figures.map_names import LETTER, LINE, Name
from dashboard.text import Words
from data_access.vocabulary.states import HIGHER_LEVEL, MISSING, WITHHELD

PATTERN_STATES = (MISSING, WITHHELD, HIGHER_LEVEL)
CITY_MARKER, CITY_LINE = 14, 1.2
SITE_MARKER = 10
# Degrees: where a name would leave the map of a phone.
WEST, EAST = 72.5, 77.0
# How much wider the letters of a chosen district's name are than those of others.
CHOSEN_GROWTH = 1.4
CLEAR = [[0, "rgba(0,0,0,0)"], [1, "rgba(0,0,0,0)"]]


class Area(NamedTuple):
    """A district on a map (row: of ``places.by_district``), what is said of it, and the number of its colour."""

    row: Any
    hover: str
    step: int


def areas(districts: Sequence[Area], palette: list[str], canvas: Canvas) -> dict:
    """Every district in the colour of its step."""
    codes, hover = [area.row.district_code for area in districts], [area.hover for area in districts]
    choices = [f"district:{area.row.slug}" for area in districts]
    return district_fill(codes, [area.step for area in districts], palette, hover, choices, canvas)


def district_fill(
    codes: list[str], steps: list[int], palette: list[str], hover: list[str], choices: list[str], canvas: Canvas
) -> dict:
    """Districts in colours by number; ``hover`` is what is said of each, ``choices`` what a click on it chooses."""
    return {
        **_choropleth("districts", codes, canvas),
        "z": steps,
        "zmin": -0.5,
        "zmax": len(palette) - 0.5,
        "colorscale": _steps(palette),
        "marker": {"line": {"color": "#aab3b9", "width": 0.6}},
        "text": hover,
        "hovertemplate": "%{text}<extra></extra>",
        "customdata": choices,
    }


def patterns(districts: Sequence[Area], canvas: Canvas) -> dict:
    """plotly fills no map with a pattern, so the marks of missing numbers are a layer of their own."""
    names = [f"{row.state}:{row.district_code}" for row, *_ in districts if row.state in PATTERN_STATES]
    colour = [[0, theme.PATTERN], [1, theme.PATTERN]]
    return {**_silent("patterns", names, canvas), "colorscale": colour, "marker": {"line": {"width": 0}}}


def outlines(layer: str, codes: list[str], canvas: Canvas, colour: str, width: float) -> dict:
    """Borders without a fill."""
    return {**_silent(layer, codes, canvas), "colorscale": CLEAR, "marker": {"line": {"color": colour, "width": width}}}


def lakes(canvas: Canvas) -> dict:
    """Issyk-Kul and Song-Kol."""
    colour = [[0, theme.WATER], [1, theme.WATER]]
    line = {"line": {"color": "#9fb6c4", "width": 0.6}}
    return {**_silent("lakes", ["issyk-kul", "song-kol"], canvas), "colorscale": colour, "marker": line}


def towns(districts: Sequence[Area], palette: list[str]) -> dict:
    """Cities are too small to click as areas."""
    return {
        "type": "scattergeo",
        "mode": "markers",
        "lat": [area.row.label_lat for area in districts],
        "lon": [area.row.label_lon for area in districts],
        "marker": {
            "size": CITY_MARKER,
            "opacity": 1,
            "color": [palette[area.step] for area in districts],
            "line": {"color": theme.MUTED, "width": CITY_LINE},
        },
        "text": [area.hover for area in districts],
        "hovertemplate": "%{text}<extra></extra>",
        "customdata": [f"district:{area.row.slug}" for area in districts],
    }


def sites(marks: Sequence[SiteMark], canvas: Canvas, colour: str, symbol: str = "diamond") -> dict:
    """Small marks; a click on one chooses the site."""
    names = [f"{mark.names[canvas.words.language]} · {within(mark, canvas.words)}" for mark in marks]
    return {
        "type": "scattergeo",
        "mode": "markers",
        "lat": [mark.lat for mark in marks],
        "lon": [mark.lon for mark in marks],
        "marker": {"size": SITE_MARKER, "symbol": symbol, "color": colour, "line": {"color": theme.PAPER, "width": 1}},
        "text": [safe(name) for name in names],
        "hovertemplate": "%{text}<extra></extra>",
        "customdata": [f"site:{mark.key}" for mark in marks],
    }


def within(mark: SiteMark, words: Words) -> str:
    """How exactly the place of a site is known."""
    return words("site.within", km=words.number(mark.km))


def chosen_name(districts: Sequence, canvas: Canvas) -> dict:
    """The chosen district by name, and a ring where it is a city."""
    return {
        "type": "scattergeo",
        "mode": "markers+text",
        "lat": [row.label_lat for row in districts],
        "lon": [row.label_lon for row in districts],
        "text": [f"<b>{safe(getattr(row, f'name_{canvas.words.language}'))}</b>" for row in districts],
        "textposition": [_side(row.label_lon) for row in districts],
        "textfont": {"size": 15, "color": theme.ACCENT},
        "hoverinfo": "skip",
        "marker": {
            "size": CITY_MARKER + 6,
            "color": "rgba(0,0,0,0)",
            "opacity": [float(row.unit_type != "raion") for row in districts],
            "line": {"color": theme.ACCENT, "width": 3},
        },
    }


def under_chosen(district: Any, canvas: Canvas) -> list[Name]:
    """Two lines that the name of a chosen district covers: its letters are larger than those of other names."""
    text = "n" * round(len(getattr(district, f"name_{canvas.words.language}")) * CHOSEN_GROWTH)
    middle = {"top right": 0.5, "top left": -0.5, "top center": 0.0}[_side(district.label_lon)] * len(text) * LETTER
    return [Name(text, district.label_lat + line * LINE, district.label_lon + middle) for line in (0.3, 1.2)]


def _side(lon: float) -> str:
    """To which side of its place a name runs, so that it stays on the map of a phone."""
    return "top right" if lon < WEST else "top left" if lon > EAST else "top center"


def _choropleth(layer: str, ids: list[str], canvas: Canvas) -> dict:
    return {
        "type": "choropleth",
        "geojson": canvas.layers.get(layer, ""),
        "featureidkey": "id",
        "locations": ids,
        "showscale": False,
    }


def _silent(layer: str, ids: list[str], canvas: Canvas) -> dict:
    return {**_choropleth(layer, ids, canvas), "z": [1] * len(ids), "zmin": 0, "zmax": 1, "hoverinfo": "skip"}


def _steps(palette: list[str]) -> list[list]:
    """A colour scale that does not blend: each step holds its colour from edge to edge."""
    count = len(palette)
    return [[edge / count, colour] for step, colour in enumerate(palette) for edge in (step, step + 1)]
