"""GeoJSON by RFC 7946: districts with their generalised shape, sites as points within a stated distance."""

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from dashboard.downloads import about
from dashboard.downloads.cells import text_of
from dashboard.downloads.sheet import Sheet
from dashboard.text import Words

Geometry = dict[str, Any]


def pieces(sheet: Sheet, words: Words, shapes: Mapping[str, Geometry]) -> Iterator[bytes]:
    """The file, a chunk of rows at a time; ``shapes`` are those of the districts by code."""
    entries = [{"label": label, "text": text} for label, text in about.entries(sheet, words)]
    head = {"type": "FeatureCollection", "name": sheet.key, "title": sheet.about.title, "about": entries}
    yield (json.dumps(head, ensure_ascii=False)[:-1] + ', "features": [').encode()
    place = _placing(sheet, shapes)
    start = ""
    for rows in sheet.chunks():
        features = (json.dumps(_feature(sheet, row, place), ensure_ascii=False) for row in rows)
        yield (start + ",\n".join(features)).encode()
        start = ",\n"
    yield b"]}"


def counter_clockwise(geometry: Geometry) -> Geometry:
    """A shape of a map layer, wound for drawing on a sphere, as RFC 7946 winds it."""
    if geometry["type"] == "Polygon":
        return {**geometry, "coordinates": [ring[::-1] for ring in geometry["coordinates"]]}
    parts = [[ring[::-1] for ring in part] for part in geometry["coordinates"]]
    return {**geometry, "coordinates": parts}


def _placing(sheet: Sheet, shapes: Mapping[str, Geometry]) -> Callable[[dict], Geometry | None]:
    if sheet.geometry == "point":
        return lambda row: {"type": "Point", "coordinates": [row["lon"], row["lat"]]}
    return lambda row: shapes.get(row["district_code"])


def _feature(sheet: Sheet, row: tuple, place: Callable[[dict], Geometry | None]) -> dict[str, Any]:
    cells = dict(zip(sheet.names, row, strict=True))
    properties = {name: text_of(value) if isinstance(value, date) else value for name, value in cells.items()}
    return {"type": "Feature", "geometry": place(cells), "properties": properties}
