"""Bodies of requests are read before anything else, in a given time, and only so many at once.

A connection whose body never comes to its end would be kept for as long as its other end likes, and a few thousand of
them would leave none for readers.
"""

import socket

from flask import Flask, request
from gevent import Timeout
from werkzeug.exceptions import RequestTimeout, ServiceUnavailable

# What a page sends is a few thousand bytes: with the slowest telephone that is seconds.
BODY_SECONDS = 20
# Of one worker process: a part of its connections, so that pages are answered while no more bodies are taken.
MOST_AT_ONCE = 200
RETRY_SECONDS = 10


class Bodies:
    """Reads the bodies of one application. To be registered before all that looks into them."""

    def __init__(self) -> None:
        self._reading = 0

    def register(self, server: Flask) -> None:
        """Stand before all other handlers of requests."""
        server.before_request(self._read)

    def _read(self) -> None:
        """Raises RequestTimeout for a body that is too slow, ServiceUnavailable when too many are on their way."""
        if request.method != "POST":
            return
        if self._reading >= MOST_AT_ONCE:
            _listen_no_more()
            raise ServiceUnavailable(retry_after=RETRY_SECONDS)
        self._reading += 1
        try:
            with Timeout(BODY_SECONDS, RequestTimeout()):
                request.get_data()
        finally:
            self._reading -= 1


def _listen_no_more() -> None:
    """Else the server would read on, to find the next request behind the body."""
    connection = request.environ.get("gunicorn.socket")
    if connection:
        connection.shutdown(socket.SHUT_RD)
