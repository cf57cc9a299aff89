"""The application as operators start it: gunicorn with the settings of the project, on a free port."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import requests

from data_access.store.settings import CHECKOUT
from tests.support.ports import free_port

COMMAND = [sys.executable, "-m", "gunicorn", "-c", "python:dashboard.serving", "dashboard.app:create_app()"]
# For what hangs: a start takes seconds, and many on a machine that has much else to do.
PATIENCE_SECONDS = 180


def environment(**changes: str) -> dict[str, str]:
    """This process's environment with the settings that a test changes."""
    return os.environ | changes


def run_to_end(**changes: str) -> subprocess.CompletedProcess:
    """Start that is expected to fail at once."""
    return subprocess.run(
        COMMAND, cwd=CHECKOUT, env=environment(**changes), capture_output=True, text=True, timeout=PATIENCE_SECONDS
    )


@contextmanager
def run_server(log: Path, **changes: str) -> Iterator[str]:
    """The address of a server that listens. What it writes goes to ``log``, its copies of the store beside it."""
    port = free_port()
    with log.open("wb") as output:
        settings = environment(PORT=str(port), TMPDIR=str(log.parent), **changes)
        process = subprocess.Popen(COMMAND, cwd=CHECKOUT, env=settings, stdout=output, stderr=output)
        try:
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(PATIENCE_SECONDS)
            print(log.read_text())


def wait_for(url: str) -> requests.Response:
    """The first answer from an address."""
    end = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            return requests.get(url, timeout=PATIENCE_SECONDS, allow_redirects=False)
        except requests.ConnectionError:
            if time.monotonic() > end:
                raise
            time.sleep(0.05)
