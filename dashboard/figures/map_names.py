"""Which names a map has room for, and where they stand: none lies on another, and none on a mark."""

import re
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from dashboard.figures import theme
from dashboard.figures.base import Canvas, safe

# Degrees that a letter of the smallest type, a line of it and a mark take where a map on a desk is smallest.
LETTER, LINE, MARK = 0.118, 0.24, 0.2
# Where the name of an oblast is tried, lines above its middle.
LINES = (0, -1, 1, -2, 2)
# Those that a map is about: with the highest numbers. More would be read as a list.
MOST_RANKED = 6
# What says that a place is a district or a city: on a map its border or its mark does.
KIND = re.compile(r"^г\. | (?:район|району|шаары|city)$")


class Name(NamedTuple):
    """A name, its middle in degrees, and its colour."""

    text: str
    lat: float
    lon: float
    colour: str = theme.INK

    def meets(self, other: "Name") -> bool:
        """Whether two would run into each other; a mark is a name without letters."""
        across = (_width(self) + _width(other)) / 2
        return abs(self.lon - other.lon) < across and abs(self.lat - other.lat) < LINE


def names_with_room(names: Iterable[Name], obstacles: Sequence[Name]) -> list[Name]:
    """Of names in the order of their weight those for which there is room beside the ``obstacles``."""
    placed_names: list[Name] = []
    for name in names:
        if not any(name.meets(other) for other in (*obstacles, *placed_names)):
            placed_names.append(name)
    return placed_names


def of_oblasts(canvas: Canvas, obstacles: Sequence[Name]) -> list[Name]:
    """Names of oblasts, each in its middle or some lines below or above: where there are no ``obstacles``."""
    placed_names: list[Name] = []
    for label in canvas.labels:
        text = label.names[canvas.words.language]
        places = [Name(text, label.lat + line * LINE, label.lon, theme.MUTED) for line in LINES]
        placed_names += names_with_room(places, [*obstacles, *placed_names])[:1]
    return placed_names


def of_ranked(rows: Iterable[Any], language: str) -> list[Name]:
    """Names of the districts with the highest numbers (rows: of ``places.by_district``)."""
    ranked_rows = sorted((row for row in rows if row.rank == row.rank), key=lambda row: row.rank)
    return [_of(row, language) for row in ranked_rows[:MOST_RANKED] if row.unit_type == "raion"]


def of_towns(rows: Iterable[Any], language: str) -> list[Name]:
    """Names of cities, each at the right of its mark."""
    town_names = [_of(row, language) for row in rows]
    return [one._replace(lon=one.lon + _width(one) / 2 + MARK) for one in town_names]


def mark(lat: float, lon: float) -> Name:
    """A mark, which takes its place without a word."""
    return Name("", lat, lon)


def layer(names: Sequence[Name]) -> dict[str, Any]:
    """The names as a layer of a map; they are read, and hear nothing."""
    return {
        "type": "scattergeo",
        "mode": "text",
        "lat": [round(name.lat, 3) for name in names],
        "lon": [round(name.lon, 3) for name in names],
        "text": [safe(name.text) for name in names],
        "textfont": {"size": theme.SMALLEST_TYPE, "color": [name.colour for name in names]},
        "hoverinfo": "skip",
    }


def _of(row: Any, language: str) -> Name:
    return Name(KIND.sub("", getattr(row, f"name_{language}")), row.label_lat, row.label_lon)


def _width(name: Name) -> float:
    return len(name.text) * LETTER or MARK
