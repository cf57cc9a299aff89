"""Where values stand on a drawing: axes with their ranges, and the ticks that figures give them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

DAY = 86_400_000  # milliseconds, in which widths on time axes are given
MONTHS = 12


@dataclass(frozen=True)
class Box:
    """A rectangle on the drawing, px; ``y`` grows downward."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Axis:
    """One axis: its layout, the pixels of its first and last value, and the order of its categories."""

    layout: Mapping[str, Any]
    first: float
    last: float
    span: tuple[float, float]
    categories: tuple[str, ...] = ()

    def at(self, value: Any) -> float:
        """Pixel of a value."""
        low, high = self.span
        share = (self.number(value) - low) / (high - low) if high != low else 0.5
        return self.first + share * (self.last - self.first)

    def length(self, width: float) -> float:
        """Pixels of a width in the axis' own unit (time axes: milliseconds)."""
        low, high = self.span
        return abs(width / (high - low) * (self.last - self.first)) if high != low else 0.0

    def number(self, value: Any) -> float:
        """A value as a number: milliseconds of a date, the place of a category."""
        if self.categories and isinstance(value, str):
            return float(self.categories.index(value)) if value in self.categories else -1.0
        return milliseconds(value) if isinstance(value, str) else float(value)

    @property
    def is_visible(self) -> bool:
        """Whether its ticks are written."""
        return self.layout.get("visible", True)

    def ticks(self) -> Iterator[tuple[float, str]]:
        """Pixel and text of each tick."""
        for value, text in _ticks(self.layout, self.span, self.categories):
            yield self.at(value), text


def milliseconds(day: str) -> float:
    """A date as time axes count it."""
    return datetime.fromisoformat(day).replace(tzinfo=UTC).timestamp() * 1000


def of(layout: Mapping[str, Any], values: Sequence[Any], first: float, last: float) -> Axis:
    """An axis between two pixels. Without a range it holds all ``values``."""
    categories = _categories(layout, values)
    bare = Axis(layout, first, last, (0, 1), categories)
    if "range" in layout:
        low, high = map(bare.number, layout["range"])
    else:
        numbers = [bare.number(value) for value in values if value is not None] or [0.0, 1.0]
        low, high = min(numbers), max(numbers)
        margin = 0.5 if categories else 0.04 * ((high - low) or 1)
        low, high = low - margin, high + margin
    return Axis(layout, first, last, (low, high), categories)


def _categories(layout: Mapping[str, Any], values: Sequence[Any]) -> tuple[str, ...]:
    is_named = layout.get("type") == "category"
    is_named |= "type" not in layout and any(isinstance(value, str) and not value[:1].isdigit() for value in values)
    return tuple(dict.fromkeys(map(str, values))) if is_named else ()


def _ticks(layout: Mapping, span: tuple[float, float], categories: Sequence[str]) -> Iterator[tuple[Any, str]]:
    if "tickvals" in layout:
        values = layout["tickvals"]
        yield from zip(values, layout.get("ticktext", map(str, values)), strict=True)
    elif str(layout.get("dtick", "")).startswith("M"):
        yield from _years(layout, span)
    else:
        yield from ((name, name) for name in categories)


def _years(layout: Mapping, span: tuple[float, float]) -> Iterator[tuple[str, str]]:
    """Every so many years from the one of ``tick0`` on."""
    begin, step = date.fromisoformat(layout["tick0"]), int(layout["dtick"][1:]) // MONTHS
    for year in range(begin.year, 2200, step):
        day = begin.replace(year=year).isoformat()
        if milliseconds(day) > span[1]:
            return
        yield day, str(year)
