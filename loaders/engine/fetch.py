"""Where a source's file is: a file or folder of this computer, or an address of the web."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import unquote, urlsplit

import requests

from loaders.engine.hops import Hops
from loaders.gate.checks import LoadRefused

CONNECT_SECONDS, SILENT_SECONDS, MOST_SECONDS = 10, 60, 900
MOST_BYTES = 500_000_000
MOST_REDIRECTS = 5
PIECE = 1 << 16


@contextmanager
def file_at(address: str, folder: Path) -> Iterator[Path]:
    """The file or folder at an address; a fetched file is gone when the block ends. Raises LoadRefused.

    A path without its beginning is taken from ``folder``.
    """
    if "://" not in address:
        yield folder / address
        return
    with TemporaryDirectory() as temporary:
        yield _download(address, Path(temporary))


def _download(address: str, folder: Path) -> Path:
    parts = urlsplit(address)
    path = folder / (Path(unquote(parts.path)).name or parts.hostname or "file")
    address_text = f"{parts.hostname}{parts.path}"
    with session(address, address_text) as http:
        save(http, address, path, address_text)
    return path


@contextmanager
def session(address: str, address_text: str) -> Iterator[requests.Session]:
    """What fetches from the server of an address; ``address_text`` is what messages call it."""
    hops = Hops(address, address_text)
    with requests.Session() as http:
        http.max_redirects = MOST_REDIRECTS
        for prefix in ("https://", "http://", ""):
            http.mount(prefix, hops)
        yield http


def save(http: requests.Session, address: str, path: Path, address_text: str) -> None:
    """Write what is at an address to a file. Raises LoadRefused."""
    try:
        with http.get(address, stream=True, timeout=(CONNECT_SECONDS, SILENT_SECONDS)) as response:
            response.raise_for_status()
            _save(response, path, address_text)
    except requests.HTTPError as error:
        reason = f"{error.response.status_code} {error.response.reason}"
        raise LoadRefused(address_text, f"the server does not give the file: {reason}") from error
    except (requests.RequestException, ValueError) as error:  # an address that is none is either
        raise LoadRefused(address_text, f"cannot be fetched: {type(error).__name__}") from error


def _save(response: requests.Response, path: Path, address_text: str) -> None:
    begin, size = time.monotonic(), 0
    with path.open("wb") as stream:
        for piece in response.iter_content(PIECE):
            size += len(piece)
            if size > MOST_BYTES:
                raise LoadRefused(
                    address_text, f"is larger than {MOST_BYTES / 1e6:,.0f} MB; fetch it by hand if it is right"
                )
            if time.monotonic() - begin > MOST_SECONDS:
                raise LoadRefused(address_text, f"did not arrive within {MOST_SECONDS} seconds")
            stream.write(piece)
