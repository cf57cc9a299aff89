"""Whole answers, remembered by what was asked and of which data.

An answer follows from its address or the body of a call, the version of the data and the day, as nothing is kept
between two requests. In a meeting everybody opens the same link: only the first of them costs more than looking it up.
"""

from collections.abc import Callable, Hashable
from hashlib import sha256
from typing import NamedTuple

from flask import Flask, Response, g, request

from callbacks.gate import UPDATE
from dashboard.address.reader import Reader
from data_access.store.database import DataUnavailable
from data_access.store.memory import Memory
from data_access.vocabulary import clock

ROOM_BYTES, ENTRY_BYTES = 48 * 1024 * 1024, 1024
LONGEST_BODY = 16 * 1024  # our pages send less; a padded body is answered, and not kept
LONGEST_QUERY = 2 * 1024
ENCODINGS = ("br", "gzip")
LASTING_HEADERS = ("Content-Type", "Content-Encoding", "Vary", "Cache-Control")  # others are set for every answer
KEPT_TYPES = ("text/html", "application/json", "image/svg+xml")


class CachedResponse(NamedTuple):
    """A finished answer, compressed as it was asked for."""

    headers: list[tuple[str, str]]
    content: bytes


class ResponseCache:
    """What was answered. To be registered before compression, so that what it keeps is compressed.

    ``paths`` are the beginnings of the paths of pages and of what is asked for by them; of no other is anything kept.
    ``asker`` tells what of whoever asks an answer depends on: under which name the site is written in it, and which
    page is meant.
    """

    def __init__(self, reader: Reader, paths: tuple[str, ...], asker: Callable[[], Hashable]) -> None:
        self._reader, self._paths, self._asker = reader, paths, asker
        self._responses: Memory[CachedResponse] = Memory(
            ROOM_BYTES, lambda response: len(response.content) + ENTRY_BYTES
        )

    def register(self, server: Flask) -> None:
        """Stand before all handlers of requests, and after all of answers."""
        server.before_request(self._find)
        server.after_request(self._keep)

    def _find(self) -> Response | None:
        if not self._is_kept():
            return None
        g.asked = self._key()
        response = self._responses.get(g.asked)
        if response is None:
            return None
        g.asked = None
        return Response(response.content, headers=response.headers)

    def _is_kept(self) -> bool:
        """Whether such a request may be answered from here.

        What Dash refuses, because of its type or its path, is refused also when the same body was answered before.
        """
        if request.method == "POST":
            return request.path.endswith(UPDATE) and request.is_json
        return (
            request.method == "GET"
            and request.path.startswith(self._paths)
            and len(request.query_string) <= LONGEST_QUERY
            and not request.headers.get("Range")
        )

    def _keep(self, response: Response) -> Response:
        key = g.get("asked")
        if key and response.status_code == 200 and response.mimetype in KEPT_TYPES and not g.get("is_passing"):
            headers = [(name, response.headers[name]) for name in LASTING_HEADERS if name in response.headers]
            self._responses.keep(key, CachedResponse(headers, response.get_data()))
        return response

    def _key(self) -> tuple | None:
        """Everything that an answer depends on; None while there are no data, and of bodies that no page sends."""
        database, body = self._reader.database, request.get_data()
        if len(body) > LONGEST_BODY:
            return None
        try:
            version = database.snapshot().version
        except DataUnavailable:
            return None
        encodings = tuple(name for name in ENCODINGS if request.accept_encodings[name])
        # Pages name the site; under how many names it was asked for makes no more of them.
        address = (self._asker(), request.environ["PATH_INFO"], request.query_string) if not body else (request.path,)
        return version, database.problem, clock.today(), address, encodings, sha256(body).digest()
