"""A panel on a page: the question, the sentence, the picture, the legend, the sources, the table."""

from collections.abc import Sequence
from functools import lru_cache

import dash_bootstrap_components as dbc
from dash import html
from orjson import Fragment

from dashboard.answer import Source
from dashboard.legend import Dated, Key
from dashboard.tables import Cell, Table
from dashboard.text import Words
from layouts import ids, reading
from layouts.finished import finished
from layouts.graph import graph
from layouts.terms import marked

# Most cells of a table stay when another district is chosen: its ranks and values are those of the country.
CELLS_REMEMBERED = 20_000


def frame(key: str, kind: str, words: Words, base_path: str) -> html.Section:
    """The empty panel; callbacks fill it. Its size does not depend on what comes."""
    picture = html.Div(
        graph(key, words, base_path), className="picture", role="group", **{"aria-labelledby": f"title-{key}"}
    )
    table = html.Div(id=ids.table(key), className="table-part")
    foot = html.Div(id=ids.foot(key), className="foot")
    head = html.Div(id=ids.head(key), className="head", **{"aria-live": "polite"})
    inside = [html.Div([picture, foot, reading.closed(key, words)], className="picture-part"), table]
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


def table(content: Table, hrefs: Sequence[Sequence[str | None]], caption: str) -> html.Div:
    """A real table. ``hrefs`` holds an address for each cell that chooses something."""
    header = html.Thead(html.Tr([html.Th(text, scope="col") for text in content.headers]))
    rows = [
        html.Tr(
            [_cell(cell, href) for cell, href in zip(cells, links, strict=True)],
            className="chosen" if number in content.marked else None,
        )
        for number, (cells, links) in enumerate(zip(content.rows, hrefs, strict=True))
    ]
    name = html.Caption(caption, className="visually-hidden")
    inside = dbc.Table([name, header, html.Tbody(rows)], className=f"figures hue-{content.hue}")
    return html.Div(inside, className="table-frame", tabIndex=0, role="region", **{"aria-label": caption})


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


@lru_cache(CELLS_REMEMBERED)
def _cell(cell: Cell, href: str | None) -> Fragment:
    text = html.A(cell.text, href=href, className="choice") if href else cell.text
    if cell.address:
        text = html.A(cell.text, href=cell.address, rel="noopener noreferrer", target="_blank", lang=cell.language)
    if cell.share is not None:
        bar = html.Span(className="bar", style={"width": f"{100 * cell.share:.1f}%"})
        text = [bar, html.Span(text, className="cell-text")]
    kind = f"number state-{cell.state}" if cell.is_number else f"state-{cell.state}"
    # As few parts as can be: Dash builds every one of them anew, and a long table has thousands.
    return finished(html.Td(text, className=kind))
