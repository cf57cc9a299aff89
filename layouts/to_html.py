"""Components as HTML text: what scripts would make of them in a browser, for pages that do without, or not yet."""

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from dash import html
from dash.development.base_component import Component
from markupsafe import Markup, escape

from layouts.terms import TERM

EMPTY = frozenset({"br", "hr"})
HTML = "dash_html_components"
# Components of other libraries, and what they are made of. Of all others there is their place, with what is chosen.
TAGS = {"Link": "a", "Badge": "span", "Alert": "div"}
UNSEEN = frozenset({"Location"})
NAMES = {"className": "class", "htmlFor": "for", "hrefLang": "hreflang", "colSpan": "colspan", "tabIndex": "tabindex"}
HUMP = re.compile(r"(?<=[a-z])[A-Z]")
# Properties that only scripts understand, like all whose names begin with data.
SCRIPTED = frozenset({"children", "color"})
NOTHING: Mapping[str, Any] = MappingProxyType({})


def to_html(part: Any, filled: Mapping[str, Any] = NOTHING) -> Markup:
    """A component, a text, markup, or any nesting of lists of them as HTML. Texts are escaped, markup is not.

    ``filled`` has what stands in places that are empty, by their names.
    """
    if part is None:
        return Markup()
    if isinstance(part, (list, tuple)):
        return Markup().join(to_html(one, filled) for one in part)
    return _element(part, filled) if isinstance(part, Component) else escape(part)


def place(name: Any) -> str:
    """An id as the name of a place."""
    return str(sorted(name.items())) if isinstance(name, dict) else name


def _element(component: Component, filled: Mapping[str, Any]) -> Markup:
    described = component.to_plotly_json()
    props = described["props"]
    if TERM in props:
        return _element(_to_glossary(props), filled)
    if props.get("className") == "definition":
        return Markup()
    if described["namespace"] != HTML and described["type"] not in TAGS:
        return Markup() if described["type"] in UNSEEN else Markup('<div class="waits">{}</div>').format(_told(props))
    tag = described["type"].lower() if described["namespace"] == HTML else TAGS[described["type"]]
    opening = Markup().join([Markup("<"), tag, *_attributes(props), Markup(">")])
    if tag in EMPTY:
        return opening
    inside = filled.get(place(props.get("id")), props.get("children"))
    return opening + to_html(inside, filled) + Markup("</") + tag + Markup(">")


def _told(props: dict) -> str:
    """What a control is set to, in words."""
    value = props.get("value")
    values = value if isinstance(value, list) else [value]
    options = {option["value"]: option["label"] for option in props.get("options") or ()}
    if options:
        return ", ".join(options[one] for one in values if one in options) or props.get("placeholder", "")
    return "–".join(map(str, values)) if value is not None else ""


def _to_glossary(props: dict) -> html.A:
    """Without scripts a term leads to the list of words at the end of the document: on paper it stands there, too."""
    return html.A(props["children"], href=f"#term-{props[TERM]}", className="term")


def _attributes(props: dict[str, Any]) -> Iterable[Markup]:
    for name, value in props.items():
        # Names of places that only callbacks fill are no anchors.
        is_left_out = value is None or value is False or (name == "id" and isinstance(value, dict))
        if name in SCRIPTED or name.startswith("data-") or is_left_out:
            continue
        written_name = NAMES.get(name, name.lower())
        if value is True:
            yield Markup(" {}").format(written_name)
        else:
            yield Markup(' {}="{}"').format(written_name, _style(value) if name == "style" else value)


def _style(rules: dict[str, Any]) -> str:
    return "; ".join(f"{HUMP.sub(lambda found: '-' + found[0].lower(), key)}: {value}" for key, value in rules.items())
