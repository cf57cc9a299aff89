"""The gate before every callback: every argument is whatever somebody sent.

Dash passes bodies on as they come, and answers most malformed ones with an error and a logged
traceback. Here a body either has exactly the form that our pages send, or it is refused with 400
before anything else sees it. An input without a validator stops the start.
"""

from collections.abc import Mapping
from typing import Any

from flask import Flask, Response, abort, request

from callbacks import body
from callbacks.body import Part
from callbacks.validators import VALIDATORS
from dashboard.address.reader import Reader

UPDATE = "_dash-update-component"


class Gate:
    """Checks bodies against the callbacks that exist. Raises LookupError for an input without a validator."""

    def __init__(self, callback_map: Mapping[str, dict[str, Any]], reader: Reader) -> None:
        # What the browser answers by itself nobody sends here.
        self._callbacks = {output: one for output, one in callback_map.items() if "callback" in one}
        self._reader = reader
        arguments = [one for callback in self._callbacks.values() for one in (*callback["inputs"], *callback["state"])]
        if unchecked := {(one["id"], one["property"]) for one in arguments} - VALIDATORS.keys():
            raise LookupError(f"inputs of callbacks without a validator: {sorted(unchecked)}")

    def register(self, server: Flask) -> None:
        """Stand before all other handlers of requests."""
        server.before_request(self._check)

    def _check(self) -> Response | None:
        if request.method == "POST" and not (request.path.endswith(UPDATE) and self.admits(request.get_data())):
            abort(400)
        return None

    def admits(self, content: bytes) -> bool:
        """Whether a body is one that our pages could have sent."""
        try:
            fields = body.parse(content)
            output = fields.get("output")
            return isinstance(output, str) and output in self._callbacks and self._fits(self._callbacks[output], fields)
        except ValueError:
            return False

    def _fits(self, callback: Mapping[str, Any], fields: dict[str, Any]) -> bool:
        inputs = body.arguments(callback["inputs"], fields.get("inputs", []))
        state = body.arguments(callback["state"], fields.get("state", []))
        outputs = body.outputs(fields["output"], fields.get("outputs"))
        return (
            all(part.fits() for part in (*inputs, *state, *outputs))
            and all(self._holds_values(part) for part in (*inputs, *state))
            and _are_among(fields.get("changedPropIds", []), inputs)
        )

    def _holds_values(self, part: Part) -> bool:
        return VALIDATORS[part.component, part.prop](part.value, self._reader)


def _are_among(properties: Any, inputs: list[Part]) -> bool:
    """What is said to have changed is among the inputs."""
    names = {part.name for part in inputs}
    return isinstance(properties, list) and all(isinstance(name, str) and name in names for name in properties)
