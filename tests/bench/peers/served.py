"""The servers whose pages are measured beside one another."""

import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from loaders.store.settings import LoaderSettings
from tests.bench.peers import environments
from tests.browser.serving import FOR_ONE_READER, gunicorn_process, server_process
from tests.support.ports import free_port

HERE = Path(__file__).parent
DASH = "place => changed.after(() => window.dash_clientside.set_props('district', {value: place}))"
SELECT = """place => changed.after(() => {
  const select = document.getElementById("district");
  select.value = place;
  select.dispatchEvent(new Event("input", {bubbles: true}));
})"""
FILES = ("/data/revenue.xlsx", "/en/district/jeti-oguz/pack.zip", "/data/readings.csv", "/data/grievances.xlsx")


class Peer(NamedTuple):
    """A page and its server. ``act`` makes a choice in the browser; ``pid`` is that of a server that computes."""

    name: str
    address: str
    act: str
    pid: int | None
    files: tuple[str, ...] = ()

    @property
    def host(self) -> str:
        """Name and port of its server."""
        return urlsplit(self.address).netloc


def peers(settings: LoaderSettings, folder: Path, open_servers: ExitStack) -> Iterator[Peer]:
    """Each as soon as it answers; what is not to be had here is told, and left out."""
    ours = {"DATABASE_URL": settings.public_url}
    plain = {"RAW_DATABASE_URL": settings.private_url}
    for peer in (
        _gunicorn("ours", "dashboard.app:create_app()", ours, folder, "/en/overview"),
        _gunicorn("plain Dash", "tests.bench.plain_app:create_server()", plain, folder, "/"),
        _vizro(folder),
        _observable(folder),
    ):
        try:
            yield open_servers.enter_context(peer)
        except environments.Absent as absent:
            print(f"left out: {absent}")


@contextmanager
def _gunicorn(name: str, app: str, settings: dict[str, str], folder: Path, page: str) -> Iterator[Peer]:
    with gunicorn_process(app, settings | FOR_ONE_READER, page, folder / f"{name}.log") as (address, server):
        yield Peer(name, f"{address}{page}", DASH, server.pid, FILES if name == "ours" else ())


@contextmanager
def _vizro(folder: Path) -> Iterator[Peer]:
    host = f"127.0.0.1:{free_port()}"
    options = ["-b", host, "-w", "1", "--worker-class", "gthread", "--threads", "8", "--timeout", "120"]
    command = [str(environments.vizro()), *options, "vizro_app:create_app()"]
    with server_process(
        command, os.environ | {"ROWS": str(folder)}, f"http://{host}/", folder / "vizro.log", HERE
    ) as server:
        yield Peer("Vizro", f"http://{host}/", DASH, server.pid)


@contextmanager
def _observable(folder: Path) -> Iterator[Peer]:
    host, page = f"127.0.0.1:{free_port()}", environments.observable(folder)
    command = [sys.executable, "-m", "http.server", host.rpartition(":")[2], "--bind", "127.0.0.1", "-d", str(page)]
    with server_process(command, os.environ, f"http://{host}/", folder / "observable.log"):
        yield Peer("Observable", f"http://{host}/", SELECT, None)
