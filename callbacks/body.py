"""The body of a call to a callback: its form, before anything is known of the values in it."""

import json
from typing import Any, NamedTuple

import orjson

DEEPEST = 12
# The last whole number up to which a browser knows all: RFC 8259, section 6. Moments are far below, and so is money.
LARGEST_NUMBER = 2**53 - 1
FIELDS = frozenset({"output", "outputs", "inputs", "state", "changedPropIds", "parsedChangedPropsIds"})
PART = frozenset({"id", "property", "value"})


class Part(NamedTuple):
    """One input, state or output that a callback declares, and what a body gives for it."""

    component: str
    prop: str
    given: Any

    @property
    def name(self) -> str:
        """The property as ``changedPropIds`` writes it."""
        return f"{self.component}.{self.prop}"

    @property
    def value(self) -> Any:
        """The value, once it fits."""
        return self.given.get("value")

    def fits(self) -> bool:
        """Whether what is given is this property of this component."""
        return (
            isinstance(self.given, dict)
            and self.given.keys() <= PART
            and (self.given.get("id"), self.given.get("property")) == (self.component, self.prop)
        )


def parse(content: bytes) -> dict[str, Any]:
    """The fields of a body.

    Raises ValueError when it is no JSON, too deep, holds what pages do not send, or what no answer could say again:
    numbers that are none or larger than LARGEST_NUMBER either way, and halves of characters.
    """
    try:
        fields = json.loads(content, parse_int=_whole, parse_float=_finite, parse_constant=_finite)
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


def _whole(digits: str) -> int:
    return int(_finite(digits))


def _finite(digits: str) -> float:
    """The number that stands there. Of what is none, no comparison is true."""
    if not abs(float(digits)) <= LARGEST_NUMBER:
        raise ValueError("no number, or too large")
    return float(digits)


def _parts(declarations: list[tuple[str, str]], values: Any) -> list[Part]:
    if not isinstance(values, list):
        raise ValueError("not a list")
    return [Part(name, prop, one) for (name, prop), one in zip(declarations, values, strict=True)]


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
