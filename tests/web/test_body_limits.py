"""Bodies that cost more than they are worth are refused before anybody reads them."""

import gzip
import json
import socket

import gevent
import pytest
from flask.testing import FlaskClient
from gevent.event import Event
from werkzeug.test import TestResponse

from dashboard.app import LARGEST_BODY
from dashboard.web import bodies
from tests.web.callback_bodies import Page
from tests.web.conftest import UPDATE

JSON = "application/json"


@pytest.fixture
def valid(callbacks) -> bytes:
    """A body that a page sends."""
    return json.dumps(callbacks.body("controls", Page())).encode()


@pytest.mark.parametrize("path", [UPDATE, "/", "/ky/overview", "/nope"])
def test_a_large_body_is_refused(client, path):
    assert client.post(path, data=b" " * (LARGEST_BODY + 1), content_type=JSON).status_code in (400, 413)
    assert client.post(UPDATE, data=b" " * (LARGEST_BODY + 1), content_type=JSON).status_code == 413


def test_a_body_may_be_as_large_as_the_limit(client, valid):
    assert client.post(UPDATE, data=valid.ljust(LARGEST_BODY), content_type=JSON).status_code == 200


@pytest.mark.parametrize("opening", [b"[", b'{"inputs":', b'{"output":[{"a":'])
def test_a_deep_body_is_refused(client, opening, caplog):
    deep = (opening * 100_000)[:LARGEST_BODY]
    assert client.post(UPDATE, data=deep, content_type=JSON).status_code == 400
    closed = b'{"inputs":' + b"[" * 100_000 + b"]" * 100_000 + b"}"
    assert client.post(UPDATE, data=closed, content_type=JSON).status_code == 400
    assert caplog.records == []


def test_a_packed_body_is_not_unpacked(client, valid):
    bomb = gzip.compress(b" " * 10_000_000)
    for body in (gzip.compress(valid), bomb):
        answer = client.post(UPDATE, data=body, content_type=JSON, headers={"Content-Encoding": "gzip"})
        assert answer.status_code == 400


@pytest.mark.parametrize(
    "kind", ["text/plain", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded", ""]
)
def test_only_json_is_read(client, valid, kind, caplog):
    assert client.post(UPDATE, data=valid, content_type=kind).status_code in (400, 415)
    assert caplog.records == []


class Dripping:
    """A body that does not come to its end before it is let go."""

    def __init__(self) -> None:
        self.is_waited_for, self._rest = Event(), Event()

    def read(self, _size: int = -1) -> bytes:
        self.is_waited_for.set()
        self._rest.wait()
        return b""

    def let_go(self) -> None:
        self._rest.set()


class Connection:
    """What the server tells of the connection of a request."""

    heard = True

    def shutdown(self, how: int) -> None:
        self.heard = how != socket.SHUT_RD

    def getsockname(self) -> tuple:
        return "127.0.0.1", 8050


def drip(client: FlaskClient, body: Dripping, connection: Connection | None = None) -> TestResponse:
    environ = {"wsgi.input": body, "CONTENT_LENGTH": "1000", "gunicorn.socket": connection}
    return client.post(UPDATE, content_type=JSON, environ_overrides=environ, headers={"Accept-Language": "en"})


def test_a_body_has_its_time(client, monkeypatch, caplog):
    monkeypatch.setattr(bodies, "BODY_SECONDS", 0.001)
    answer = drip(client, Dripping())
    assert answer.status_code == 408 and "did not arrive in time" in answer.text
    assert caplog.records == []


def test_so_many_bodies_are_waited_for_and_pages_are_answered_beside_them(client, valid, monkeypatch, caplog):
    monkeypatch.setattr(bodies, "MOST_AT_ONCE", 3)
    slow = [Dripping() for _ in range(3)]
    requests = [gevent.spawn(drip, client.application.test_client(), one) for one in slow]
    for one in slow:
        one.is_waited_for.wait()
    connection = Connection()
    answer = drip(client, Dripping(), connection)
    assert (answer.status_code, answer.headers["Retry-After"], connection.heard) == (503, "10", False)
    assert client.get("/ky/overview").status_code == 200
    for one in slow:
        one.let_go()
    assert [one.get().status_code for one in requests] == [400] * 3
    assert client.post(UPDATE, data=valid, content_type=JSON).status_code == 200
    assert caplog.records == []
