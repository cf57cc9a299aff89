"""Refreshing declared sources: from folders, files and a server, one bad one among them."""

import socket
import threading
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote

import pytest
from sqlalchemy import select

from loaders.commands.refresh import refresh
from loaders.engine import fetch, hops
from loaders.engine.undo import undo
from loaders.gate.checks import LoadRefused
from loaders.store.database import reading
from loaders.store.monitoring import observation
from loaders.store.runs import load_run
from loaders.store.settings import LoaderSettings
from tests.loaders.stand_ins import FILES, source_of


class Handler(BaseHTTPRequestHandler):
    """Answers of a server: a file, one cut off, one too long, a way elsewhere, and nothing."""

    def do_GET(self) -> None:
        body = FILES["revenue"].encode()
        match self.path:
            case "/revenue.csv?key=secret":
                self.answer(200, body)
            case "/cut-off.csv":
                self.answer(200, body[:50], length=len(body))
            case path if path.startswith("/to/"):
                self.answer(302, b"", location=unquote(path.removeprefix("/to/")))
            case _:
                self.answer(404, b"")

    def answer(self, code: int, body: bytes, length: int | None = None, location: str | None = None) -> None:
        self.send_response(code)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        if location:
            self.send_header("Location", location)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_arguments) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def server():
    http_server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=http_server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{http_server.server_port}"
    http_server.shutdown()
    http_server.server_close()


@pytest.fixture
def names(monkeypatch) -> dict[str, list[list[str]]]:
    """What names lead to, one list of addresses after the other; all that are not in it lead where they do."""
    addresses: dict[str, list[list[str]]] = {}
    ask, counts = socket.getaddrinfo, Counter()

    def answer(name: str, port: int, *arguments: object, **more: object) -> list[tuple]:
        if name not in addresses:
            return ask(name, port, *arguments, **more)
        counts[name] += 1
        return [(None, None, None, "", (address, port)) for address in addresses[name][counts[name] - 1]]

    monkeypatch.setattr(socket, "getaddrinfo", answer)
    return addresses


@pytest.fixture
def refresh_sources(published_stores, tmp_path):
    """Refreshes sources, given as dataset -> address, and gives the failed ones and what was said."""

    def run(**addresses: str | list[str]) -> tuple[list[str], str]:
        sources = {key: source_of(key, address=address, folder=tmp_path) for key, address in addresses.items()}
        messages: list[str] = []
        keys = refresh(published_stores, LoaderSettings("", "", reports=tmp_path / "reports"), sources, messages.append)
        return keys, "\n".join(messages)

    return run


def loads(stores, key: str) -> int:
    with reading(stores.private) as connection:
        return len(connection.execute(select(load_run).where(load_run.c.source_key == key)).all())


def test_only_what_has_changed_is_loaded(published_stores, refresh_sources, tmp_path):
    (tmp_path / "statistics.csv").write_text(FILES["statistics"].replace("20.5", "21.5"))
    (tmp_path / "revenue.csv").write_text(FILES["revenue"])
    for expected in ("published as version 2", "nothing to publish"):
        keys, output = refresh_sources(statistics="statistics.csv", revenue=str(tmp_path / "revenue.csv"))
        assert keys == [] and expected in output and "revenue: nothing new" in output
    assert (loads(published_stores, "statistics"), loads(published_stores, "revenue")) == (2, 1)


def test_a_bad_source_does_not_stop_the_others(published_stores, refresh_sources, tmp_path):
    (tmp_path / "statistics.csv").write_text(FILES["statistics"].replace("20.5", "21.5"))
    (tmp_path / "sites.csv").write_text("site_id\n")
    keys, output = refresh_sources(sites="sites.csv", oblasts="nowhere.csv", statistics="statistics.csv")
    assert sorted(keys) == ["oblasts", "sites"] and "published as version" in output
    assert "sites: FAILED, nothing of it was changed: sites.csv" in output
    assert (loads(published_stores, "statistics"), loads(published_stores, "sites")) == (2, 1)


def test_all_files_of_a_folder_are_the_source(published_stores, refresh_sources, tmp_path):
    folder = tmp_path / "readings"
    folder.mkdir()
    (folder / "2020.csv").write_text(FILES["readings"])
    (folder / "2021.csv").write_text(FILES["readings"].replace("2020-", "2021-"))
    (folder / "~$2021.csv").write_text("left by an office program")
    keys, output = refresh_sources(readings="readings")
    assert keys == [] and "8 rows read, 6 written" in output
    with reading(published_stores.private) as connection:
        days = connection.scalars(select(observation.c.sampled_on)).all()
    assert {day.year for day in days} == {2020, 2021}


