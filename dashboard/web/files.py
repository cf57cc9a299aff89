"""Files to take along: ``/data/{panel or table}.{format}?…``, with the keys of the pages, ``lang`` and ``hxl=1``."""

import json
from collections.abc import Iterable, Iterator
from errno import ECONNRESET
from functools import partial
from hashlib import sha256
from io import BytesIO
from itertools import chain, islice

from flask import Flask, Response, request
from werkzeug.http import is_resource_modified

from dashboard.address.reader import Reader
from dashboard.downloads import csv_file, features, formats, iati, package, workbook
from dashboard.text import LANGUAGES, wording
from dashboard.web import sheets, site
from dashboard.web.errors import Errors
from dashboard.web.heavy import Heavy
from data_access.answers import projects, sources
from data_access.store import layers
from data_access.store.database import DataUnavailable, Snapshot
from data_access.vocabulary import clock, link

FILE = "data/<path:name>"
# Goes up when files are written in another way: a browser asks whether the one that it has is still the one.
FORM = 4
WRITERS = {"xlsx": workbook.write, "zip": package.write}


class Files:
    """The files of one application."""

    def __init__(self, reader: Reader, errors: Errors, heavy: Heavy) -> None:
        self._reader, self._errors, self._heavy = reader, errors, heavy

    def register(self, server: Flask) -> None:
        """Answer the addresses of files."""
        server.add_url_rule(self._reader.base_path + FILE, "file", self.answer, methods=["GET"])

    def answer(self, name: str) -> Response:
        """The file at an address, or a page that says which ones there are. Raises DataUnavailable."""
        key, _, kind = link.word(link.split(name)[0]).rpartition(".")
        if key not in sheets.KEYS:
            return self._errors.no_file(sheets.KEYS, formats.FORMATS, _asked_language())
        if kind not in sheets.formats_of(key):
            return self._errors.no_file((key,), sheets.formats_of(key), _asked_language())
        query = query_of_request()
        snapshot = self._reader.snapshot(query)
        file_request = self._file_request(snapshot, key, query)
        response = Response(mimetype=formats.FORMATS[kind])
        mark = _mark(snapshot, file_request, kind)
        response.set_etag(mark, weak=True)
        if snapshot.edition is None:  # after a takedown, an edition differs by its mark alone
            response.last_modified = sources.publication(snapshot)[1]
        if not is_resource_modified(request.environ, response.headers["ETag"], None, response.last_modified):
            return response.make_conditional(request)
        response.headers["Content-Disposition"] = f'attachment; filename="{_name(snapshot, file_request, kind)}"'
        return self._with_content(response, mark, snapshot, file_request, kind)

    def _file_request(self, snapshot: Snapshot, key: str, query: str) -> sheets.FileRequest:
        address = site.address() + "/"
        return sheets.file_request(self._reader, snapshot, key, query, _asked_language() or formats.LANGUAGE, address)

    def _with_content(
        self, response: Response, mark: str, snapshot: Snapshot, file_request: sheets.FileRequest, kind: str
    ) -> Response:
        if kind in WRITERS:
            try:
                response.set_data(
                    self._heavy.get_or_make(mark, partial(self._whole, snapshot, file_request, kind, _has_tags()))
                )
            except workbook.TooLong:
                return self._errors.too_long(workbook.MOST_ROWS, _asked_language())
        elif kind == "xml":
            response.set_data(_activities(snapshot, file_request))
        elif kind == "csv":
            response.response = _start(csv_file.pieces(file_request.sheet(snapshot, self._reader), _has_tags()))
        else:
            sheet = file_request.sheet(snapshot, self._reader)
            response.response = _start(features.pieces(sheet, file_request.words, _shapes(snapshot)))
        return response

    def _whole(self, snapshot: Snapshot, file_request: sheets.FileRequest, kind: str, has_tags: bool) -> bytes:
        """What can only be sent when all of it is there. It is made in memory, whatever room there is on the disk."""
        target = BytesIO()
        WRITERS[kind](file_request.sheet(snapshot, self._reader), file_request.words, has_tags, target)
        return target.getvalue()


def _start(pieces: Iterator[bytes]) -> Iterable[bytes]:
    """Pieces of which the first rows are read: what cannot be read is answered with a notice, not broken off."""
    return chain([*islice(pieces, 2)], _broken_off(pieces))


def _broken_off(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """What cannot be read to its end ends like a lost connection, so that nobody takes a part for all of it.

    The log has its line already; servers write no traceback of a connection that is gone.
    """
    try:
        yield from pieces
    except DataUnavailable as problem:
        raise ConnectionResetError(ECONNRESET, "the rest of the file cannot be read") from problem


def _activities(snapshot: Snapshot, file_request: sheets.FileRequest) -> bytes:
    """Projects with their results, whose language is no choice: the file has all three."""
    rows = projects.activities(snapshot, file_request.selection)
    words, made_at = file_request.words, sources.publication(snapshot)[1]
    note = wording.edition(snapshot.edition, words) if snapshot.edition else ""
    return iati.write(rows, file_request.site, words("page.name"), made_at, note, clock.today())


def _shapes(snapshot: Snapshot) -> dict[str, features.Geometry]:
    """Shapes of the districts by code."""
    collection = json.loads(layers.content(snapshot, "districts", layers.hashes(snapshot)["districts"]))
    return {one["id"]: features.counter_clockwise(one["geometry"]) for one in collection["features"]}


def _mark(snapshot: Snapshot, file_request: sheets.FileRequest, kind: str) -> str:
    """What a file depends on. The day counts, as it decides what is late; so does the name of the site in its links."""
    of_data, of_reader = (
        (snapshot.version, clock.today()),
        (file_request.selection.search, file_request.words.language, file_request.site),
    )
    return sha256(repr((FORM, *of_data, file_request.key, kind, *of_reader, _has_tags())).encode()).hexdigest()[:32]


def _name(snapshot: Snapshot, file_request: sheets.FileRequest, kind: str) -> str:
    """A name that tells what is in the file: of what, with which choices, of which edition, of which day."""
    return f"{formats.name(file_request.key, file_request.selection, sources.publication(snapshot)[1])}.{kind}"


def query_of_request() -> str:
    """The query of the address, whatever bytes it holds, and however it is parted from the path."""
    parts = (link.split(request.path)[1], request.query_string.decode("utf-8", "replace"))
    return "&".join(filter(None, parts))


def _asked_language() -> str | None:
    """The language that the address asks for."""
    language = link.values(query_of_request()).get("lang")
    return language if language in LANGUAGES else None


def _has_tags() -> bool:
    return link.values(query_of_request()).get("hxl") == "1"
