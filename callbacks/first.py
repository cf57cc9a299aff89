"""The first HTML of a live page: its frame, key figures and sentences stand before any script runs."""

import logging
from operator import attrgetter
from threading import Lock

from cachetools import LRUCache, cachedmethod
from markupsafe import Markup

from callbacks import around, telling
from callbacks.heading import heading
from callbacks.navigate import whole_page
from callbacks.reader import Reader, View
from callbacks.rendering import Renderer
from callbacks.summarise import figures
from dashboard import panels
from dashboard.panel import Panel
from dashboard.text.terms import plain
from layouts import ids, page, shell
from layouts import panel as layout
from layouts.written import place, written

LOG = logging.getLogger(__name__)
REMEMBERED = 300


def _asked(_self: "First", view: View) -> tuple:
    snapshot, route, selection = view
    return snapshot.version, snapshot.today, route, selection


class First:
    """Writes pages as they stand before they are alive, and keeps what it has written while there is room."""

    def __init__(self, reader: Reader, renderer: Renderer) -> None:
        self._reader, self._renderer = reader, renderer
        self._pages: LRUCache = LRUCache(REMEMBERED)
        self._lock = Lock()

    @cachedmethod(attrgetter("_pages"), key=_asked, lock=attrgetter("_lock"))
    def html(self, view: View) -> Markup:
        """The page of a view without its pictures and tables. Raises DataUnavailable."""
        return written(whole_page(self._reader, view), self._filled(view))

    def _filled(self, view: View) -> dict[str, list]:
        """What stands in the places that callbacks fill."""
        snapshot, route, selection = view
        has_figures = heading(snapshot, route, self._reader).has_key_figures
        told = figures(snapshot, selection, route, self._reader) if has_figures else ()
        shown = panels.of_topic(route.topic)
        return {
            ids.NAVIGATION: shell.navigation(around.topics(route, selection, self._reader)),
            ids.LANGUAGES: shell.languages(around.languages(route, selection, self._reader)),
            ids.CHIPS: around.chips(snapshot, selection, route, self._reader),
            ids.EDITION: around.edition(snapshot, route, selection, self._reader),
            place(ids.key_figures("all")): page.key_figures(told),
            **{place(ids.head(panel.key)): self._head(view, panel) for panel in shown},
        }

    def _head(self, view: View, panel: Panel) -> list:
        """Question and sentence of a panel, its terms not yet explained; nothing of one that fails."""
        snapshot, route, selection = view
        words, heeded = self._reader.words[route.language], panel.heeded(selection)
        try:
            answer = self._renderer.answer(snapshot, panel, heeded)
            title = telling.title(answer, panel, heeded, words)
            said = telling.why_empty(answer, panel, words) if answer.is_empty else panel.say(answer, words, heeded)
        except Exception:
            LOG.exception("panel %s, %s", panel.key, selection.search)
            return []
        synthetic = words("kind.synthetic_view") if answer.is_synthetic else None
        return layout.head(panel.key, title, plain(said), synthetic, words)
