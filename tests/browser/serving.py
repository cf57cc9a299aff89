"""The real server and the real browser, as a reader has them."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep
from urllib.error import URLError
from urllib.request import urlopen

from data_access.store.settings import CHECKOUT
from tests.support.ports import free_port

PATIENCE_SECONDS = 60
# One process remembers every answer for its one reader; several would each work it out.
FOR_ONE_READER = {"WEB_CONCURRENCY": "1"}
# The one without windows takes a quarter less of the processor for the same pages.
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# Letters as wide as on screens of phones, not drawn to the pixels of this one.
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--font-render-hinting=none"]


def browser_path() -> str | None:
    """The system's browser; None means Playwright's own."""
    return next(filter(None, map(shutil.which, BROWSERS)), None)


@contextmanager
def server_settings(database_url: str, log: Path, **settings: str) -> Iterator[str]:
    """The dashboard on a free port for as long as it is needed. Raises RuntimeError, with its log, if never ready."""
    with gunicorn("dashboard.app:create_app()", {"DATABASE_URL": database_url} | settings, "/ready", log) as address:
        yield address


@contextmanager
def gunicorn(app: str, settings: dict[str, str], first_page: str, log: Path) -> Iterator[str]:
    """An application on a free port, with the dashboard's own settings of gunicorn."""
    with gunicorn_process(app, settings, first_page, log) as (address, _):
        yield address


@contextmanager
def gunicorn_process(
    app: str, settings: dict[str, str], first_page: str, log: Path
) -> Iterator[tuple[str, subprocess.Popen]]:
    """Its address, and the process that has started its workers."""
    port = free_port()
    address, environ = f"http://127.0.0.1:{port}", os.environ | settings | {"PORT": str(port), "HOST": "127.0.0.1"}
    command = [sys.executable, "-m", "gunicorn", "-c", "python:dashboard.serving", app]
    with server_process(command, environ, f"{address}{first_page}", log) as process:
        yield address, process


@contextmanager
def server_process(
    command: list[str], environ: Mapping[str, str], page: str, log: Path, folder: Path = CHECKOUT
) -> Iterator[subprocess.Popen]:
    """A server that runs in a folder and is ready to answer ``page``. Raises RuntimeError, with its log, if never."""
    with log.open("w") as output:
        process = subprocess.Popen(command, cwd=folder, env=environ, stdout=output, stderr=subprocess.STDOUT)
    try:
        _wait_until_ready(process, page, log)
        yield process
    finally:
        process.terminate()
        process.wait(PATIENCE_SECONDS)


def _wait_until_ready(process: subprocess.Popen, page: str, log: Path) -> None:
    deadline = monotonic() + PATIENCE_SECONDS
    while process.poll() is None and monotonic() < deadline:
        try:
            with urlopen(page, timeout=PATIENCE_SECONDS):
                return
        except URLError:
            sleep(0.1)
    raise RuntimeError(f"the server did not get ready:\n{log.read_text()}")
