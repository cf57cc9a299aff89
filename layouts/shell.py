"""The frame of every page: name, topics, languages, what is chosen, the page, the foot."""

from collections.abc import Sequence
from typing import NamedTuple

import dash_bootstrap_components as dbc
import orjson
from dash import dcc, html

from dashboard.text import Words
from layouts import ids
from layouts.to_html import HTML, live_html

# Panels of a page are fewer.
MOST_TOLD = 20


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
    places = (html.Div(id=name) for name in (ids.NAVIGATION, ids.LANGUAGES, ids.CHIPS, ids.NEWS, ids.EDITION))
    heard = (dcc.Location(id=ids.HERE_ID), dcc.Dropdown(id=ids.DISTRICT), dcc.RangeSlider(id=ids.PERIOD))
    return html.Div([empty(), *places, *heard])


def page(words: Words, controls: html.Div, content: list, about: list) -> list:
    """Everything inside the frame. ``content`` is the page, ``about`` its foot.

    The page has an address component of its own: Dash asks for all inputs of a callback at once, and this
    one comes and goes with the controls that are heard together with it.
    """
    return [
        dcc.Location(id=ids.HERE_ID, refresh="callback-nav"),
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
                html.Nav(id=ids.NAVIGATION, **{HTML: "", "aria-label": words("page.topics")}),
                html.Nav(id=ids.LANGUAGES, className="languages", **{HTML: "", "aria-label": words("page.languages")}),
            ],
            className="top",
        ),
        controls,
        html.Div(id=ids.NEWS, role="status"),
        html.Div(
            id=ids.EDITION, className="edition", role="region", **{HTML: "", "aria-label": words("edition.label")}
        ),
        _told(words),
        html.Main(content, id="main"),
        html.Footer(className="about", **{HTML: live_html(about)}),
    ]


def navigation(links: Sequence[Link], example: Link | None) -> html.Ul:
    """The topics and the example; choices that are made go along. With the figures the whole page changes."""
    items = [
        html.Li(
            html.A(
                link.text,
                href=link.href,
                className="page nav-link active" if link.is_here else "page nav-link",
                **_here(link),
            ),
            className="nav-item",
        )
        for link in links
    ]
    if example:
        way = html.A(example.text, href=example.href, className="nav-link to-example", rel="nofollow")
        items.append(html.Li(way, className="nav-item"))
    return html.Ul(items, className="nav")


def languages(links: Sequence[tuple[str, Link]]) -> list:
    """The same page in another language (its code; a link by its own name), as a whole new page: ``lang`` changes."""
    return [
        html.A(
            [code, html.Span(f" – {link.text}", className="visually-hidden")],
            href=link.href,
            hrefLang=code,
            lang=code,
            className="here" if link.is_here else None,
            **_here(link),
        )
        for code, link in links
    ]


def notice(title: str, text: str, link: str, href: str) -> list:
    """A page without figures: why, and where to go from there."""
    return [html.Main([html.H1(title), html.P(text, className="lead"), html.P(html.A(link, href=href))], id="main")]


def edition(text: str, lead: str, link: str, href: str) -> list:
    """The line above every page of an edition. Its link is a plain one: the whole page changes with the figures."""
    return [html.Span(text), " ", html.Span([f"{lead} ", html.A(link, href=href)], className="leave")]


def example(text: str, link: str, href: str) -> list:
    """The bar above every page of the example, with the way back to real figures."""
    return [html.Strong(text, className="example"), " ", html.Span(html.A(link, href=href), className="leave")]


def news(text: str) -> dbc.Alert:
    """A line above the page, for example that figures are from an earlier hour."""
    return dbc.Alert(text, className="news", color=None)


def _here(link: Link) -> dict:
    return {"aria-current": "page"} if link.is_here else {}


def _told(words: Words) -> html.Div:
    """Where one sentence says what a choice has changed, to those who do not see it; told.js writes it.

    ``data-told`` has the form for each number of panels, from one on.
    """
    forms = [words.plural("page.told", n, choices="{choices}", sentence="{sentence}") for n in range(1, MOST_TOLD + 1)]
    told = {"data-told": orjson.dumps(forms).decode(), "data-nothing": words("place.country")}
    return html.Div(id="told", className="visually-hidden", role="status", **told)
