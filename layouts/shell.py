"""The frame of every page: name, topics, languages, what is chosen, the page, the foot."""

from collections.abc import Sequence
from typing import NamedTuple

import dash_bootstrap_components as dbc
from dash import dcc, html

from dashboard.text import Words
from layouts import ids


class Link(NamedTuple):
    """A text, an address, and whether it is where the reader is."""

    text: str
    href: str
    is_here: bool


def empty() -> html.Div:
    """What a browser gets before it has said which page it wants."""
    return html.Div([dcc.Location(id=ids.ADDRESS, refresh=False), html.Div(id=ids.ROOT)])


def every_id() -> html.Div:
    """One component for each id that callbacks use, so that Dash can check them before a page is drawn."""
    places = (html.Div(id=name) for name in (ids.NAVIGATION, ids.LANGUAGES, ids.CHIPS, ids.NEWS))
    heard = (dcc.Location(id=ids.HERE), dcc.Dropdown(id=ids.DISTRICT), dcc.RangeSlider(id=ids.PERIOD))
    return html.Div([empty(), *places, *heard])


def page(words: Words, controls: html.Div, content: list, about: list) -> list:
    """Everything inside the frame. ``content`` is the page, ``about`` its foot.

    The page has an address component of its own: Dash asks for all inputs of a callback at once, and this
    one comes and goes with the controls that are heard together with it.
    """
    return [
        dcc.Location(id=ids.HERE, refresh="callback-nav"),
        html.A(words("page.skip"), href="#main", className="skip"),
        html.Header(
            [
                html.Div(
                    [
                        html.Span(words("page.name"), className="name"),
                        html.Span(words("page.country"), className="country"),
                    ],
                    className="brand",
                ),
                html.Nav(id=ids.NAVIGATION, **{"aria-label": words("page.topics")}),
                html.Nav(id=ids.LANGUAGES, className="languages", **{"aria-label": words("page.languages")}),
            ],
            className="top",
        ),
        controls,
        html.Div(id=ids.NEWS, role="status"),
        html.Main(content, id="main"),
        html.Footer(about, className="about"),
    ]


def navigation(links: Sequence[Link]) -> dbc.Nav:
    """The topics; choices that are made go along."""
    items = [
        html.Li(
            dcc.Link(link.text, href=link.href, className="nav-link active" if link.is_here else "nav-link"),
            className="nav-item",
        )
        for link in links
    ]
    return dbc.Nav(items)


def languages(links: Sequence[Link]) -> list:
    """The same page in another language, as a whole new page: its ``lang`` changes with it."""
    return [
        html.A(link.text, href=link.href, hrefLang=link.text, className="here" if link.is_here else None)
        for link in links
    ]


def news(text: str) -> dbc.Alert:
    """A line above the page, for example that figures are from an earlier hour."""
    return dbc.Alert(text, className="news", color=None)
