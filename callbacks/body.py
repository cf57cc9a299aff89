"""The body of a call to a callback: its form, before anything is known of the values in it."""

import json
from typing import Any, NamedTuple

import orjson

from callbacks.validators import KEYS

DEEPEST = 12
# The last whole number up to which a browser knows all: RFC 8259, section 6. Moments are far below, and so is money.
LARGEST_NUMBER = 2**53 - 1
FIELDS = frozenset({"output", "outputs", "inputs", "state", "changedPropIds", "parsedChangedPropsIds"})
PART = frozenset({"id", "property", "value"})

Pattern = str | dict[str, Any]


class Part(NamedTuple):
    """One input, state or output that a callback declares, and the components for which a body gives it."""

    pattern: Pattern
    prop: str
    values: list[Any]

    @property
    def kind(self) -> str | None:
        """The type of the components of a pattern."""
        return self.pattern["type"] if isinstance(self.pattern, dict) else None

    @property
    def keys(self) -> tuple[str, ...]:
        """Keys of the components of a pattern, once it fits."""
        return tuple(one["id"]["key"] for one in self.values)

    @property
    def names(self) -> list[str]:
        """The given properties as ``changedPropIds`` writes them, once they fit."""
        return [f"{_written(one['id'])}.{self.prop}" for one in self.values]

    def fits(self) -> bool:
        """Whether all that is given is this property of components that exist."""
        return all(
            isinstance(one, dict)
            and one.keys() <= PART
            and one.get("property") == self.prop
            and _is_component(one.get("id"), self.pattern)
            for one in self.values
        )


def parse(content: bytes) -> dict[str, Any]:
    """The fields of a body.

    Raises ValueError when it is no JSON, too deep, holds what pages do not send, or what no answer could say again:
    numbers that are none or larger than LARGEST_NUMBER either way, and halves of characters.
    """
    try:
        fields = json.loads(content, parse_int=_whole, parse_float=_bounded, parse_constant=_bounded)
    except RecursionError as error:
        raise ValueError("too deep") from error
    if not isinstance(fields, dict) or not fields.keys() <= FIELDS or not _is_shallow(fields):
        raise ValueError("not a body")
    try:
        orjson.dumps(fields)
    except TypeError as error:
        raise ValueError("cannot be written again") from error
    return fields


def arguments(declarations: list[dict[str, str]], values: Any) -> list[Part]:
    """The inputs or the state of a callback. Raises ValueError when the given ones are not as many."""
    return _parts([(one["id"], one["property"]) for one in declarations], values)


def outputs(declaration: str, values: Any) -> list[Part]:
    """The outputs of a callback, which Dash writes in one string. Raises ValueError when they are not as many."""
    names = [name.rpartition(".") for name in declaration.removeprefix("..").removesuffix("..").split("...")]
    return _parts([(name, prop) for name, _, prop in names], values if declaration.startswith("..") else [values])


def pattern_of(name: str) -> Pattern:
    """What stands for an id in a declaration: a name, or a pattern of names."""
    return json.loads(name) if name.startswith("{") else name


def agree(parts: list[Part], changes: list[Part]) -> bool:
    """Whether one page could have all these components.

    A pattern has the same components in all arguments and outputs, none of them twice, in whatever order; and a
    callback answers all patterns that it changes for the same components.
    """
    patterns = [part for part in (*parts, *changes) if part.kind]
    keys = {part.kind: set(part.keys) for part in patterns}
    return (
        all(set(part.keys) == keys[part.kind] and len(set(part.keys)) == len(part.keys) for part in patterns)
        and len({frozenset(part.keys) for part in changes if part.kind}) <= 1
    )


def _whole(digits: str) -> int:
    return int(_bounded(digits))


def _bounded(digits: str) -> float:
    """The number that stands there. Of what is none, no comparison is true."""
    if not abs(float(digits)) <= LARGEST_NUMBER:
        raise ValueError("no number, or too large")
    return float(digits)


def _parts(declarations: list[tuple[str, str]], values: Any) -> list[Part]:
    if not isinstance(values, list):
        raise ValueError("not a list")
    return [_part(pattern_of(name), prop, one) for (name, prop), one in zip(declarations, values, strict=True)]


def _part(pattern: Pattern, prop: str, value: Any) -> Part:
    if isinstance(pattern, dict) != isinstance(value, list):
        raise ValueError("one component for a pattern, or several for a name")
    return Part(pattern, prop, value if isinstance(value, list) else [value])


def _is_component(value: Any, pattern: Pattern) -> bool:
    """A component that exists."""
    if isinstance(pattern, str):
        return isinstance(value, str) and value == pattern
    return (
        isinstance(value, dict)
        and value.keys() == {"type", "key"}
        and value["type"] == pattern["type"]
        and isinstance(value["key"], str)
        and value["key"] in KEYS[pattern["type"]]
    )


def _written(name: Pattern) -> str:
    return name if isinstance(name, str) else json.dumps(name, sort_keys=True, separators=(",", ":"))


def _is_shallow(content: Any) -> bool:
    level = [content]
    for _ in range(DEEPEST):
        level = [child for value in level for child in _children(value)]
        if not level:
            return True
    return False


def _children(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []
