"""Bodies that no page sends: valid ones, damaged in one to three places by a seeded generator."""

import json
from copy import deepcopy
from random import Random
from typing import Any

HUGE = "a number of 5000 digits"
NESTED: Any = "bottom"
for _ in range(40):
    NESTED = [NESTED]
VALUES = (
    *(None, True, False, 0, -1, 2015, 10**30, 0.5, 1e308, float("nan"), float("inf"), HUGE),
    *("", "x", "x" * 3_000, "\x00", "\ud800", "\u202e", "💥", "..", "__proto__", "'; DROP TABLE x; --", "%00", "2015"),
    *([], {}, [[]], [None], {"a": 1}, ["ALL"], [2015, 2026], [2026, 2015], [None, None], NESTED),
    *({"points": [{"customdata": []}]}, {"points": None}, {"range": {"x": [[], {}]}}, {"type": "figure", "key": "x"}),
)


def damaged(body: dict, random: Random) -> bytes:
    """A body with one to three damages to its structure, and sometimes one to its bytes."""
    copy = deepcopy(body)
    for _ in range(random.randint(1, 3)):
        random.choice(STRUCTURAL)(copy, random)
    content = json.dumps(copy).replace(json.dumps(HUGE), "9" * 5_000).encode()
    return random.choice(TEXTUAL)(content, random) if random.random() < 0.25 else content


def _any(random: Random) -> Any:
    return deepcopy(random.choice(VALUES))


def _places(value: Any) -> list[tuple[Any, Any]]:
    """Every (container, key) below a value."""
    items = (
        list(value.items()) if isinstance(value, dict) else list(enumerate(value)) if isinstance(value, list) else []
    )
    return [(value, key) for key, _ in items] + [place for _, child in items for place in _places(child)]


def _replace(body: dict, random: Random) -> None:
    container, key = random.choice(_places(body) or [(body, "output")])
    container[key] = _any(random)


def _replace_value(body: dict, random: Random) -> None:
    """Most of what is interesting happens in the values of well-formed arguments."""
    found = [(container, key) for container, key in _places(body) if key == "value"]
    if found:
        container, key = random.choice(found)
        container[key] = _any(random)


def _remove(body: dict, random: Random) -> None:
    container, key = random.choice(_places(body) or [(body, "output")])
    container.pop(key) if isinstance(container, list) else container.pop(key, None)


def _repeat(body: dict, random: Random) -> None:
    lists = [container[key] for container, key in _places(body) if isinstance(container[key], list)]
    if lists:
        chosen = random.choice(lists)
        chosen.extend(deepcopy(chosen[: random.randint(1, 3)]))


def _swap(body: dict, random: Random) -> None:
    """Two places change their contents: ids of one component with values of another."""
    places = _places(body) or [(body, "output")]
    (first, one), (second, other) = random.choice(places), random.choice(places)
    second[other], first[one] = deepcopy(first[one]), deepcopy(second[other])


def _add_field(body: dict, random: Random) -> None:
    containers = [body, *(container for container, _ in _places(body) if isinstance(container, dict))]
    random.choice(containers)[random.choice(("wild", "id", "value", "background", "__class__"))] = _any(random)


def _rename_output(body: dict, random: Random) -> None:
    text = str(body.get("output"))
    body["output"] = random.choice((text + "@hash", text.strip("."), f"..{text}..", text.replace("ALL", "MATCH"), ""))


STRUCTURAL = (_replace, _replace_value, _replace_value, _remove, _repeat, _swap, _add_field, _rename_output)


def _cut(content: bytes, random: Random) -> bytes:
    return content[: random.randrange(len(content) + 1)]


def _flip(content: bytes, random: Random) -> bytes:
    place = random.randrange(len(content))
    return content[:place] + bytes([random.randrange(256)]) + content[place + 1 :]


def _insert(content: bytes, random: Random) -> bytes:
    place = random.randrange(len(content) + 1)
    return (
        content[:place] + random.choice((b"\xff\xfe", b"\xc3\x28", b"\x00", b"NaN", b",", b"{", b"]")) + content[place:]
    )


def _repeat_keys(content: bytes, _random: Random) -> bytes:
    return content.replace(b'"value":', b'"value": 1, "value":').replace(b'{"output":', b'{"output": 1, "output":')


def _encode(content: bytes, random: Random) -> bytes:
    return content.decode().encode(random.choice(("utf-16", "utf-32", "utf-8-sig", "utf-7")))


TEXTUAL = (_cut, _flip, _insert, _repeat_keys, _encode, lambda content, _: content * 2, lambda _content, _: b"")
