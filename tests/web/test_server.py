"""The real server: its first requests, bodies without a length, and what it writes."""

import select
import socket
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from urllib.parse import urlsplit

import pytest
import requests

from dashboard import serving
from dashboard.text import load
from tests.web.gunicorn_process import PATIENCE_SECONDS, run_server, wait_for

# So few that a test can fill it; four fifths are answered.
CONNECTIONS = 150
FIRST = ("/ky/overview", "/_dash-layout", "/_dash-dependencies", "/ru/revenue", "/ready") * 2


@pytest.fixture(scope="module")
def log(tmp_path_factory) -> Path:
    """What the server writes."""
    return tmp_path_factory.mktemp("server") / "log"


@pytest.fixture(scope="module")
def url(log, example_public_url) -> Iterator[str]:
    """A server with one worker, whose first requests came all at once."""
    few = f"--worker-connections={CONNECTIONS}"
    with run_server(log, DATABASE_URL=example_public_url, WEB_CONCURRENCY="1", GUNICORN_CMD_ARGS=few) as address:
        together = Barrier(len(FIRST))

        def ask(path: str) -> int:
            together.wait()
            return wait_for(address + path).status_code

        with ThreadPoolExecutor(len(FIRST)) as pool:
            assert list(pool.map(ask, FIRST)) == [200] * len(FIRST)
        yield address


def test_the_first_requests_may_come_all_at_once(url, log):
    assert "Traceback" not in log.read_text()


def test_one_line_says_that_its_user_can_read_the_private_store(url, log):
    assert log.read_text().count("the web's user can read the private store") == 1


def test_a_large_body_without_a_length_is_refused(url):
    parts = (b" " * 65_536 for _ in range(8))
    assert requests.post(f"{url}/_dash-update-component", data=parts, timeout=PATIENCE_SECONDS).status_code in (
        400,
        413,
    )


def test_a_declared_length_alone_is_refused(url):
    """The server answers before the body comes: nothing of 500 MB is waited for."""
    with socket.create_connection((urlsplit(url).hostname, urlsplit(url).port), timeout=PATIENCE_SECONDS) as connection:
        connection.sendall(b"POST /_dash-update-component HTTP/1.1\r\nHost: x\r\nContent-Length: 500000000\r\n\r\n")
        assert connection.recv(20).startswith(b"HTTP/1.1 413")


def test_other_requests_go_on_beside_idle_and_slow_ones(url):
    place = (urlsplit(url).hostname, urlsplit(url).port)
    connections = [socket.create_connection(place, timeout=PATIENCE_SECONDS) for _ in range(100)]
    try:
        for connection in connections[::2]:
            connection.sendall(b"GET /ky/overview HTTP/1.1\r\nHost: x\r\nX-Slow: ")
        assert requests.get(f"{url}/ky/overview", timeout=PATIENCE_SECONDS).status_code == 200
    finally:
        for connection in connections:
            connection.close()


def test_pages_are_answered_while_a_pack_is_made(url):
    place = (urlsplit(url).hostname, urlsplit(url).port)
    with socket.create_connection(place) as pack, socket.create_connection(place) as page:
        pack.sendall(b"GET /ky/district/jeti-oguz/pack.zip HTTP/1.1\r\nHost: x\r\n\r\n")
        page.sendall(b"GET /health HTTP/1.1\r\nHost: x\r\n\r\n")
        assert page.recv(20).startswith(b"HTTP/1.1 200")
        assert select.select([pack], [], [], 0)[0] == []
        assert pack.recv(20).startswith(b"HTTP/1.1 200")


def test_a_full_server_says_so_at_once_and_answers_again_when_it_is_not(url):
    place = (urlsplit(url).hostname, urlsplit(url).port)
    idle = [socket.create_connection(place) for _ in range(CONNECTIONS * 4 // 5)]
    try:
        answer = requests.get(f"{url}/ky/overview", timeout=PATIENCE_SECONDS)
        assert (answer.status_code, answer.headers["Retry-After"]) == (503, "10")
        assert all(words("notice.busy.title") in answer.text for words in load().values())
    finally:
        for connection in idle:
            connection.close()
    while (answer := requests.get(f"{url}/ky/overview", timeout=PATIENCE_SECONDS)).status_code == 503:
        pass
    assert answer.status_code == 200


def test_workers_share_the_code_and_nothing_that_is_open():
    """A fork copies neither code nor what was set aside from looks for waste, until something is written to it."""
    starts = "import gc, sys, threading; from dashboard import serving; serving.on_starting(None)"
    assertion = "assert 'dashboard.app' in sys.modules and gc.get_freeze_count() and threading.active_count() == 1"
    result = subprocess.run([sys.executable, "-c", f"{starts}; {assertion}"], capture_output=True, text=True)
    assert result.returncode == 0, result.stderr


def test_no_worker_is_replaced_while_it_answers():
    assert "max_requests" not in vars(serving)


def test_a_store_that_is_away_does_not_stop_the_start(tmp_path):
    missing, log = tmp_path / "missing.sqlite", tmp_path / "log"
    with run_server(log, DATABASE_URL=f"sqlite:///{missing}", WEB_CONCURRENCY="1") as url:
        assert wait_for(f"{url}/health").status_code == 200
        assert wait_for(f"{url}/ready").json()["problem"] == "missing"
        answer = wait_for(f"{url}/en/overview")
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "10")
    assert "Traceback" not in log.read_text()
    assert not missing.exists()
