"""Whole answers to the calls of callbacks, remembered by what was asked and of which data.

An answer follows from the body of the call, the version of the data and the day, as callbacks keep nothing between two
calls. In a meeting everybody opens the same link: only the first of them costs more than looking it up.
"""

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
ENCODINGS = ("br", "gzip")
LASTING_HEADERS = ("Content-Type", "Content-Encoding", "Vary")  # all other headers are set for every answer
# Set by a callback whose answer holds only for now, for example because a panel could not be drawn.
PASSING_HEADER = "X-Passing"


class CachedResponse(NamedTuple):
    """A finished answer, compressed as it was asked for."""

    headers: list[tuple[str, str]]
    content: bytes


class ResponseCache:
    """What was answered. To be registered before compression, so that what it keeps is compressed."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._kept: Memory[CachedResponse] = Memory(ROOM_BYTES, lambda kept: len(kept.content) + ENTRY_BYTES)

    def register(self, server: Flask) -> None:
        """Stand before all handlers of requests, and after all of answers."""
        server.before_request(self._find)
        server.after_request(self._keep)

    def _find(self) -> Response | None:
        # What Dash refuses, because of its type or its path, is refused also when the same body was answered before.
        if request.method != "POST" or not request.path.endswith(UPDATE) or not request.is_json:
            return None
        g.asked = self._asked()
        kept = self._kept.get(g.asked)
        if kept is None:
            return None
        g.asked = None
        return Response(kept.content, headers=kept.headers)

    def _keep(self, response: Response) -> Response:
        is_passing = response.headers.pop(PASSING_HEADER, None)
        asked = g.get("asked")
        if asked and response.status_code == 200 and not is_passing:
            headers = [(name, response.headers[name]) for name in LASTING_HEADERS if name in response.headers]
            self._kept.keep(asked, CachedResponse(headers, response.get_data()))
        return response

    def _asked(self) -> tuple | None:
        """Everything that an answer depends on; None while there are no data, and of bodies that no page sends."""
        database, body = self._reader.database, request.get_data()
        if len(body) > LONGEST_BODY:
            return None
        try:
            version = database.snapshot().version
        except DataUnavailable:
            return None
        encodings = tuple(name for name in ENCODINGS if request.accept_encodings[name])
        return version, database.problem, clock.today(), request.path, encodings, sha256(body).digest()
