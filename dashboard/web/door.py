"""The door of a worker: it says when there is no room, before whoever comes has to wait for nothing."""

import socket
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from gevent import Timeout

RETRY_SECONDS = 10
# Where an application leaves the page that says so.
PAGE = "page_of_a_full_server"
# A browser that is still sending while the connection is closed would not read the answer.
GOODBYE_SECONDS = 1

Handle = Callable[[Any, socket.socket, Any], None]


class Door:
    """Lets connections in to the handler of a gevent worker, so many at once, and tells the others to come again.

    ``most`` is how many the worker accepts. A fifth of them stay free for those who are told.
    """

    def __init__(self, handle: Handle, most: int, page: str) -> None:
        self._handle, self._most, self._refusal = handle, most * 4 // 5, refusal(page)
        self._inside = 0

    def __call__(self, listener: Any, client: socket.socket, address: Any) -> None:
        """Handle a connection until it ends."""
        if self._inside >= self._most:
            self._refuse(client)
            return
        self._inside += 1
        try:
            self._handle(listener, client, address)
        finally:
            self._inside -= 1

    def _refuse(self, client: socket.socket) -> None:
        with client, suppress(OSError), Timeout(GOODBYE_SECONDS, False):
            client.sendall(self._refusal)
            client.shutdown(socket.SHUT_WR)
            while client.recv(8_192):
                pass


def refusal(page: str) -> bytes:
    """A whole answer of HTTP with a page, for whoever asks for anything."""
    content = page.encode()
    head = (
        "HTTP/1.1 503 Service Unavailable",
        f"Retry-After: {RETRY_SECONDS}",
        "Connection: close",
        "Content-Type: text/html; charset=utf-8",
        "Cache-Control: no-cache",
        "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'",
        "X-Content-Type-Options: nosniff",
        f"Content-Length: {len(content)}",
    )
    return "\r\n".join((*head, "", "")).encode() + content
