"""The bodies that a browser sends to callbacks, built from what the application says of its callbacks.

``/_dash-dependencies`` lists the callbacks; a page says which components of each pattern it has.
"""

import json
from dataclasses import dataclass, field
from typing import Any

from flask.testing import FlaskClient

from dashboard.panels import of_topic

TERMS = {"per": "person", "currency": "kgs", "prices": "nominal"}
CHOICES = {
    "revenue": {"measure": "revenue", "stage": "transfer", "stream": "all", "operator": "all", **TERMS},
    "monitoring": {"indicator": "all"},
}


@dataclass(frozen=True)
class Page:
    """What a browser shows when it calls: address, controls, and the last event of each picture.

    ``topic`` is what follows the language in the path; of a place's page, its kind and its name.
    """

    topic: str = "overview"
    language: str = "ky"
    search: str = ""
    base: str = "/"
    district: Any = None
    period: Any = (2015, 2026)
    choices: dict[str, Any] | None = None
    events: dict[str, Any] = field(default_factory=dict)
    question: Any = ""
    answered: Any = None
    clicked: Any = 0

    def keys(self, kind: str) -> list[str]:
        """Keys of the components of one pattern, in the order of the page."""
        if kind == "choice":
            return list(self.chosen)
        if kind == "key-figures":
            return ["all"] if self.kind in ("overview", "district") else []
        return [panel.key for panel in of_topic(self.kind)]

    @property
    def kind(self) -> str:
        """The topic, or the kind of place."""
        return self.topic.split("/")[0]

    @property
    def chosen(self) -> dict[str, Any]:
        """What the controls of the topic show."""
        if self.choices is not None:
            return self.choices
        if self.kind == "district":
            return TERMS
        if self.kind == "site":
            return {"site": self.topic.split("/")[1]}
        return {"measure": "poverty"} | CHOICES.get(self.topic, {})

    def value(self, name: str, prop: str, key: str = "") -> Any:
        """The value of one property of one component."""
        if prop == "id":
            return {"type": name, "key": key}
        if name == "choice":
            return self.chosen[key]
        values = {
            "pathname": f"{self.base}{self.language}/{self.topic}",
            "search": self.search,
            "data-question": self.question,
            "data-answered": self.answered,
            "data-clicked": self.clicked,
            "value": self.district if name == "district" else self.period,
        }
        return self._event(prop, key) if name == "figure" else values[prop]

    def _event(self, prop: str, key: str) -> Any:
        """Events are of the first picture."""
        return self.events.get(prop) if key == self.keys("figure")[0] else None


class Callbacks:
    """The callbacks of an application, by the first component that they change."""

    def __init__(self, client: FlaskClient, base: str = "/") -> None:
        self.all = {_name(one["output"]): one for one in client.get(f"{base}_dash-dependencies").json}

    def body(self, name: str, page: Page, *changed: str) -> dict:
        """The body of a call; ``changed`` names properties, of a pattern's first component; without: all."""
        callback = self.all[name]
        inputs = [_argument(one, page) for one in callback["inputs"]]
        written = [_written(one) for given in inputs for one in (given if isinstance(given, list) else [given])]
        wanted = [next(ident for ident, short in written if short == one) for one in changed]
        wanted = wanted or [ident for ident, _ in written]
        outputs = [_output(one, page) for one in _split(callback["output"])]
        return {
            "output": callback["output"],
            "outputs": outputs if callback["output"].startswith("..") else outputs[0],
            "inputs": inputs,
            "changedPropIds": wanted,
            "parsedChangedPropsIds": wanted,
            "state": [_argument(one, page) for one in callback["state"]],
        }


def _split(output: str) -> list[str]:
    return output.removeprefix("..").removesuffix("..").split("...")


def _name(output: str) -> str:
    first = _split(output)[0].rpartition(".")[0]
    return json.loads(first)["type"] if first.startswith("{") else first


def _components(ident: str, page: Page) -> list[dict] | None:
    if not ident.startswith("{"):
        return None
    kind = json.loads(ident)["type"]
    return [{"type": kind, "key": key} for key in page.keys(kind)]


def _argument(declared: dict, page: Page) -> dict | list[dict]:
    prop, found = declared["property"], _components(declared["id"], page)
    if found is None:
        return {"id": declared["id"], "property": prop, "value": page.value(declared["id"], prop)}
    return [{"id": one, "property": prop, "value": page.value(one["type"], prop, one["key"])} for one in found]


def _output(declared: str, page: Page) -> dict | list[dict]:
    ident, _, prop = declared.rpartition(".")
    found = _components(ident, page)
    return {"id": ident, "property": prop} if found is None else [{"id": one, "property": prop} for one in found]


def _written(argument: dict) -> tuple[str, str]:
    """Name of a property as browsers write it, and without the key of its component."""
    ident, prop = argument["id"], argument["property"]
    if isinstance(ident, str):
        return f"{ident}.{prop}", f"{ident}.{prop}"
    return f"{json.dumps(ident, sort_keys=True, separators=(',', ':'))}.{prop}", f"{ident['type']}.{prop}"
