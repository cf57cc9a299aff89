"""The body of a call to a callback: its form, before anything is known of the values in it."""

import json
from typing import Any, NamedTuple

from callbacks.validators import KEYS

DEEPEST = 12
FIELDS = frozenset({"output", "outputs", "inputs", "state", "changedPropIds", "parsedChangedPropsIds"})
PART = frozenset({"id", "property", "value"})

Pattern = str | dict


class Part(NamedTuple):
    """One input, state or output that a callback declares, and the components for which a body gives it."""

    pattern: Pattern
    prop: str
    given: list

    @property
    def keys(self) -> tuple[str, ...]:
        """Keys of the components of a pattern, once it fits."""
        return tuple(one["id"]["key"] for one in self.given)

    @property
    def names(self) -> list[str]:
        """The given properties as ``changedPropIds`` writes them, once they fit."""
        return [f"{_written(one['id'])}.{self.prop}" for one in self.given]

    def fits(self) -> bool:
        """Whether all that is given is this property of components that exist."""
        return all(
            isinstance(one, dict)
            and one.keys() <= PART
            and one.get("property") == self.prop
            and _is_component(one.get("id"), self.pattern)
            for one in self.given
        )


def parsed(content: bytes) -> dict:
    """The fields of a body. Raises ValueError when it is no JSON, too deep, or holds what pages do not send."""
    try:
        fields = json.loads(content)
    except RecursionError as error:
        raise ValueError("too deep") from error
    if not isinstance(fields, dict) or not fields.keys() <= FIELDS or not _is_shallow(fields):
        raise ValueError("not a body")
    return fields


def arguments(declared: list[dict], given: Any) -> list[Part]:
    """The inputs or the state of a callback. Raises ValueError when the given ones are not as many."""
    return _parts([(one["id"], one["property"]) for one in declared], given)


def outputs(declared: str, given: Any) -> list[Part]:
    """The outputs of a callback, which Dash writes in one string. Raises ValueError when they are not as many."""
    names = [name.rpartition(".") for name in declared.removeprefix("..").removesuffix("..").split("...")]
    return _parts([(name, prop) for name, _, prop in names], given if declared.startswith("..") else [given])


def pattern_of(name: str) -> Pattern:
    """What stands for an id in a declaration: a name, or a pattern of names."""
    return json.loads(name) if name.startswith("{") else name


def agree(given: list[Part], changed: list[Part]) -> bool:
    """Whether one page could have all these components.

    A pattern has the same components in all arguments and outputs, none of them twice, in whatever order; and a
    callback answers all patterns that it changes for the same components.
    """
    patterns = [part for part in (*given, *changed) if isinstance(part.pattern, dict)]
    keys = {part.pattern["type"]: set(part.keys) for part in patterns}
    return (
        all(set(part.keys) == keys[part.pattern["type"]] and len(set(part.keys)) == len(part.keys) for part in patterns)
        and len({frozenset(part.keys) for part in changed if isinstance(part.pattern, dict)}) <= 1
    )


def _parts(declared: list[tuple[str, str]], given: Any) -> list[Part]:
    if not isinstance(given, list):
        raise ValueError("not a list")
    return [_part(pattern_of(name), prop, one) for (name, prop), one in zip(declared, given, strict=True)]


def _part(pattern: Pattern, prop: str, given: Any) -> Part:
    if isinstance(pattern, dict) != isinstance(given, list):
        raise ValueError("one component for a pattern, or several for a name")
    return Part(pattern, prop, given if isinstance(given, list) else [given])


def _is_component(given: Any, pattern: Pattern) -> bool:
    """A component that exists."""
    if isinstance(pattern, str):
        return given == pattern
    return (
        isinstance(given, dict)
        and given.keys() == {"type", "key"}
        and given["type"] == pattern["type"]
        and isinstance(given["key"], str)
        and given["key"] in KEYS[pattern["type"]]
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


def _children(value: Any) -> list:
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []
