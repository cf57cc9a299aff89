"""Bodies that no page sends: valid ones, damaged in one to three places, sometimes in their bytes."""

import json
from collections.abc import Callable
from copy import deepcopy
from typing import Any

from hypothesis import strategies as st

Draw = Callable[[st.SearchStrategy], Any]
HUGE = "a number of 5000 digits"
NESTED: Any = "bottom"
for _ in range(40):
    NESTED = [NESTED]
VALUES = (
    *(None, True, False, 0, -1, 2015, 10**30, 0.5, 1e308, float("nan"), float("inf"), HUGE),
    *("", "x", "x" * 3_000, "\x00", "\ud800", "\u202e", "💥", "..", "__proto__", "'; DROP TABLE x; --", "%00", "2015"),
    *([], {}, [[]], [None], {"a": 1}, ["ALL"], [2015, 2026], [2026, 2015], [None, None], NESTED),
    *({"marks": [], "stretch": [], "moment": 1}, {"marks": ["district:naryn"]}, {"marks": [[]], "stretch": [{}]}),
    {"type": "figure", "key": "x"},
)
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12)
TRICKY = st.sampled_from(VALUES).map(deepcopy)
ANY = TRICKY | st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3)
)


@st.composite
def damaged_bodies(draw: Draw, bodies: list[dict]) -> bytes:
    """A body with one to three damages to its structure, and sometimes one to its bytes."""
    body = deepcopy(draw(st.sampled_from(bodies)))
    for damage in draw(st.lists(st.sampled_from(STRUCTURAL), min_size=1, max_size=3)):
        damage(body, draw)
    content = json.dumps(body).replace(json.dumps(HUGE), "9" * 5_000).encode()
    return draw(st.sampled_from(TEXTUAL))(content, draw) if draw(st.integers(0, 3)) == 3 else content


def _places(value: Any) -> list[tuple[Any, Any]]:
    """Every (container, key) below a value."""
    items = (
        list(value.items()) if isinstance(value, dict) else list(enumerate(value)) if isinstance(value, list) else []
    )
    return [(value, key) for key, _ in items] + [place for _, child in items for place in _places(child)]


def _one_of(values: list, draw: Draw) -> Any:
    return values[draw(st.integers(0, len(values) - 1))]


def _replace(body: dict, draw: Draw) -> None:
    container, key = _one_of(_places(body), draw)
    container[key] = draw(ANY)


def _replace_value(body: dict, draw: Draw) -> None:
    """Most of what is interesting happens in the values of well-formed arguments."""
    places = [(container, key) for container, key in _places(body) if key == "value"]
    if places:
        container, key = _one_of(places, draw)
        container[key] = draw(TRICKY)


def _remove(body: dict, draw: Draw) -> None:
    container, key = _one_of(_places(body), draw)
    container.pop(key) if isinstance(container, list) else container.pop(key, None)


def _repeat(body: dict, draw: Draw) -> None:
    lists = [container[key] for container, key in _places(body) if isinstance(container[key], list)]
    if lists:
        values = _one_of(lists, draw)
        values.extend(deepcopy(values[: draw(st.integers(1, 3))]))


def _swap(body: dict, draw: Draw) -> None:
    """Two places change their contents: ids of one component with values of another."""
    places = _places(body)
    (first, one), (second, other) = _one_of(places, draw), _one_of(places, draw)
    second[other], first[one] = deepcopy(first[one]), deepcopy(second[other])


def _add_field(body: dict, draw: Draw) -> None:
    containers = [body, *(container for container, _ in _places(body) if isinstance(container, dict))]
    name = draw(st.sampled_from(("wild", "id", "value", "background", "__class__")))
    _one_of(containers, draw)[name] = draw(ANY)


def _rename_output(body: dict, draw: Draw) -> None:
    text = str(body.get("output"))
    names = (text + "@hash", text.strip("."), f"..{text}..", text.replace("...", "...."), "")
    body["output"] = draw(st.sampled_from(names))


STRUCTURAL = (_replace, _replace_value, _replace_value, _remove, _repeat, _swap, _add_field, _rename_output)


def _cut(content: bytes, draw: Draw) -> bytes:
    return content[: draw(st.integers(0, len(content)))]


def _flip(content: bytes, draw: Draw) -> bytes:
    place = draw(st.integers(0, len(content) - 1))
    return content[:place] + bytes([draw(st.integers(0, 255))]) + content[place + 1 :]


def _insert(content: bytes, draw: Draw) -> bytes:
    place = draw(st.integers(0, len(content)))
    piece = draw(st.sampled_from((b"\xff\xfe", b"\xc3\x28", b"\x00", b"NaN", b",", b"{", b"]")) | st.binary(max_size=4))
    return content[:place] + piece + content[place:]


def _repeat_keys(content: bytes, _draw: Draw) -> bytes:
    return content.replace(b'"value":', b'"value": 1, "value":').replace(b'{"output":', b'{"output": 1, "output":')


def _encode(content: bytes, draw: Draw) -> bytes:
    return content.decode().encode(draw(st.sampled_from(("utf-16", "utf-32", "utf-8-sig", "utf-7"))))


def _double(content: bytes, _draw: Draw) -> bytes:
    return content * 2


def _empty(_content: bytes, _draw: Draw) -> bytes:
    return b""


TEXTUAL = (_cut, _flip, _insert, _repeat_keys, _encode, _double, _empty)
