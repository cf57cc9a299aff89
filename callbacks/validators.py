"""What each input of a callback may hold. Whether a value means something is decided when it is read."""

from typing import Any

from dashboard.address.reader import Reader
from data_access.vocabulary.link import LONGEST_QUERY
from layouts import ids

LONGEST_NAME, LONGEST_PATH, MOST_MARKS, MOST_NAMES = 100, 200, 100, 100
DEED = frozenset({"marks", "stretch", "moment"})

VALIDATORS = {
    (ids.ADDRESS, "pathname"): "path",
    (ids.ADDRESS, "search"): "query",
    (ids.HERE_ID, "pathname"): "path",
    (ids.HERE_ID, "search"): "query",
    (ids.STATE, "data-answered"): "answered",
    (ids.STATE, "data-heard"): "moment",
    (ids.DISTRICT, "value"): "names",
    (ids.PERIOD, "value"): "years",
    (ids.DEED, "data"): "deed",
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


def _is_deed(value: Any) -> bool:
    """What was done on a picture: marks that were chosen, the ends of a stretch of time, and when."""
    return (
        isinstance(value, dict)
        and value.keys() == DEED
        and all(_are_texts(value[part], MOST_MARKS) for part in ("marks", "stretch"))
        and _is_moment(value["moment"])
    )


def _are_texts(value: Any, most: int) -> bool:
    return isinstance(value, list) and len(value) <= most and all(_is_text(one, LONGEST_NAME) for one in value)


def _is_moment(value: Any) -> bool:
    """When something was done, as browsers count: ms since 1970."""
    return type(value) is int and value >= 0


CHECKS = {
    "answered": lambda value: _is_text(value, LONGEST_QUERY + 2 * LONGEST_PATH),
    "moment": _is_moment,
    "query": lambda value: _is_text(value, LONGEST_QUERY + LONGEST_PATH),
    "names": lambda value: all(_is_text(one, LONGEST_NAME) for one in (value if _is_short(value) else [value])),
    "years": _are_years,
    "deed": _is_deed,
}
