"""The workshop pack: sheets of districts as files that any browser opens from a stick, with a list to search in."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from io import BytesIO
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile

from flask import Response, send_file

from dashboard.address.reader import Reader, View
from dashboard.address.route import Route
from dashboard.media.pack import PackReader, Sheets, file_of, index_of
from dashboard.media.pictures import Pictures
from dashboard.pages.build import Builder
from dashboard.pages.page_choices import district_options
from dashboard.text import LANGUAGES
from dashboard.web import lite
from dashboard.web.errors import Errors
from dashboard.web.files import query_of_request
from dashboard.web.heavy import Heavy
from dashboard.web.lite import origin
from data_access.store.database import Snapshot
from data_access.store.settings import CHECKOUT
from layouts import templates

SEARCH = CHECKOUT / "assets" / "lite" / "search.js"
Progress = Callable[[Iterable[tuple[str, str]]], Iterable[tuple[str, str]]]


def write(
    target: BinaryIO, reader: PackReader, snapshot: Snapshot, slugs: Sequence[str], progress: Progress = iter
) -> None:
    """Write a pack of these districts in the languages of the reader. Raises DataUnavailable.

    ``progress`` is given all sheets to be made, and hands them on one by one.
    """
    page_sheets = Sheets(Builder(reader), Pictures(), lite.style(), lite.icon())
    sheets = [(language, slug) for language in reader.languages for slug in slugs]
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for language in reader.languages:
            archive.writestr(index_of(language, reader.languages), _index(reader, snapshot, language, slugs))
        for language, slug in progress(sheets):
            route = Route(language, "district", slug, is_lite=True)
            selection = reader.within(snapshot, reader.selection(snapshot, route, None))
            _, text = page_sheets.document(View(snapshot, route, selection), reader.base_path)
            archive.writestr(file_of(language, slug), text)


class Packs:
    """The packs of single districts."""

    def __init__(self, reader: Reader, errors: Errors, heavy: Heavy) -> None:
        self._reader, self._errors, self._heavy = reader, errors, heavy

    def of_district(self, language: str, slug: str) -> Response:
        """The pack of one district as a file, in all languages and that of the page first. Raises DataUnavailable."""
        snapshot = self._reader.snapshot(query_of_request())
        route = self._reader.page(snapshot, f"{self._reader.base_path}{language}/district/{slug}")
        if route is None or route.place is None:
            return self._errors.not_found()
        address = origin(self._reader)
        key = (self.__class__, snapshot.version, snapshot.today, route, address)
        content = self._heavy.get_or_make(key, partial(self._pack, snapshot, route.language, route.place, address))
        return send_file(BytesIO(content), "application/zip", as_attachment=True, download_name=f"{route.place}.zip")

    def _pack(self, snapshot: Snapshot, first: str, slug: str, origin: str) -> bytes:
        languages = sorted(LANGUAGES, key=lambda code: code != first)
        pack_reader = PackReader(self._reader.database, self._reader.words, origin, languages, [slug])
        target = BytesIO()
        write(target, pack_reader, snapshot, [slug])
        return target.getvalue()


def _index(reader: PackReader, snapshot: Snapshot, language: str, slugs: Sequence[str]) -> str:
    words = reader.words[language]
    return templates.page(
        "pack_index",
        words=words,
        sheets=[
            (one["label"], f"{one['label']} {one['search']}", file_of(language, one["value"]))
            for one in district_options(snapshot, words)
            if one["value"] in slugs
        ],
        languages=[(code, index_of(code, reader.languages), code == language) for code in reader.languages],
        script=SEARCH.read_text(encoding="utf-8"),
        style=lite.style(),
        icon=lite.icon(),
    )
