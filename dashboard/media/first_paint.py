"""The first HTML of a live page: its frame, key figures and sentences stand before any script runs."""

import logging
from collections.abc import Callable, Sequence

from markupsafe import Markup

from dashboard.address.reader import Reader, View
from dashboard.address.route import Route
from dashboard.pages import gaps, page_chrome, panel_text
from dashboard.pages.heading import heading
from dashboard.pages.key_figures import figures, safe_figures
from dashboard.pages.rendering import Renderer
from dashboard.pages.whole_page import whole_page
from dashboard.panels.panel import Panel
from dashboard.text.terms import plain
from data_access.store.database import DataUnavailable, Snapshot
from data_access.store.memory import method_per_question
from data_access.vocabulary.selection import Selection
from layouts import ids, page, shell
from layouts import panel as layout
from layouts.to_html import place, to_html

LOG = logging.getLogger(__name__)
MOST_ENTRIES = 300
# What is written of a panel, and above all panels.
Head = Callable[[View, Panel], list]
Extras = Callable[[View, Reader], list]


class FirstPaint:
    """Writes pages as they stand before they are alive, and keeps what it has written while there is room."""

    def __init__(self, reader: Reader, renderer: Renderer) -> None:
        self._reader, self._renderer = reader, renderer

    def html(self, view: View) -> Markup:
        """The page of a view without its pictures and tables. Raises DataUnavailable.

        One with a panel that fails is not kept: it may be well the next time.
        """
        try:
            return self._whole(*view)
        except DataUnavailable:
            raise
        except Exception:
            LOG.exception("%s, %s", view.route.path(), view.selection.search)
            return self._html(view, self._safe_head, safe_figures)

    @method_per_question(MOST_ENTRIES)
    def _whole(self, snapshot: Snapshot, route: Route, selection: Selection) -> Markup:
        return self._html(View(snapshot, route, selection), self._head, figures)

    def _html(self, view: View, head: Head, extras: Extras) -> Markup:
        of_page = gaps.page_panels(view.snapshot, view.route, self._reader, self._renderer)
        filled = self._filled(view, of_page.with_figures, head, extras)
        return to_html(whole_page(self._reader, view, of_page), filled)

    def _filled(self, view: View, shown: Sequence[Panel], head: Head, extras: Extras) -> dict[str, list]:
        """What stands in the places that callbacks fill."""
        snapshot, route, selection = view
        has_figures = heading(snapshot, route, self._reader).has_key_figures
        return {
            ids.NAVIGATION: shell.navigation(
                page_chrome.topics(route, selection, self._reader),
                page_chrome.example(snapshot, route, selection, self._reader),
            ),
            ids.LANGUAGES: shell.languages(page_chrome.languages(route, selection, self._reader)),
            ids.CHIPS: page_chrome.chips(snapshot, selection, route, self._reader),
            ids.EDITION: page_chrome.edition(snapshot, route, selection, self._reader),
            place(ids.key_figures("all")): page.key_figures(extras(view, self._reader) if has_figures else ()),
            **{place(ids.head(panel.key)): head(view, panel) for panel in shown},
        }

    def _head(self, view: View, panel: Panel) -> list:
        """Question and sentence of a panel, its terms not yet explained."""
        snapshot, route, selection = view
        words, relevant = self._reader.words[route.language], panel.relevant(selection)
        said = panel_text.of_answer(self._renderer.answer(snapshot, panel, relevant), panel, relevant, words)
        shown = panel_text.on_page(said, selection)
        return layout.head(panel.key, shown.title, plain(shown.sentence), shown.synthetic, words)

    def _safe_head(self, view: View, panel: Panel) -> list:
        """The same; nothing of a panel that fails."""
        try:
            return self._head(view, panel)
        except Exception:
            return []
