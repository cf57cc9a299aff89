"""The gate before every callback: every argument is whatever somebody sent.

Dash passes bodies on as they come, and answers most malformed ones with an error and a logged
traceback. Here a body either has exactly the form that our pages send, or it is refused with 400
before anything else sees it. An input without a validator stops the start.
"""

import json
from collections.abc import Mapping
from typing import Any

from flask import Flask, Response, abort, request

from callbacks.reader import Reader
from callbacks.validators import KEYS, VALIDATORS, matches

DEEPEST = 12
UPDATE = "_dash-update-component"


class Gate:
    """Checks bodies against the callbacks that exist. Raises LookupError for an input without a validator."""

    def __init__(self, callback_map: Mapping[str, dict], reader: Reader) -> None:
        self._callbacks = callback_map
        self._reader = reader
        for callback in callback_map.values():
            for argument in (*callback["inputs"], *callback["state"]):
                _validator(_pattern(argument["id"]), argument["property"])

    def register(self, server: Flask) -> None:
        """Stand before all other handlers of requests."""
        server.before_request(self._check)

    def _check(self) -> Response | None:
        if request.method == "POST" and not (request.path.endswith(UPDATE) and self.admits(request.get_data())):
            abort(400)
        return None

    def admits(self, body: bytes) -> bool:
        """Whether a body is one that our pages could have sent."""
        content = _parsed(body)
        callback = self._callbacks.get(content.get("output")) if _is_named(content) else None
        if callback is None:
            return False
        inputs, state = content.get("inputs", []), content.get("state", [])
        given = _pairs(callback["inputs"], inputs), _pairs(callback["state"], state)
        if any(pairs is None or not all(self._is_argument(*pair) for pair in pairs) for pairs in given):
            return False
        return _are_outputs(content.get("outputs"), content["output"]) and _have_changed(content, inputs)

    def _is_argument(self, expected: dict, given: Any) -> bool:
        """An argument, or for a pattern the list of its arguments."""
        pattern = _pattern(expected["id"])
        if isinstance(pattern, str):
            return self._is_value(pattern, expected, given) and given["id"] == pattern
        return isinstance(given, list) and all(
            self._is_value(pattern, expected, one) and _is_key(pattern, one["id"]) for one in given
        )

    def _is_value(self, pattern: str | dict, expected: dict, given: Any) -> bool:
        return (
            isinstance(given, dict)
            and given.keys() <= {"id", "property", "value"}
            and "id" in given
            and given.get("property") == expected["property"]
            and matches(_validator(pattern, expected["property"]), given.get("value"), self._reader)
        )


def _parsed(body: bytes) -> dict:
    try:
        content = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return content if isinstance(content, dict) and _is_shallow(content) else {}


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


def _is_named(content: dict) -> bool:
    return isinstance(content.get("output"), str)


def _pairs(expected: list, given: Any) -> list | None:
    if not isinstance(given, list) or len(given) != len(expected):
        return None
    return list(zip(expected, given, strict=True))


def _pattern(name: str) -> str | dict:
    return json.loads(name) if name.startswith("{") else name


def _validator(pattern: str | dict, prop: str) -> str:
    name = pattern if isinstance(pattern, str) else pattern["type"]
    return VALIDATORS[name, prop]


def _is_key(pattern: dict, given: Any) -> bool:
    """A component of a pattern that exists."""
    return (
        isinstance(given, dict)
        and given.keys() == {"type", "key"}
        and given["type"] == pattern["type"]
        and isinstance(given["key"], str)
        and given["key"] in KEYS[pattern["type"]]
    )


def _are_outputs(outputs: Any, output: str) -> bool:
    """One output, or as many as the callback has, each naming a component that exists."""
    names = output.strip(".").split("...")
    given = outputs if output.startswith("..") else [outputs]
    return isinstance(given, list) and len(given) == len(names) and all(map(_is_output, given, names))


def _is_output(given: Any, name: str) -> bool:
    component, _, prop = name.rpartition(".")
    pattern = _pattern(component)
    several = given if isinstance(given, list) else [given]
    if isinstance(pattern, dict) != isinstance(given, list):
        return False
    return all(
        isinstance(one, dict)
        and one.keys() == {"id", "property"}
        and one["property"] == prop
        and (one["id"] == pattern if isinstance(pattern, str) else _is_key(pattern, one["id"]))
        for one in several
    )


def _have_changed(content: dict, inputs: list) -> bool:
    """What is said to have changed is among the inputs."""
    changed = content.get("changedPropIds", [])
    arguments = [one for given in inputs for one in (given if isinstance(given, list) else [given])]
    names = {f"{_written(one['id'])}.{one['property']}" for one in arguments}
    return isinstance(changed, list) and all(isinstance(name, str) and name in names for name in changed)


def _written(name: str | dict) -> str:
    return name if isinstance(name, str) else json.dumps(name, sort_keys=True, separators=(",", ":"))
