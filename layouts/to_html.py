"""Components as HTML text: for pages that do without scripts, or not yet, and for parts of live pages without controls.

All texts are escaped here. Nothing else makes HTML of them for these pages but ``layouts/table.py``, which has too many
cells for components.
"""

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from dash import html
from dash.development.base_component import Component
from markupsafe import Markup, escape

from layouts.terms import TERM

# Where a place of a live page has what stands in it, as HTML; assets/written.js puts it in.
HTML = "data-html"
EMPTY = frozenset({"br", "hr"})
ELEMENTS = "dash_html_components"
# Components of other libraries, and what they are made of. Of all others there is their place, with what is chosen.
TAGS = {"Link": "a", "Alert": "div"}
UNSEEN = frozenset({"Location"})
NAMES = {"className": "class", "htmlFor": "for", "hrefLang": "hreflang", "colSpan": "colspan", "tabIndex": "tabindex"}
HUMP = re.compile(r"(?<=[a-z])[A-Z]")
# Properties that are no attributes.
UNWRITTEN = frozenset({"children", "color"})
NO_PARTS: Mapping[str, Any] = MappingProxyType({})


class Manner(NamedTuple):
    """How HTML is written: with what stands in places that are empty, by their names, and for scripts or without."""

    parts: Mapping[str, Any]
    is_live: bool


def to_html(part: Any, parts: Mapping[str, Any] = NO_PARTS) -> Markup:
    """A component, a text, markup, or any nesting of lists of them as HTML. Texts are escaped, markup is not.

    It is for a page without scripts. ``parts`` has what stands in places that are empty, by their names.
    """
    return _html(part, Manner(parts, is_live=False))


def live_html(part: Any) -> Markup:
    """The same for a place of a live page: with definitions of terms, and with what scripts read."""
    return _html(part, Manner(NO_PARTS, is_live=True))


def ready_made(component: Component) -> Component:
    """A component of a live page with all that stands in it as HTML."""
    setattr(component, HTML, live_html(component.children))
    component.children = None
    return component


def place(name: Any) -> str:
    """An id as the name of a place."""
    return str(sorted(name.items())) if isinstance(name, dict) else name


def _html(part: Any, manner: Manner) -> Markup:
    if part is None:
        return Markup()
    if isinstance(part, (list, tuple)):
        return Markup().join(_html(one, manner) for one in part)
    return _element(part, manner) if isinstance(part, Component) else escape(part)


def _element(component: Component, manner: Manner) -> Markup:
    described = component.to_plotly_json()
    props = described["props"]
    if TERM in props and not manner.is_live:
        return _element(_to_glossary(props), manner)
    if props.get("className") == "definition" and not manner.is_live:
        return Markup()
    if described["namespace"] != ELEMENTS and described["type"] not in TAGS:
        return Markup() if described["type"] in UNSEEN else Markup('<div class="waits">{}</div>').format(_told(props))
    tag = described["type"].lower() if described["namespace"] == ELEMENTS else TAGS[described["type"]]
    opening = Markup().join([Markup("<"), tag, *_attributes(props, manner), Markup(">")])
    if tag in EMPTY:
        return opening
    inside = manner.parts.get(place(props.get("id")), props.get(HTML) or props.get("children"))
    return opening + _html(inside, manner) + Markup("</") + tag + Markup(">")


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


def _attributes(props: dict[str, Any], manner: Manner) -> Iterable[Markup]:
    for name, value in props.items():
        is_for_scripts = name.startswith("data-") and not manner.is_live
        # Names of places that only callbacks fill are no anchors.
        is_left_out = value is None or value is False or (name == "id" and isinstance(value, dict))
        if name in UNWRITTEN or is_for_scripts or is_left_out:
            continue
        written_name = NAMES.get(name, name.lower())
        if value is True:
            yield Markup(" {}").format(written_name)
        else:
            yield Markup(' {}="{}"').format(written_name, _style(value) if name == "style" else value)


def _style(rules: dict[str, Any]) -> str:
    return "; ".join(f"{HUMP.sub(lambda found: '-' + found[0].lower(), key)}: {value}" for key, value in rules.items())
