"""What each input of a callback may hold. Whether a value means something is decided when it is read."""

from typing import Any

from dashboard.address.reader import Reader
from dashboard.panels import BY_KEY
from data_access.vocabulary.facets import BY_KEY as FACETS
from data_access.vocabulary.link import LONGEST_QUERY
from layouts import ids

LONGEST_NAME, LONGEST_PATH, MOST_POINTS, MOST_NAMES = 100, 200, 2_000, 100
KEYS = {
    **dict.fromkeys(("panel", "head", "figure", "foot", "help", "links", "table"), frozenset(BY_KEY)),
    "choice": frozenset(FACETS),
    "key-figures": frozenset({"all"}),
}

VALIDATORS = {
    (ids.ADDRESS, "pathname"): "path",
    (ids.ADDRESS, "search"): "query",
    (ids.HERE_ID, "pathname"): "path",
    (ids.HERE_ID, "search"): "query",
    (ids.CHIPS, "data-answered"): "answered",
    (ids.CHIPS, "data-clicked"): "moment",
    (ids.DISTRICT, "value"): "names",
    (ids.PERIOD, "value"): "years",
    ("choice", "value"): "name",
    ("figure", "clickData"): "event",
    ("figure", "selectedData"): "event",
    ("panel", "id"): "component",
    ("key-figures", "id"): "component",
    ("panel", "data-question"): "query",
}


def matches(kind: str, value: Any, reader: Reader) -> bool:
    """Whether a value is of the kind that its validator names."""
    if kind == "path":
        return _is_text(value, LONGEST_PATH) and reader.has_page(value)
    return value is None or CHECKS[kind](value)


def _is_text(value: Any, longest: int) -> bool:
    return isinstance(value, str) and len(value) <= longest and value.isprintable()


def _is_short(value: Any) -> bool:
    """Whether it is a list of which everything may be looked at."""
    return isinstance(value, list) and len(value) <= MOST_NAMES


def _are_years(value: Any) -> bool:
    return (
        isinstance(value, list)
        and len(value) == 2
        and all(type(year) is int and 1900 <= year <= 2200 for year in value)
        and value[0] <= value[1]
    )


def _is_event(value: Any) -> bool:
    """An event of a graph: its points, and the range that was dragged."""
    points = value.get("points", []) if isinstance(value, dict) else None
    span = value.get("range") or {} if isinstance(value, dict) else None
    return (
        isinstance(points, list)
        and len(points) <= MOST_POINTS
        and all(isinstance(point, dict) for point in points)
        and isinstance(span, dict)
        and all(isinstance(ends, list) for ends in span.values())
    )


def _is_component(value: Any) -> bool:
    return isinstance(value, dict) and value.keys() == {"type", "key"}


CHECKS = {
    "answered": lambda value: _is_text(value, LONGEST_QUERY + 2 * LONGEST_PATH),
    "moment": lambda value: type(value) is int and value >= 0,
    "query": lambda value: _is_text(value, LONGEST_QUERY + LONGEST_PATH),
    "name": lambda value: _is_text(value, LONGEST_NAME),
    "names": lambda value: all(_is_text(one, LONGEST_NAME) for one in (value if _is_short(value) else [value])),
    "years": _are_years,
    "event": _is_event,
    "component": _is_component,
}
