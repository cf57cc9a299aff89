"""The bodies that a browser sends to callbacks, built from what the application says of its callbacks."""

from dataclasses import dataclass
from typing import Any

from flask.testing import FlaskClient

from dashboard.panels import of_topic


@dataclass(frozen=True)
class Page:
    """What a browser shows when it calls: its address.

    ``topic`` is what follows the language in the path; of a place's page, its kind and its name.
    """

    topic: str = "overview"
    language: str = "ky"
    search: str = ""
    base: str = "/"

    @property
    def path(self) -> str:
        """The path of its address."""
        return f"{self.base}{self.language}/{self.topic}"

    @property
    def address(self) -> str:
        """Path and query."""
        return f"{self.path}{self.search}"

    @property
    def kind(self) -> str:
        """The topic, or the kind of place."""
        return self.topic.split("/")[0]

    @property
    def keys(self) -> list[str]:
        """The keys of its panels, in their order."""
        return [panel.key for panel in of_topic(self.kind)]

    def value(self, prop: str) -> Any:
        """One property of its address."""
        return {"pathname": self.path, "search": self.search}[prop]


class Callbacks:
    """The callbacks of an application that its server answers, by the first component that they change."""

    def __init__(self, client: FlaskClient, base: str = "/") -> None:
        declared = client.get(f"{base}_dash-dependencies").json
        self.all = {_split(one["output"])[0][0]: one for one in declared if not one["clientside_function"]}

    def body(self, name: str, page: Page, *properties: str) -> dict:
        """The body of a call; ``properties`` are those that have changed; without: all."""
        callback = self.all[name]
        inputs = [_argument(one, page) for one in callback["inputs"]]
        property_ids = [*properties] or [f"{one['id']}.{one['property']}" for one in inputs]
        outputs = [{"id": one, "property": prop} for one, prop in _split(callback["output"])]
        return {
            "output": callback["output"],
            "outputs": outputs if callback["output"].startswith("..") else outputs[0],
            "inputs": inputs,
            "changedPropIds": property_ids,
            "parsedChangedPropsIds": [*property_ids],
            "state": [_argument(one, page) for one in callback["state"]],
        }


def _split(output: str) -> list[tuple[str, str]]:
    """Components and properties that a callback changes."""
    names = output.removeprefix("..").removesuffix("..").split("...")
    return [(name, prop) for name, _, prop in (one.rpartition(".") for one in names)]


def _argument(declaration: dict, page: Page) -> dict:
    name, prop = declaration["id"], declaration["property"]
    return {"id": name, "property": prop, "value": page.value(prop)}
