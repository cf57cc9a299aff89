"""Hatching for districts without a value: the web's maps have colours only, so the marks are polygons.

Three looks, to be told apart without colour: ``missing`` (not reported) is hatched one way,
``higher_level`` (known for the oblast or country only) the other way and wider, ``withheld``
(hidden to protect people) is dotted.
"""

from collections.abc import Iterable, Iterator
from math import cos, pi, radians, sin, sqrt

import geopandas as gpd
import numpy as np
from shapely import LineString, MultiPolygon, Point, Polygon, contains_xy
from shapely.affinity import affine_transform, scale
from shapely.geometry.base import BaseGeometry

# A degree of longitude is this much shorter than one of latitude in the middle of the country (41.5° N).
FLATTEN = cos(radians(41.5))
# Degrees of latitude per pixel where 11° of longitude are drawn 700 pixels wide.
PIXEL = 11 * FLATTEN / 700
STRIPE_WIDTH = 1.3 * PIXEL
DOT_RADIUS = 1.6 * PIXEL
PATTERN_SPACING = {"missing": 9 * PIXEL, "higher_level": 14 * PIXEL, "withheld": 10 * PIXEL}


def pattern_features(districts: gpd.GeoSeries) -> gpd.GeoSeries:
    """Three MultiPolygons per district, by ids such as ``missing:41702210``; degrees in, degrees out."""
    flat = districts.map(lambda shape: scale(shape, xfact=FLATTEN, yfact=1, origin=(0, 0)))
    marks = {
        f"{state}:{code}": scale(mark(shape, state), xfact=1 / FLATTEN, yfact=1, origin=(0, 0))
        for code, shape in flat.items()
        for state, mark in MARKS.items()
    }
    return gpd.GeoSeries(marks, crs=districts.crs)


def _stripes(shape: BaseGeometry, state: str) -> MultiPolygon:
    """Stripes rising to the right for ``missing``, falling for others; at least one however small the shape."""
    is_falling = state != "missing"
    rising = _mirror(shape) if is_falling else shape
    stripes = [_stripe(line) for line in _lines(rising, PATTERN_SPACING[state])]
    stripes = stripes or [_stripe(line) for line in _through(rising, rising.representative_point())]
    marks = MultiPolygon(stripes)
    return _mirror(marks) if is_falling else marks


def _mirror(shape: BaseGeometry) -> BaseGeometry:
    return affine_transform(shape, [-1, 0, 0, 1, 0, 0])


def _lines(shape: BaseGeometry, spacing: float) -> Iterator[LineString]:
    """Pieces of rising lines ``y = x + c`` inside the shape; ``c`` on one grid, so that neighbours' stripes meet."""
    west, south, east, north = shape.bounds
    step = spacing * sqrt(2)
    for count in range(int((south - east) // step), int((north - west) // step) + 2):
        yield from (piece for piece in _pieces(shape, count * step) if piece.length >= STRIPE_WIDTH)


def _through(shape: BaseGeometry, point: Point) -> Iterable[LineString]:
    return _pieces(shape, point.y - point.x)


def _pieces(shape: BaseGeometry, offset: float) -> Iterable[LineString]:
    west, _south, east, _north = shape.bounds
    inside = shape.intersection(LineString([(west, west + offset), (east, east + offset)]))
    return getattr(inside, "geoms", [inside])


def _stripe(line: LineString) -> Polygon:
    """A rectangle around a rising line."""
    (x1, y1), (x2, y2) = line.coords[0], line.coords[-1]
    half = STRIPE_WIDTH / 2 / sqrt(2)
    return Polygon([(x1 - half, y1 + half), (x2 - half, y2 + half), (x2 + half, y2 - half), (x1 + half, y1 - half)])


def _dots(shape: BaseGeometry, state: str) -> MultiPolygon:
    """Hexagons on one staggered grid; at least one however small the shape."""
    points = _grid(shape, PATTERN_SPACING[state])
    inside = points[contains_xy(shape, points)]
    centres = inside if len(inside) else np.array([shape.representative_point().coords[0]])
    return MultiPolygon([_hexagon(x, y) for x, y in centres])


def _grid(shape: BaseGeometry, spacing: float) -> np.ndarray:
    west, south, east, north = shape.bounds
    columns = np.arange(west // spacing, east // spacing + 2)
    lines = np.arange(south // spacing, north // spacing + 2)
    x, y = np.meshgrid(columns, lines)
    return np.column_stack([(x + (y % 2) / 2).ravel() * spacing, y.ravel() * spacing])


def _hexagon(x: float, y: float) -> Polygon:
    angles = [corner * pi / 3 for corner in range(6)]
    return Polygon([(x + DOT_RADIUS * cos(angle), y + DOT_RADIUS * sin(angle)) for angle in angles])


MARKS = {"missing": _stripes, "higher_level": _stripes, "withheld": _dots}
