"""Compresses answers; what never changes only once."""

from cachetools import LRUCache
from flask import Flask, Request
from flask_compress import Compress

KINDS = (
    "text/html",
    "text/css",
    "text/javascript",
    "application/javascript",
    "application/json",
    "application/geo+json",
)
LASTING = ("/_dash-component-suites/", "/assets/", "/layers/")
FILES_KEPT = 100


class Kept:
    """Compressed files by address; an answer that may change has no address and is not kept."""

    def __init__(self) -> None:
        self._files: LRUCache = LRUCache(FILES_KEPT)

    def get(self, key: str) -> bytes | None:
        """The compressed file, if it is kept."""
        return self._files.get(key)

    def set(self, key: str, content: bytes) -> None:
        """Keep a file."""
        if not key.endswith(";"):
            self._files[key] = content


def register(server: Flask) -> None:
    """Compress with Brotli or gzip, as the browser likes."""
    server.config.update(
        COMPRESS_MIMETYPES=list(KINDS),
        COMPRESS_ALGORITHM=["br", "gzip"],
        COMPRESS_ALGORITHM_STREAMING=["br"],
        COMPRESS_CACHE_BACKEND=Kept,
        COMPRESS_CACHE_KEY=_address,
    )
    Compress(server)


def _address(request: Request) -> str:
    return request.full_path if request.method == "GET" and any(part in request.path for part in LASTING) else ""
