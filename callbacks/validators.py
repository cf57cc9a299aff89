"""What each input of a callback may hold. Whether a value means something is decided when it is read."""

from collections.abc import Callable
from typing import Any

from dashboard.address.reader import Reader
from data_access.vocabulary.link import LONGEST_QUERY
from layouts import ids

LONGEST_PATH = 200


def _is_path(value: Any, reader: Reader) -> bool:
    return _is_text(value, LONGEST_PATH) and reader.has_page(value)


def _is_query(value: Any, _reader: Reader) -> bool:
    return value is None or _is_text(value, LONGEST_QUERY + LONGEST_PATH)


def _is_text(value: Any, longest: int) -> bool:
    return isinstance(value, str) and len(value) <= longest and value.isprintable()


VALIDATORS: dict[tuple[str, str], Callable[[Any, Reader], bool]] = {
    (ids.ADDRESS, "pathname"): _is_path,
    (ids.ADDRESS, "search"): _is_query,
}
