"""Compresses answers; what never changes only once."""

import brotli
from flask import Flask, Request, Response, request
from flask_compress import Compress

from dashboard.web.build_folder import BuildFolder
from data_access.store.memory import Memory

KINDS = (
    "text/html",
    "text/css",
    "text/csv",
    "text/javascript",
    "application/javascript",
    "application/json",
    "application/geo+json",
    "image/svg+xml",
)
LASTING_PATHS = ("/_dash-component-suites/", "/assets/", "/layers/", "/scripts/")
FILES_KEPT = 100
# Of what is compressed only once, when it is first asked for: a better one takes ten times as long.
QUALITY = 9


class CompressedFiles:
    """Compressed files by address; an answer that may change has no address and is not kept."""

    def __init__(self) -> None:
        self._files: Memory[bytes] = Memory(FILES_KEPT)

    def get(self, key: str) -> bytes | None:
        """The compressed file, if it is kept."""
        return self._files.get(key)

    def set(self, key: str, content: bytes) -> None:
        """Keep a file."""
        if not key.endswith(";"):
            self._files.keep(key, content)


def register(server: Flask, build_folder: BuildFolder) -> None:
    """Compress with Brotli or gzip, as the browser likes; what was compressed before goes out as it is."""
    server.config.update(
        COMPRESS_MIMETYPES=list(KINDS),
        COMPRESS_ALGORITHM=["br", "gzip"],
        COMPRESS_ALGORITHM_STREAMING=["br", "gzip"],
        COMPRESS_CACHE_BACKEND=CompressedFiles,
        COMPRESS_CACHE_KEY=_address,
    )
    Compress(server)
    compressed_files: Memory[bytes] = Memory(FILES_KEPT)

    @server.after_request
    def send_packed(response: Response) -> Response:
        if not _is_lasting(response) or not request.accept_encodings["br"]:
            return response
        response.set_data(compressed_files.recall(request.path, lambda: _compress(response.get_data(), build_folder)))
        response.content_encoding = "br"
        return response


def _compress(plain: bytes, build_folder: BuildFolder) -> bytes:
    return build_folder.compressed_content(plain) or brotli.compress(plain, quality=QUALITY)


def _is_lasting(response: Response) -> bool:
    """Whether the path stands for this very content for as long as the process lives: files in assets may change."""
    return bool(_address(request)) and response.status_code == 200 and not response.is_streamed


def _address(request: Request) -> str:
    return request.full_path if request.method == "GET" and any(part in request.path for part in LASTING_PATHS) else ""
