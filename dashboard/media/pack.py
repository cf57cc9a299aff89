"""Sheets that are taken along on a stick: lite pages that lead to each other as files, and else to the web."""

import re
from collections.abc import Collection

from dashboard.address.reader import Reader, View
from dashboard.address.route import Route
from dashboard.media import document
from dashboard.pages.page_view import PageView
from dashboard.pages.panel_view import Link
from dashboard.text import Words
from data_access.store.database import Database, Snapshot
from data_access.vocabulary.selection import Selection

SHEET = re.compile(r"([a-z]{2})/district/([^/]+)/lite")
INDEX = "index.html"


def file_of(language: str, slug: str) -> str:
    """The name of a district's sheet within a pack."""
    return f"{language}/{slug}.html"


def index_of(language: str, languages: Collection[str]) -> str:
    """The name of the list of sheets in a language; that of the first language is where a pack begins."""
    return INDEX if language == next(iter(languages)) else f"index-{language}.html"


class PackReader(Reader):
    """Reads for a pack: addresses of its sheets are those of files beside each other, all others are of the web."""

    def __init__(
        self,
        database: Database,
        words: dict[str, Words],
        origin: str,
        languages: Collection[str],
        slugs: Collection[str],
    ) -> None:
        super().__init__(database, words, origin)
        self.languages = languages
        self._files = {file_of(language, slug) for language in languages for slug in slugs}

    def href(self, route: Route, selection: Selection) -> str:
        """From a sheet to another page."""
        sheet = SHEET.fullmatch(route.address(selection, ""))
        if sheet and file_of(*sheet.groups()) in self._files:
            return f"../{file_of(*sheet.groups())}"
        return route.live.address(selection, self.base_path)

    def pack_href(self, _snapshot: Snapshot, _route: Route) -> str:
        """A pack holds no packs."""
        return ""


class Sheets(document.Lite):
    """Lite pages without what needs a server: the way back is the list of sheets."""

    _reader: PackReader

    def _form(self, _view: View) -> None:
        return None

    def _page(self, view: View) -> PageView:
        page, here = super()._page(view), view.route
        index = Link(
            self._reader.words[here.language]("pack.index"), f"../{index_of(here.language, self._reader.languages)}"
        )
        languages = [
            (
                code,
                Link(
                    self._reader.words[code]("language.name"), f"../{file_of(code, here.place)}", code == here.language
                ),
            )
            for code in self._reader.languages
        ]
        chips = page.chrome.chips._replace(places=(), others=(), edition=None)
        return page._replace(chrome=page.chrome._replace(topics=[index], languages=languages, chips=chips))
