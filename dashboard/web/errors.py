"""What is answered when there is no page to answer: why, and what to do, in the reader's language."""

from collections.abc import Iterable, Sequence

from flask import Flask, Response, request
from werkzeug.exceptions import HTTPException

from dashboard.address.reader import Reader
from dashboard.pages import notices
from dashboard.pages.panel_view import Link
from dashboard.text import LANGUAGES, Words
from data_access.store import no_room
from data_access.store.database import DataUnavailable, EditionUnavailable
from data_access.vocabulary import link
from data_access.vocabulary.languages import FALLBACK
from layouts import templates

RETRY_SECONDS = 10
# What HTTP has a number for, as readers are told it.
NOTICES = {404: "notice.not_found", 408: "notice.too_slow", 503: "notice.busy"}


class Errors:
    """The notices of one application, in the language of the path, else in one that the browser asks for."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def register(self, server: Flask, no_such_file: Sequence[type[Exception]]) -> None:
        """Answer every error of the server. ``no_such_file`` is raised for files of components that do not exist."""
        server.register_error_handler(HTTPException, self.http_error)
        server.register_error_handler(DataUnavailable, self.unavailable)
        server.register_error_handler(EditionUnavailable, self.no_edition)
        for error in no_such_file:
            server.register_error_handler(error, self.not_found)

        @server.errorhandler(Exception)
        def on_failure(error: Exception) -> Response:
            if no_room.is_reason_of(error):
                server.logger.error("%s %s: %s", request.method, request.path, error)
                return self.unavailable(DataUnavailable(no_room.REASON))
            server.logger.exception("%s %s", request.method, request.path)
            return Response(self._notice("notice.failed"), 500, mimetype="text/html")

    def not_found(self, _error: Exception | None = None) -> Response:
        """There is nothing at the address."""
        return Response(self._notice("notice.not_found"), 404, mimetype="text/html")

    def no_file(self, keys: Iterable[str], formats: Iterable[str], language: str | None) -> Response:
        """There is no such file: which ones there are, in the language that was asked for."""
        values = {"names": ", ".join(keys), "formats": ", ".join(formats)}
        return Response(self._notice("notice.no_file", language=language, **values), 404, mimetype="text/html")

    def too_long(self, most: int, language: str | None) -> Response:
        """A table has more rows than the format holds; it is there in others."""
        return Response(self._notice("notice.too_long", language=language, most=most), 404, mimetype="text/html")

    def unavailable(self, problem: DataUnavailable) -> Response:
        """There is nothing to read; the page, like any client, asks again by itself."""
        text = self._notice(f"notice.{problem.reason}", retry_seconds=RETRY_SECONDS)
        return Response(text, 503, {"Retry-After": str(RETRY_SECONDS)}, mimetype="text/html")

    def no_edition(self, problem: EditionUnavailable) -> Response:
        """An edition cannot be opened: it is gone for good, or comes back; the way to the newest figures."""
        language = self._language(request.args.get("lang"))
        words, title, text, *way = notices.of_edition(self._reader, request.path, language, problem)
        if problem.reason == "edition_withdrawn":
            return Response(_document(words, title, text, Link(*way)), 410, mimetype="text/html")
        page = _document(words, title, text, Link(*way), RETRY_SECONDS)
        return Response(page, 503, {"Retry-After": str(RETRY_SECONDS)}, mimetype="text/html")

    def http_error(self, error: HTTPException) -> Response:
        """A request that HTTP has a number for; its headers say more, for example which methods are allowed."""
        response = error.get_response()
        retry_seconds = response.headers.get("Retry-After", type=int)
        response.set_data(self._notice(NOTICES.get(error.code, "notice.refused"), retry_seconds=retry_seconds))
        return response

    def busy(self) -> str:
        """The page of a server that takes no more connections: nothing is known of whoever asks."""
        catalogues = self._reader.words.values()
        return templates.page("busy", spoken=catalogues, language=FALLBACK, retry_seconds=RETRY_SECONDS)

    def _notice(
        self, key: str, *, language: str | None = None, retry_seconds: int | None = None, **notice: object
    ) -> str:
        language = self._language(language)
        words = self._reader.words[language]
        title, text = words(f"{key}.title"), words(f"{key}.text", **notice)
        home = Link(words("notice.home"), f"{self._reader.base_path}{language}/overview")
        return _document(words, title, text, home, retry_seconds)

    def _language(self, language: str | None) -> str:
        """The language that was asked for, else that of the path, else of the browser."""
        if language in LANGUAGES:
            return language
        return _language_of(request.path, self._reader.base_path) or preferred_language()


def _document(words: Words, title: str, text: str, way: Link, retry_seconds: int | None = None) -> str:
    return templates.page("notice", words=words, title=title, text=text, link=way, retry_seconds=retry_seconds)


def _language_of(path: str, base_path: str) -> str | None:
    """The language that a path names."""
    inside = path.removeprefix(base_path) if path.startswith(base_path) else ""
    first = next(iter(link.segments(inside)), "")
    return first if first in LANGUAGES else None


def preferred_language() -> str:
    """The language that the browser asks for, of those that we have."""
    return request.accept_languages.best_match(LANGUAGES, default=FALLBACK)
