"""A page as one document that needs no script: on a weak link, on paper, on a stick."""

from dataclasses import replace
from typing import NamedTuple

from dashboard.address import short
from dashboard.address.reader import View
from dashboard.media import document_form, qr
from dashboard.media.pictures import Pictures
from dashboard.pages import choice_names
from dashboard.pages.build import Builder
from dashboard.pages.page_view import PageView
from dashboard.pages.panel_view import PanelView
from dashboard.text.terms import parts
from data_access.answers import sources
from data_access.store.database import Snapshot
from layouts import templates


class Sheet(NamedTuple):
    """What paper says of itself: lines of text, a short address, and its QR code."""

    lines: list[str]
    address: str
    code: str


class Lite:
    """Lite pages of one application."""

    def __init__(self, builder: Builder, pictures: Pictures, style: str, icon: str) -> None:
        self._builder, self._reader, self._pictures = builder, builder.reader, pictures
        self._style, self._icon = style, icon

    def document(self, view: View, origin: str) -> tuple[PageView, str]:
        """The page of a view, as readers reach it at ``origin`` (``https://name/``). Raises DataUnavailable."""
        page = self._page(view)
        selection = view.selection
        open_keys = {panel.key for panel in page.panels if panel.key in selection.tables}
        drawn_panels = [] if open_keys else [panel for panel in page.panels if panel.figure]
        html = templates.page(
            "lite",
            page=page,
            words=self._reader.words[view.route.language],
            sheet=self._sheet(view, page, origin),
            origin=origin.removesuffix(self._reader.base_path),
            form=self._form(view),
            opened=open_keys,
            pictures={panel.key: self._picture(view.snapshot, panel) for panel in drawn_panels},
            terms={term for text in _texts(page, open_keys) for _, term in parts(text) if term},
            whole_href=self._reader.href(view.route, replace(selection, tables=())),
            canonical=f"{origin}{view.route.live.address(selection, '')}",
            style=self._style,
            icon=self._icon,
        )
        return page, html

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
        choices = [name for name, _ in choice_names.active_choices(snapshot, selection, route, words)]
        origins = (source for panel in page.panels for source in panel.origins)
        newest = max((source.newest_on for source in origins if source.newest_on), default=None)
        version, published_on = sources.edition(snapshot)
        lines = [
            words("lite.chosen", choices=", ".join(choices)) if choices else words("lite.nothing_chosen"),
            *([words("source.newest", date=words.day(newest))] if newest else []),
            words("about.version", version=version, date=words.day(published_on)),
        ]
        return Sheet(lines, address, qr.svg(address, words("lite.code")))

    def _picture(self, snapshot: Snapshot, panel: PanelView) -> str:
        return self._pictures.svg(snapshot, panel.figure_href, panel.key, panel.figure or {}, panel.shape)


def _texts(page: PageView, open_keys: set[str]) -> list[str]:
    """The texts of a page in which terms may be marked."""
    sentences = [panel.sentence for panel in page.panels]
    return sentences if open_keys else [*sentences, *(text for panel in page.panels for _, text in panel.help)]
