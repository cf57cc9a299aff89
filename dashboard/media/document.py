"""A page as one document that needs no script, drawn from the same answers as the live one."""

import logging
from dataclasses import replace
from functools import partial
from typing import Any, NamedTuple

from markupsafe import Markup

from dashboard import panels
from dashboard.address import short
from dashboard.address.reader import Reader, View
from dashboard.address.route import Route
from dashboard.figures import rows, svg
from dashboard.media import document_form, qr
from dashboard.media.shapes import Shapes
from dashboard.pages import choice_names, gaps, page_chrome, panel_text
from dashboard.pages.cell_links import to_source
from dashboard.pages.heading import heading
from dashboard.pages.key_figures import safe_figures
from dashboard.pages.rendering import LinkedTable, Renderer
from dashboard.panels.panel import Panel
from dashboard.text import Words, wording
from data_access.answers import sources
from data_access.store import pause
from data_access.store.database import Snapshot
from data_access.store.memory import method_per_question
from data_access.vocabulary.answer import Source
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.shape import Shape
from layouts import document as layout
from layouts.about import about
from layouts.page import Heading
from layouts.to_html import to_html

LOG = logging.getLogger(__name__)
MOST_ENTRIES = 1_000
# Tables that are opened take the place of pictures, and share so many cells: files have the others.
CELLS = 900
# A picture is as wide as a phone or half a sheet of paper, px.
WIDTH = 380


class Document(NamedTuple):
    """The words, the heading and the body of a page."""

    words: Words
    heading: Heading
    body: Markup


class Part(NamedTuple):
    """A panel as HTML, and where its figures come from."""

    html: Markup
    sources: tuple[Source, ...]


class Lite:
    """Lite pages of one application. What it has drawn it keeps for as long as there is room."""

    def __init__(self, reader: Reader, renderer: Renderer) -> None:
        self._reader, self._renderer = reader, renderer
        self._shapes = Shapes()

    def document(self, view: View, origin: str) -> Document:
        """The page of a view, as readers reach it at ``origin`` (``https://name/``). Raises DataUnavailable."""
        snapshot, route, _ = view
        words = self._reader.words[route.language]
        shown, missing = gaps.page_panels(snapshot, route, self._reader, self._renderer)
        parts = [self._safe_part(view, panel) for panel in shown]
        pause.let_others()
        found = heading(snapshot, route, self._reader)
        told = safe_figures(view, self._reader) if found.has_key_figures else ()
        frame = self._frame(view, parts, origin, words)
        left = gaps.gaps_of(snapshot, route, self._reader, missing)
        body = layout.page(frame, found, self._form(view), told, [part.html for part in parts], left, words)
        return Document(words, found, to_html(body))

    def _form(self, view: View) -> layout.Form | None:
        """The choices of the page; None where they could not be made."""
        return document_form.form(*view, self._reader)

    def _frame(self, view: View, parts: list[Part], origin: str, words: Words) -> layout.Frame:
        snapshot, route, selection = view
        used = tuple({source.key: source for part in parts for source in part.sources}.values())
        address = partial(to_source, route=route, edition=selection.edition, reader=self._reader)
        return layout.Frame(
            topics=page_chrome.topics(route, selection, self._reader),
            example=page_chrome.example(snapshot, route, selection, self._reader),
            languages=page_chrome.languages(route, selection, self._reader),
            live_href=self._reader.href(route.live, selection),
            edition=page_chrome.edition(snapshot, route, selection, self._reader),
            chips=page_chrome.chips(snapshot, selection, route, self._reader),
            sheet=self._sheet(view, used, origin, words),
            about=about(
                used, address, sources.edition(snapshot), words, self._reader.reviews_href(route), is_open=True
            ),
        )

    def _sheet(self, view: View, used: tuple[Source, ...], origin: str, words: Words) -> layout.Sheet:
        """What was chosen, how new the figures are, of which version, and the way back."""
        snapshot, route, selection = view
        live = route.live.address(selection, "/").removeprefix("/")
        path, _, query = live.partition("?")
        address = f"{origin}s/{short.shorten(path, query)}"
        chosen = [name for name, _ in choice_names.active_choices(snapshot, selection, route, words)]
        newest = max((source.newest_on for source in used if source.newest_on), default=None)
        version, published_on = sources.edition(snapshot)
        lines = [
            words("lite.chosen", choices=", ".join(chosen)) if chosen else words("lite.nothing_chosen"),
            *([words("source.newest", date=words.day(newest))] if newest else []),
            words("about.version", version=version, date=words.day(published_on)),
            *([wording.edition(snapshot.edition, words)] if snapshot.edition else []),
        ]
        return layout.Sheet(lines, address, Markup(qr.svg(address, words("lite.code"))))

    def _safe_part(self, view: View, panel: Panel) -> Part:
        """A panel; one that fails says so in its place."""
        try:
            return self._part(*view, panel)
        except Exception:
            LOG.exception("panel %s, %s", panel.key, view.selection.search)
            words = self._reader.words[view.route.language]
            title = panel_text.question(panel, view.selection, {}, words)
            return Part(to_html(layout.failure(panel.key, title, words("empty.unreadable"), words)), ())

    @method_per_question(MOST_ENTRIES)
    def _part(self, snapshot: Snapshot, route: Route, selection: Selection, panel: Panel) -> Part:
        pause.let_others()
        words = self._reader.words[route.language]
        opened = [one for one in panels.of_topic(route.topic) if one.key in selection.tables]
        parts = self._renderer.parts(snapshot, route, panel, panel.relevant(selection))
        head = layout.head(panel_text.scope(panel, selection, words), parts.head)
        if opened and panel not in opened:
            whole = self._reader.href(route, replace(selection, tables=()))
            return Part(to_html(layout.folded_panel(panel.shape, head, whole, words)), ())
        pause.let_others()
        links, tabled = self._renderer.beneath(snapshot, route, panel, selection)
        pause.let_others()
        is_drawn = parts.has_figure and not opened
        picture = self._picture(snapshot, panel, parts.figure) if is_drawn else None
        table = layout.table(*tabled, _most_rows(tabled, panel.shape, len(opened)), words) if tabled else None
        texts = [] if opened else parts.help
        one = layout.Panel(panel.key, panel.shape, head, picture, parts.foot, texts, links, table)
        return Part(to_html(layout.panel(one, words)), tuple(parts.sources))

    def _picture(self, snapshot: Snapshot, panel: Panel, figure: dict[str, Any]) -> Markup:
        height = rows.height(figure, panel.shape.paper_height)
        return Markup(svg.svg(figure, WIDTH, height, self._shapes.of(snapshot), panel.key))


def _most_rows(tabled: LinkedTable, shape: Shape, opened: int) -> int:
    """How many rows a table may have: where none was asked for all, since tables that stand open are short, or few."""
    columns = max(1, len(tabled.content.headers))
    if opened:
        return max(3, CELLS // (opened * columns))
    return shape.paper_rows if shape.is_cut_on_paper else len(tabled.content.rows)
