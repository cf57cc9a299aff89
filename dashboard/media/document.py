"""A page as one document that needs no script: on a weak link, on paper, on a stick."""

import re
from dataclasses import replace
from typing import NamedTuple

from dashboard.address import short
from dashboard.address.reader import View
from dashboard.figures import rows, svg
from dashboard.media import document_form, qr
from dashboard.media.shapes import Shapes
from dashboard.pages import choice_names
from dashboard.pages.build import Builder
from dashboard.pages.page_view import PageView
from dashboard.pages.panel_view import PanelView
from dashboard.text import wording
from data_access.answers import sources
from data_access.store import pause
from data_access.store.database import Snapshot
from data_access.store.memory import Memory
from layouts import templates

MOST_PICTURES = 1_000
# A picture is as wide as a phone or half a sheet of paper, px.
WIDTH = 380
# Marks of terms in the texts of a page, which are explained at its end.
TERM = re.compile(r"\[\[(\w+)\|")


class Sheet(NamedTuple):
    """What paper says of itself: lines of text, a short address, and its QR code."""

    lines: list[str]
    address: str
    code: str


class Lite:
    """Lite pages of one application. Pictures that it has drawn it keeps for as long as there is room."""

    def __init__(self, builder: Builder, style: str, icon: str) -> None:
        self._builder, self._reader = builder, builder.reader
        self._style, self._icon = style, icon
        self._shapes = Shapes()
        self._pictures: Memory[str] = Memory(MOST_PICTURES)

    def document(self, view: View, origin: str) -> tuple[PageView, str]:
        """The page of a view, as readers reach it at ``origin`` (``https://name/``). Raises DataUnavailable."""
        page = self._page(view)
        selection = view.selection
        opened = {panel.key for panel in page.panels if panel.key in selection.tables}
        pictures = (
            {}
            if opened
            else {panel.key: self._picture(view.snapshot, panel) for panel in page.panels if panel.figure_href}
        )
        written = templates.page(
            "lite",
            page=page,
            words=self._reader.words[view.route.language],
            sheet=self._sheet(view, page, origin),
            form=self._form(view),
            opened=opened,
            pictures=pictures,
            terms={term for text in _texts(page, opened) for term in TERM.findall(text)},
            whole_href=self._reader.href(view.route, replace(selection, tables=())),
            canonical=f"{origin}{view.route.live.address(selection, '')}",
            style=self._style,
            icon=self._icon,
        )
        return page, written

    def _page(self, view: View) -> PageView:
        return self._builder.page(view)

    def _form(self, view: View) -> document_form.Form | None:
        """The choices of the page; None where they could not be made."""
        return document_form.form(*view, self._reader)

    def _sheet(self, view: View, page: PageView, origin: str) -> Sheet:
        """What was chosen, how new the figures are, of which version, and the way back."""
        snapshot, route, selection = view
        words = self._reader.words[route.language]
        path, _, query = route.live.address(selection, "/").removeprefix("/").partition("?")
        address = f"{origin}s/{short.shorten(path, query)}"
        chosen = [name for name, _ in choice_names.active_choices(snapshot, selection, route, words)]
        used = (source for panel in page.panels for source in panel.origins)
        newest = max((source.newest_on for source in used if source.newest_on), default=None)
        version, published_on = sources.edition(snapshot)
        lines = [
            words("lite.chosen", choices=", ".join(chosen)) if chosen else words("lite.nothing_chosen"),
            *([words("source.newest", date=words.day(newest))] if newest else []),
            words("about.version", version=version, date=words.day(published_on)),
            *([wording.edition(snapshot.edition, words)] if snapshot.edition else []),
        ]
        return Sheet(lines, address, qr.svg(address, words("lite.code")))

    def _picture(self, snapshot: Snapshot, panel: PanelView) -> str:
        """The picture as SVG, by its address, which holds all that it depends on."""
        return self._pictures.recall(panel.figure_href, lambda: self._drawn(snapshot, panel))

    def _drawn(self, snapshot: Snapshot, panel: PanelView) -> str:
        pause.let_others()
        figure = panel.figure or {}
        height = rows.height(figure, panel.shape.paper_height)
        return svg.svg(figure, WIDTH, height, self._shapes.of(snapshot), panel.key)


def _texts(page: PageView, opened: set[str]) -> list[str]:
    """The texts of a page in which terms may be marked."""
    shown = [panel.sentence for panel in page.panels]
    return shown if opened else [*shown, *(text for panel in page.panels for _, text in panel.help)]
