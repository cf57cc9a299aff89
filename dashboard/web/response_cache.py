"""Whole answers, remembered by what was asked and of which data, and given before Flask sees a question.

An answer follows from its address, the version of the data and the day, as nothing is kept between two requests. In a
meeting everybody opens the same link: only the first of them costs more than looking it up.
"""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import NamedTuple
from wsgiref.types import StartResponse, WSGIEnvironment

from flask import Flask, Response, g, request
from werkzeug.datastructures import Accept
from werkzeug.http import parse_accept_header

from dashboard.address.reader import Reader
from dashboard.web import saving
from dashboard.web.site import Site
from data_access.store.database import DataUnavailable
from data_access.store.memory import Memory
from data_access.vocabulary import clock

ROOM_BYTES, ENTRY_BYTES = 48 * 1024 * 1024, 2048
LONGEST_QUERY = 2 * 1024
ENCODINGS = ("br", "gzip")
KEPT_TYPES = ("text/html", "application/json", "image/svg+xml")
# What a question says beside its address, and no page of ours does: Flask knows what to answer.
NOT_OF_PAGES = ("HTTP_RANGE", "CONTENT_LENGTH", "HTTP_TRANSFER_ENCODING")
# Where a question that was not answered from here leaves under what its answer may be kept.
KEY = "response_cache.key"


class CachedResponse(NamedTuple):
    """A finished answer, compressed as it was asked for."""

    headers: tuple[tuple[str, str], ...]
    content: bytes
    size: int


class Key(NamedTuple):
    """Everything that an answer depends on."""

    version: str
    problem: str | None
    today: date
    here: str
    is_saving: bool
    path: str
    query: str
    encodings: tuple[str, ...]


class ResponseCache:
    """What was answered. To be registered before all that finishes answers, so that it keeps finished ones.

    ``paths`` are the beginnings of the paths of pages and of what is asked for by them; of no other is anything kept.
    """

    def __init__(self, reader: Reader, paths: tuple[str, ...], site: Site) -> None:
        self._reader, self._paths, self._site = reader, paths, site
        self._responses: Memory[CachedResponse] = Memory(ROOM_BYTES, lambda response: response.size)

    def register(self, server: Flask) -> None:
        """Stand before the application, and after all handlers of answers."""
        self._application = server.wsgi_app
        server.wsgi_app = self._answer  # type: ignore[method-assign, assignment]
        server.after_request(self._keep)

    def _answer(self, wsgi_environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        key = self._key(wsgi_environ)
        response = self._responses.get(key) if key else None
        if response is None:
            return self._application(wsgi_environ | self._asked(key), start_response)
        start_response("200 OK", [*response.headers])
        return [response.content]

    @staticmethod
    def _asked(key: Key | None) -> WSGIEnvironment:
        """What the application is told of a question whose answer may be kept: those who share it get its encoding."""
        return {KEY: key, "HTTP_ACCEPT_ENCODING": ", ".join(key.encodings) or "identity"} if key else {}

    def _keep(self, response: Response) -> Response:
        key: Key | None = request.environ.get(KEY)
        if key and response.status_code == 200 and response.mimetype in KEPT_TYPES and not g.get("is_passing"):
            content = response.get_data()
            headers = response.get_wsgi_headers(request.environ).to_wsgi_list()
            size = len(content) + len(key.path) + len(key.query) + ENTRY_BYTES
            self._responses.keep(key, CachedResponse(tuple(headers), content, size))
        return response

    def _key(self, wsgi_environ: WSGIEnvironment) -> Key | None:
        """None of what is not kept, and while there are no data."""
        path, query = wsgi_environ["PATH_INFO"], wsgi_environ.get("QUERY_STRING", "")
        if wsgi_environ["REQUEST_METHOD"] != "GET" or not path.startswith(self._paths) or len(query) > LONGEST_QUERY:
            return None
        # Pages name the site; under how many names it was asked for makes no more of them.
        here = None if any(map(wsgi_environ.get, NOT_OF_PAGES)) else self._site.address_for(wsgi_environ)
        if here is None:
            return None
        database = self._reader.database
        try:
            version = database.snapshot().version
        except DataUnavailable:
            return None
        encodings = _encodings(wsgi_environ.get("HTTP_ACCEPT_ENCODING", ""))
        is_saving = saving.is_asked(wsgi_environ)
        return Key(version, database.problem, clock.today(), here, is_saving, path, query, encodings)


@lru_cache(64)
def _encodings(accepted: str) -> tuple[str, ...]:
    accept = parse_accept_header(accepted, Accept)
    return tuple(name for name in ENCODINGS if accept[name])
