"""Pages as one document that needs no script: the same parts, with forms and links for what scripts would do."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from dash import html
from dash.development.base_component import Component
from markupsafe import Markup

from dashboard.text import Words
from dashboard.text.table import Cell, Table
from data_access.vocabulary.shape import Shape
from data_access.vocabulary.states import VALUE
from layouts import gaps, shell
from layouts import panel as live
from layouts.controls import Choice
from layouts.gaps import Gaps
from layouts.page import Figure, Heading, key_figures, pack
from layouts.reading import question_links
from layouts.shell import Link
from layouts.terms import glossary

# Where a written panel leads to the explanation of a term.
TERM_LINK = re.compile(r'href="#term-([a-z_]+)"')


class Form(NamedTuple):
    """What can be chosen: where the form leads, its choices, and what goes along unseen (key, value)."""

    action: str
    choices: Sequence[Choice]
    hidden_fields: Sequence[tuple[str, str]]


class Panel(NamedTuple):
    """A panel: its key and shape, its parts as components, its picture as SVG, and its table."""

    key: str
    shape: Shape
    head: list
    picture: Markup | None
    foot: list
    help: list
    links: list
    table: list | None


class Sheet(NamedTuple):
    """What paper says of itself: lines of text, a short address, and its QR code."""

    lines: Sequence[str]
    address: str
    code: Markup


class Frame(NamedTuple):
    """What stands around a page: topics, languages, the live twin, the edition, chips, the sheet, and the foot."""

    topics: Sequence[Link]
    example: shell.Link | None
    languages: Sequence[tuple[str, Link]]
    live_href: str
    edition: list
    chips: list
    sheet: Sheet
    about: list


def page(
    frame: Frame,
    heading: Heading,
    form: Form | None,
    figures: Sequence[Figure],
    panels: list[Markup],
    missing: Gaps | None,
    words: Words,
) -> list:
    """The body of the document. Panels are written already; the terms in them are explained at its end."""
    terms = {term for one in panels for term in TERM_LINK.findall(one)}
    name = html.P([html.Span(words("page.name")), " ", html.Span(words("page.country"))], className="brand")
    topics = html.Nav(shell.navigation(frame.topics, frame.example), **{"aria-label": words("page.topics")})
    spoken = html.Nav(
        shell.languages(frame.languages), className="languages", **{"aria-label": words("page.languages")}
    )
    chips = html.Div(frame.chips, className="chips") if frame.chips else None
    live = html.P(html.A(words("lite.live"), href=frame.live_href), className="live")
    edition = html.P(frame.edition, className="edition") if frame.edition else None
    return [
        html.A(words("page.skip"), href="#main", className="skip"),
        html.Header([html.Div([name, topics, spoken], className="top"), live, edition]),
        html.Main(
            [
                _sheet(frame.sheet, words),
                html.H1(heading.title),
                html.P(heading.lead, className="lead"),
                pack(heading, words),
                chips,
                _form(form, words) if form and panels else None,
                question_links(heading.questions, words) if panels else None,
                _key_figures(figures) if figures else None,
                html.Div(panels, className="panels"),
                gaps.gap_list(missing, words) if missing else None,
                gaps.how_to_send(words) if heading.has_glossary else None,
                glossary(words) if heading.has_glossary else glossary(words, terms) if terms else None,
            ],
            id="main",
        ),
        html.Footer(frame.about, className="about"),
    ]


def head(scope: str | None, inside: list) -> list:
    """Question and sentence of a panel, and that it is not of the chosen place where it is not."""
    return [live.scope(scope), *inside] if scope else inside


def panel(part: Panel, words: Words) -> html.Section:
    """A panel with everything that it has, one after the other."""
    reading = (
        html.Details([html.Summary(words("help.title")), html.Dl(part.help)], className="help") if part.help else None
    )
    # Where a table is wider than its frame, the keyboard moves it.
    named = {"role": "region", "aria-labelledby": live.title_id(part.key)}
    table = html.Div(part.table, className="table-frame", tabIndex="0", **named) if part.table else None
    picture = html.Div(part.picture, className="picture") if part.picture else None
    parts = [html.Div(part.head, className="head"), picture, html.Div(part.foot, className="foot"), reading]
    return html.Section(
        [*parts, html.P(part.links, className="links"), table], className=f"panel panel-{part.shape.name}"
    )


def folded_panel(shape: Shape, head: list, whole_href: str, words: Words) -> html.Section:
    """A panel that makes room for the tables of others: what it says, and the way back to the whole page."""
    way = html.P(html.A(words("lite.whole"), href=whole_href), className="links")
    return html.Section([html.Div(head, className="head"), way], className=f"panel panel-{shape.name}")


def table(content: Table, hrefs: Sequence[Sequence[str | None]], caption: str, most: int, words: Words) -> list:
    """The first rows of a table, with an address for each cell that chooses, and a line that says if there are more."""
    count = len(content.rows)
    told = [html.P(words("lite.first_rows", shown=most, count=count), className="note")] if count > most else []
    return [_table(content, hrefs, caption, most), *told]


def _table(content: Table, hrefs: Sequence[Sequence[str | None]], caption: str, most: int) -> html.Table:
    heads = html.Tr([html.Th(text, scope="col") for text in content.headers])
    rows = [
        html.Tr(list(map(_cell, cells, links)), className="chosen" if number in content.marked_rows else None)
        for number, (cells, links) in enumerate(zip(content.rows[:most], hrefs[:most], strict=True))
    ]
    name = html.Caption(caption, className="visually-hidden")
    return html.Table([name, html.Thead(heads), html.Tbody(rows)], className="figures")


def failure(key: str, title: str, reason: str, words: Words) -> html.Section:
    """What stands in the place of a panel that cannot be shown."""
    return html.Section(live.head(key, title, reason, None, words), className="panel")


def _cell(cell: Cell, href: str | None) -> html.Td:
    inside = html.A(cell.text, href=href) if href else cell.text
    if cell.address:
        inside = html.A(cell.text, href=cell.address, rel="noopener noreferrer")
    mark: list[Component | str] = []
    if cell.mark:
        mark = [" ", html.A(cell.mark.text, href=cell.mark.anchor, className="mark")]
    kind = "number" if cell.is_number else None if cell.state == VALUE else f"state-{cell.state}"
    return html.Td([inside, *mark], className=kind, lang=cell.language)


def _key_figures(figures: Sequence[Figure]) -> html.Div:
    """Key figures without their courses, which would weigh more here than they tell."""
    return html.Div(key_figures([one._replace(course=()) for one in figures]), className="key-figures")


def _form(form: Form, words: Words) -> html.Details:
    hidden = [Markup('<input type="hidden" name="{}" value="{}">').format(*pair) for pair in form.hidden_fields]
    fields = [html.Label([html.Span(choice.label), _select(choice)]) for choice in form.choices]
    button = html.Button(words("lite.show"), type="submit")
    inside = html.Form([*hidden, *fields, button], action=form.action, method="get")
    return html.Details([html.Summary(words("lite.choose")), inside], className="choose")


def _select(choice: Choice) -> html.Select:
    options = [html.Option(label, value=value, selected=value == choice.value) for value, label in choice.options]
    return html.Select(options, name=choice.key)


def _sheet(sheet: Sheet, words: Words) -> html.Aside:
    lines = [html.P(line) for line in sheet.lines]
    address = html.P([words("lite.address"), " ", html.Span(sheet.address, className="address")])
    code = html.Div(sheet.code, className="code")
    return html.Aside([html.Div([*lines, address]), code], className="sheet", **{"aria-label": words("lite.sheet")})
