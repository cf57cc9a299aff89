"""What is answered when there is no page to answer: why, and what to do, in the reader's language."""

from collections.abc import Sequence

from flask import Flask, Response, request
from werkzeug.exceptions import HTTPException

from callbacks.reader import Reader
from dashboard.text import LANGUAGES
from dashboard.web import index
from data_access.database import DataUnavailable

RETRY_SECONDS = 10


class Errors:
    """The notices of one application, in the language of the path, else in one that the browser asks for."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def register(self, server: Flask, no_such_file: Sequence[type[Exception]]) -> None:
        """Answer every error of the server. ``no_such_file`` is raised for files of components that do not exist."""
        server.register_error_handler(HTTPException, self.refused)
        server.register_error_handler(DataUnavailable, self.unavailable)
        for error in no_such_file:
            server.register_error_handler(error, self.not_found)

        @server.errorhandler(Exception)
        def failed(_error: Exception) -> Response:
            server.logger.exception("%s %s", request.method, request.path)
            return Response(self._notice("notice.failed"), 500, mimetype="text/html")

    def not_found(self, _error: Exception | None = None) -> Response:
        """There is nothing at the address."""
        return Response(self._notice("notice.not_found"), 404, mimetype="text/html")

    def unavailable(self, problem: DataUnavailable) -> Response:
        """There is nothing to read; the page, like any client, asks again by itself."""
        text = self._notice(f"notice.{problem.reason}", RETRY_SECONDS)
        return Response(text, 503, {"Retry-After": str(RETRY_SECONDS)}, mimetype="text/html")

    def refused(self, error: HTTPException) -> Response:
        """A request that HTTP has a number for; its headers say more, for example which methods are allowed."""
        response = error.get_response()
        response.set_data(self._notice("notice.not_found" if error.code == 404 else "notice.refused"))
        return response

    def _notice(self, key: str, retry_seconds: int | None = None) -> str:
        base = self._reader.base_path
        language = index.language_of(request.path, base, preferred_language())
        return index.notice(self._reader.words[language], key, f"{base}{language}/overview", retry_seconds)


def preferred_language() -> str:
    """The language that the browser asks for, of those that we have."""
    return request.accept_languages.best_match(LANGUAGES, default=index.FALLBACK)
