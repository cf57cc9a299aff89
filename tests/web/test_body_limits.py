"""Bodies that cost more than they are worth are refused before anybody reads them."""

import gzip
import json

import pytest

from dashboard.app import LARGEST_BODY
from tests.web.callback_bodies import Page
from tests.web.conftest import UPDATE

JSON = "application/json"


@pytest.fixture
def valid(callbacks) -> bytes:
    """A body that a page sends."""
    return json.dumps(callbacks.body("root", Page())).encode()


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