def test_what_was_taken_back_is_not_brought_again(published_stores, refresh_sources, tmp_path):
    (tmp_path / "statistics.csv").write_text(FILES["statistics"].replace("20.5", "21.5"))
    refresh_sources(statistics="statistics.csv")
    with reading(published_stores.private) as connection:
        run = connection.scalars(select(load_run.c.run_id).order_by(load_run.c.run_id.desc())).first()
    undo(published_stores, run)
    assert "taken back" in refresh_sources(statistics="statistics.csv")[1]
    assert loads(published_stores, "statistics") == 3


def test_a_file_is_fetched(refresh_sources, server):
    keys, output = refresh_sources(revenue=f"{server}/revenue.csv?key=secret")
    assert keys == [] and "nothing new, revenue.csv is what load" in output and "secret" not in output


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("nothing.csv", "does not give the file: 404"),
        ("cut-off.csv", "cannot be fetched"),
        ("to/http://example.invalid/revenue.csv", "only https"),
        ("to/http://localhost:8050/revenue.csv", "only https"),
        ("to/file:///etc/passwd", "only https"),
        ("to/foo://[a", "cannot be fetched"),
        ("to/https://[a", "cannot be fetched"),
        ("to/https://localhost/revenue.csv", "leads on to localhost, which is of this computer"),
        ("to/https://[::ffff:10.0.0.1]/revenue.csv", "leads on to ::ffff:"),
        ("to/https://inside.example/revenue.csv", "leads on to inside.example (10.0.0.1), which is of this computer"),
    ],
)
def test_what_cannot_be_fetched_is_said(published_stores, refresh_sources, server, names, path, reason):
    names["inside.example"] = [["93.184.216.34", "10.0.0.1"]]
    keys, output = refresh_sources(revenue=f"{server}/{path}")
    assert keys == ["revenue"] and reason in output
    assert loads(published_stores, "revenue") == 1


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.2", "10.1.1.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0"),
        *("224.0.0.1", "239.1.1.1", "240.0.0.1", "255.255.255.255", "::1", "::", "fe80::1%1", "fc00::1", "ff02::1"),
        *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "2002:7f00:1::", "64:ff9b::7f00:1"),
    ],
)
def test_no_name_leads_to_this_computer_or_its_network(names, address):
    names["files.example"] = [["93.184.216.34", address]] * 2
    with pytest.raises(LoadRefused, match=r"leads on to files\.example"):
        hops.reachable_addresses("files.example", 443, "example.org", "example.org/a.csv")
    assert (
        hops.reachable_addresses("files.example", 443, "files.example", "files.example/a.csv")
        == names["files.example"][0]
    )


def test_addresses_of_the_internet_are_reached(names):
    names["files.example"] = [["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946"]]
    assert len(hops.reachable_addresses("files.example", 443, "example.org", "example.org/a.csv")) == 2


def test_a_name_that_leads_elsewhere_a_moment_later_helps_nobody(names, monkeypatch):
    names["files.example"] = [["93.184.216.34"], ["127.0.0.1"]]
    addresses = []

    def refuse(address: tuple[str, int], *_arguments: object, **_more: object) -> None:
        addresses.append(address)
        raise OSError("not in a test")

    monkeypatch.setattr("urllib3.util.connection.create_connection", refuse)
    with pytest.raises(LoadRefused, match="cannot be fetched"), fetch.file_at("https://files.example/a.csv", Path()):
        pass
    assert addresses == [("93.184.216.34", 443)]


@pytest.mark.parametrize(
    "address", ["http://example.invalid/a.csv", "ftp://example.invalid/a.csv", "file:///etc/passwd"]
)
def test_only_https_is_fetched(address):
    with pytest.raises(LoadRefused, match="only https"), fetch.file_at(address, Path()):
        pass


def test_no_server_fills_the_disk(server, monkeypatch):
    monkeypatch.setattr(fetch, "MOST_BYTES", 100)
    with pytest.raises(LoadRefused, match="is larger than"), fetch.file_at(f"{server}/revenue.csv?key=secret", Path()):
        pass


def test_several_addresses_are_one_source(published_stores, refresh_sources, server, tmp_path):
    (tmp_path / "more").mkdir()
    more = FILES["revenue"].replace("f-1", "g-1").replace("f-2", "g-2").replace("f-3", "g-3")
    (tmp_path / "more" / "revenue.csv").write_text(more)
    keys, output = refresh_sources(revenue=[f"{server}/revenue.csv?key=secret", "more/revenue.csv"])
    assert keys == [] and "revenue: 6 rows read, 6 written (load" in output and loads(published_stores, "revenue") == 2
    keys, output = refresh_sources(revenue=["more/revenue.csv", "more"])
    assert keys == ["revenue"] and "more: is no file, and each address of a list must be one" in output
