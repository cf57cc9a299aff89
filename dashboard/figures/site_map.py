"""Sites on a map: all of them over the country, or one within the circle in which it lies."""

import math
from collections.abc import Mapping, Sequence
from typing import Any

from dashboard.figures import map_layers as layers
from dashboard.figures import map_names, theme
from dashboard.figures.base import Canvas, Picture, SiteMark, safe
from dashboard.figures.maps import country
from data_access.vocabulary.legend import Key
from data_access.vocabulary.soate import oblast_of

# Of each kind its colour and symbol: told apart without the other. Legends show the same (``assets/3-marks.css``).
STYLES = {
    "mine": (theme.COMPARISON_COLOURS[0], "circle"),
    "plant": (theme.COMPARISON_COLOURS[2], "square"),
    "legacy": (theme.COMPARISON_COLOURS[1], "diamond"),
    "pilot": (theme.COMPARISON_COLOURS[3], "triangle-up"),
}
ROLES = {"host": "#a9bac5", "affected": "#c6d2d9", "revenue_sharing": "#e1e8ec"}
KM_PER_DEGREE = 111.2
# Half the width and height of the map around one site, degrees; the frame is about twice as wide as high.
AROUND = {"lon": 1.95, "lat": 0.74}
CORNERS = 48
CIRCLE, INSIDE = "#9c1f6b", "rgba(156, 31, 107, 0.2)"


def of_all(sites: Sequence[SiteMark], canvas: Canvas) -> Picture:
    """Every shown site by its kind; a click opens it."""
    codes = [place.code for place in canvas.ground]
    chosen_codes = [place.code for place in canvas.ground if place.slug == canvas.selection.district]
    data = [
        _areas(dict.fromkeys(codes, 0), [theme.GROUND], canvas),
        layers.outlines("oblasts", sorted({oblast_of(code) for code in codes}), canvas, "#7b868e", 1.3),
        layers.lakes(canvas),
        layers.outlines("districts", chosen_codes, canvas, theme.ACCENT, 3),
        map_names.layer(map_names.of_oblasts(canvas, [map_names.mark(mark.lat, mark.lon) for mark in sites])),
        *(_marks([mark for mark in sites if mark.kind == kind], kind, canvas) for kind in STYLES),
    ]
    return Picture({"data": data, "layout": country(canvas)}, tuple(_kinds(sites, canvas)))


def of_one(mark: SiteMark, roles: Mapping[str, str], names: Mapping[str, Sequence[str]], canvas: Canvas) -> Picture:
    """The circle within which one site lies, and the districts that it concerns.

    ``roles`` maps codes of districts and oblasts to what they are to the site; a district's own role goes before that
    of its oblast. ``names`` are those of the areas by role.
    """
    steps = [theme.GROUND, *ROLES.values()]
    role_by_district = {
        place.code: roles.get(place.code) or roles.get(oblast_of(place.code)) for place in canvas.ground
    }
    numbers = {code: steps.index(ROLES[role]) if role else 0 for code, role in role_by_district.items()}
    others = [other for other in canvas.sites if other.key != mark.key and _is_near(other, mark)]
    host = [place for place in canvas.ground if role_by_district[place.code] == "host"]
    data = [
        _areas(numbers, steps, canvas),
        layers.outlines("oblasts", sorted({oblast_of(code) for code in numbers}), canvas, "#7b868e", 1.3),
        layers.lakes(canvas),
        layers.outlines("districts", [place.code for place in host], canvas, theme.ACCENT, 2),
        _circle(mark),
        *(_marks([other for other in others if other.kind == kind], kind, canvas) for kind in STYLES),
        _centre(mark, canvas),
    ]
    ranges = {
        axis: {"range": [getattr(mark, axis) - reach, getattr(mark, axis) + reach]} for axis, reach in AROUND.items()
    }
    style = country(canvas)
    style["geo"] = style["geo"] | {f"{axis}axis": span for axis, span in ranges.items()}
    legend = [Key("circle", canvas.words("legend.site_circle"))]
    role_labels = {role: f"{canvas.words(f'site_role.{role}')}: {', '.join(areas)}" for role, areas in names.items()}
    legend += [Key(colour, role_labels[role]) for role, colour in ROLES.items() if role in role_labels]
    legend += _kinds(others, canvas)
    return Picture({"data": data, "layout": style}, tuple(legend))


def _areas(steps: Mapping[str, int], colours: Sequence[str], canvas: Canvas) -> dict[str, Any]:
    names = {place.code: place for place in canvas.ground}
    return layers.district_fill(
        list(steps),
        list(steps.values()),
        list(colours),
        [safe(names[code].names[canvas.words.language]) for code in steps],
        [f"district:{names[code].slug}" for code in steps],
        canvas,
    )


def _marks(marks: Sequence[SiteMark], kind: str, canvas: Canvas) -> dict[str, Any]:
    colour, symbol = STYLES[kind]
    return layers.sites(marks, canvas, colour, symbol)


def _is_near(other: SiteMark, mark: SiteMark) -> bool:
    return abs(other.lon - mark.lon) < AROUND["lon"] and abs(other.lat - mark.lat) < AROUND["lat"]


def _kinds(marks: Sequence[SiteMark], canvas: Canvas) -> list[Key]:
    present = {mark.kind for mark in marks}
    return [Key(kind, canvas.words(f"site_kind.{kind}")) for kind in STYLES if kind in present]


def _circle(mark: SiteMark) -> dict[str, Any]:
    """All points at the distance within which the site lies; clockwise, or all else would be filled."""
    turns = [-2 * math.pi * corner / CORNERS for corner in range(CORNERS + 1)]
    north = mark.km / KM_PER_DEGREE
    east = north / math.cos(math.radians(mark.lat))
    return {
        "type": "scattergeo",
        "mode": "lines",
        "lat": [round(mark.lat + north * math.sin(turn), 4) for turn in turns],
        "lon": [round(mark.lon + east * math.cos(turn), 4) for turn in turns],
        "line": {"color": CIRCLE, "width": 2},
        "fill": "toself",
        "fillcolor": INSIDE,
        "hoverinfo": "skip",
    }


def _centre(mark: SiteMark, canvas: Canvas) -> dict[str, Any]:
    """The middle of the circle; it can be seen when the circle is small, and chooses nothing: the reader is there."""
    text = f"{mark.names[canvas.words.language]} · {layers.within(mark, canvas.words)}"
    return {
        "type": "scattergeo",
        "mode": "markers",
        "lat": [mark.lat],
        "lon": [mark.lon],
        "marker": {
            "size": 7,
            "color": CIRCLE,
            "line": {"color": theme.PAPER, "width": 1},
            "symbol": "cross",
        },
        "text": [safe(text)],
        "hovertemplate": "%{text}<extra></extra>",
    }
