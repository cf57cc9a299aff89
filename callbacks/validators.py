"""What each input of a callback may hold. Whether a value means something is decided when it is read."""

from typing import Any

from dashboard.address.reader import Reader
from data_access.vocabulary.link import LONGEST_QUERY
from layouts import ids

LONGEST_PATH = 200

VALIDATORS = {
    (ids.ADDRESS, "pathname"): "path",
    (ids.ADDRESS, "search"): "query",
}


def matches(kind: str, value: Any, reader: Reader) -> bool:
    """Whether a value is of the kind that its validator names."""
    if kind == "path":
        return _is_text(value, LONGEST_PATH) and reader.has_page(value)
    return value is None or _is_text(value, LONGEST_QUERY + LONGEST_PATH)


def _is_text(value: Any, longest: int) -> bool:
    return isinstance(value, str) and len(value) <= longest and value.isprintable()
