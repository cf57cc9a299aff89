"""A panel on a page: the question, the sentence, the picture, the legend, the sources, the table."""

from collections.abc import Sequence

import dash_bootstrap_components as dbc
import orjson
from dash import html

from dashboard.answer import Source
from dashboard.legend import Dated, Key
from dashboard.tables import Cell, Table
from dashboard.text import Words
from layouts import ids, reading
from layouts.graph import graph
from layouts.terms import marked


def frame(key: str, kind: str, words: Words, base_path: str) -> html.Section:
    """The empty panel; callbacks fill it. Its size does not depend on what comes."""
    picture = html.Div(
        graph(key, words, base_path), className="picture", role="group", **{"aria-labelledby": f"title-{key}"}
    )
    table = html.Div(id=ids.table(key), className="table-frame", **{"data-table": ""})
    below = html.Div([html.Div(id=ids.links(key)), table], className="table-part")
    foot = html.Div(id=ids.foot(key), className="foot")
    head = html.Div(id=ids.head(key), className="head", **{"aria-live": "polite"})
    inside = [html.Div([picture, foot, reading.closed(key, words)], className="picture-part"), below]
    return html.Section(
        [head, html.Div(inside, className="body")],
        id=ids.panel(key),
        className=f"panel panel-{kind}",
        **{"data-question": ""},
    )


def head(key: str, title: str, sentence: str, synthetic: str | None, words: Words) -> list:
    """Title, a mark where figures are invented, and the sentence."""
    mark = [dbc.Badge(synthetic, className="synthetic", color=None)] if synthetic else []
    return [
        html.H2([title, *mark], id=f"title-{key}"),
        html.P(marked(sentence, words, f"{key}-say"), className="sentence"),
    ]


def foot(legend: Sequence[Key], dates: html.Div | None, notes: Sequence[str], sources: Sequence[html.Span]) -> list:
    """Legend, numbered dates, what the picture leaves out, and where its figures come from."""
    entries = [html.Li([html.Span(**_mark(entry.mark)), entry.label]) for entry in legend]
    return [
        html.Ul(entries, className="legend") if entries else None,
        dates,
        *(html.P(note, className="note") for note in notes),
        html.P(list(sources), className="sources"),
    ]


def dated(dates: Sequence[Dated], words: Words) -> html.Div:
    """The numbered dates of a time axis in words, and why they are shown."""
    links = {"rel": "noopener noreferrer", "target": "_blank"}
    items = [html.Li(html.A(one.text, href=one.url, **links) if one.url else one.text) for one in dates]
    return html.Div([html.P(words("annotation.note"), className="note"), html.Ol(items)], className="dated")


def source(one: Source, words: Words) -> html.Span:
    """Publisher and title of a source, its kind, and its newest record."""
    text = one.title[words.language]
    title = html.A(text, href=one.url, rel="noopener noreferrer", target="_blank") if one.url else text
    kind = html.Span(words(f"kind.{one.kind}"), className=f"kind kind-{one.kind}")
    newest = words("source.newest", date=words.day(one.newest_on)) if one.newest_on else words("source.undated")
    return html.Span([kind, " ", title, f" · {newest}"], className="source")


def table(content: Table, hrefs: Sequence[Sequence[str | None]], caption: str) -> str:
    """A table as JSON, of which the browser makes a real one. ``hrefs``: an address for each cell that chooses."""
    data = {
        "caption": caption,
        "headers": content.headers,
        "rows": [list(map(_cell, cells, links)) for cells, links in zip(content.rows, hrefs, strict=True)],
        "marked": content.marked,
        "hue": content.hue,
    }
    return orjson.dumps(data).decode()


def way_out(text: str, href: str) -> html.A:
    """From a choice that leaves nothing to the nearest one with figures."""
    return html.A(text, href=href, className="choice way-out")


def toggle(text: str, href: str, is_open: bool) -> html.A:
    """Opens or closes the table of a panel; a link like every other choice."""
    return html.A(text, href=href, className="choice toggle", **{"aria-expanded": str(is_open).lower()})


def _mark(mark: str) -> dict:
    if mark.startswith(("#", "rgb")):
        return {"className": "swatch", "style": {"backgroundColor": mark}}
    return {"className": f"swatch swatch-{mark}"}


def _cell(cell: Cell, href: str | None) -> dict:
    parts = {"text": cell.text, "href": href, "address": cell.address, "lang": cell.language, "share": cell.share}
    kind = f"number state-{cell.state}" if cell.is_number else f"state-{cell.state}"
    return {"kind": kind} | {name: value for name, value in parts.items() if value is not None}
