"""Traces on a map: areas of the layers, outlines, marks and names, in the Mercator projection."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from math import log, pi, radians, tan
from typing import Any

import drawsvg

from dashboard.figures import theme
from dashboard.figures.svg import marks, pen
from dashboard.figures.svg.axes import Box
from dashboard.figures.svg.marks import Trace

# GeoJSON geometries by the id of their feature, of a layer by its address.
Shapes = Callable[[str], Mapping[str, Mapping[str, Any]]]
CLEAR = "rgba(0,0,0,0)"
# Points of an outline that lie closer together than this, px, are drawn as one.
SPECK = 3.5
# Outlines are written in whole numbers of a finer grid: parts of a pixel.
FINER = 2
# On a map narrower than this, px, names of oblasts lie over each other.
NARROW = 500


@dataclass(frozen=True)
class Projection:
    """Degrees to pixels, so that the ranges of a figure fit a box and keep their shape."""

    geo: Mapping[str, Any]
    box: Box

    def at(self, lon: float, lat: float) -> tuple[float, float]:
        """Pixel of a place."""
        scale, west, north = self._fit
        return (
            self.box.x + (radians(lon) - west[0]) * scale + west[1],
            self.box.y + (north[0] - _mercator(lat)) * scale + north[1],
        )

    @property
    def _fit(self) -> tuple[float, tuple[float, float], tuple[float, float]]:
        west, east = map(radians, self.geo["lonaxis"]["range"])
        south, north = map(_mercator, self.geo["lataxis"]["range"])
        scale = min(self.box.width / (east - west), self.box.height / (north - south))
        across, down = (east - west) * scale, (north - south) * scale
        return scale, (west, (self.box.width - across) / 2), (north, (self.box.height - down) / 2)


def areas(trace: Trace, place: Projection, shapes: Shapes) -> Iterator[drawsvg.DrawingElement]:
    """Areas in their colours and outlines."""
    geometries, line = shapes(trace["geojson"]), trace["marker"]["line"]
    span = trace["zmax"] - trace["zmin"]
    style = {"stroke": line["color"], "stroke_width": line["width"] * FINER} if line["width"] else {}
    scale = f"scale({1 / FINER:g})"
    group = drawsvg.Group(fill_rule="evenodd", stroke_linejoin="round", transform=scale, **style)
    for code, z in zip(trace["locations"], trace["z"], strict=True):
        colour = marks.shade(trace["colorscale"], (z - trace["zmin"]) / span)
        outline = _outline(geometries[code], place) if code in geometries else ""
        if outline:
            group.append(drawsvg.Path(outline, fill="none" if colour == CLEAR else colour))
    yield group


def points(trace: Trace, place: Projection) -> Iterator[drawsvg.DrawingElement]:
    """Marks, texts and lines at places; names of oblasts, the smallest ones, only where they have room."""
    is_crowded = place.box.width < NARROW and trace.get("textfont", {}).get("size") == theme.SMALLEST_TYPE
    spots = [place.at(lon, lat) for lon, lat in zip(trace["lon"], trace["lat"], strict=True)]
    if "lines" in trace["mode"]:
        line = trace["line"]
        yield drawsvg.Path(
            pen.path(spots, is_closed=True), fill=trace.get("fillcolor", "none"), stroke=line["color"],
            stroke_width=line["width"],
        )  # fmt: skip
    for number, (x, y) in enumerate(spots):
        if "markers" in trace["mode"] and _is_seen(trace["marker"], number):
            yield marks.mark(trace["marker"], x, y, number)
        if "text" in trace["mode"] and not is_crowded:
            yield marks.label(trace, x, y, trace["text"][number], number)


def _is_seen(style: Mapping[str, Any], number: int) -> bool:
    opacity = style.get("opacity", 1)
    return bool(opacity[number] if isinstance(opacity, list) else opacity)


def _outline(geometry: Mapping[str, Any], place: Projection) -> str:
    """The rings or lines of a geometry as one path, without points that fall on the same pixel."""
    rings = (_ring(ring, place) for ring in _rings(geometry))
    is_closed = "Polygon" in geometry["type"]
    return "".join(pen.path(ring, is_closed) for ring in rings if len(ring) > 1)


def _rings(geometry: Mapping[str, Any]) -> Iterator[list]:
    parts = geometry["coordinates"]
    if geometry["type"] == "Polygon" or geometry["type"] == "MultiLineString":
        yield from parts
    elif geometry["type"] == "MultiPolygon":
        for polygon in parts:
            yield from polygon


def _ring(ring: list, place: Projection) -> list[tuple[float, float]]:
    pixels: list[tuple[float, float]] = []
    for lon, lat, *_ in ring:
        x, y = place.at(lon, lat)
        if not pixels or abs(x - pixels[-1][0]) + abs(y - pixels[-1][1]) >= SPECK:
            pixels.append((x, y))
    return [(round(x * FINER), round(y * FINER)) for x, y in pixels]


def _mercator(lat: float) -> float:
    return log(tan(pi / 4 + radians(lat) / 2))
