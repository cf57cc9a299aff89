"""Answers are compressed as the browser likes; what never changes only once."""

import gzip

import brotli
import flask_compress.flask_compress as library
import pytest

from tests.support.live_page import open_page
from tests.web.callback_bodies import Page

UNPACK = {"br": brotli.decompress, "gzip": gzip.decompress}
SCRIPT = "/_dash-component-suites/dash/dcc/dash_core_components.js"


@pytest.fixture
def compressions(monkeypatch) -> list[int]:
    """Sizes of what was compressed during a test."""
    sizes, compress = [], library._compress_data

    def count(app, data, algorithm):
        sizes.append(len(data))
        return compress(app, data, algorithm)

    monkeypatch.setattr(library, "_compress_data", count)
    return sizes


@pytest.mark.parametrize("coding", UNPACK)
def test_json_scripts_and_layers_are_compressed(client, layers, coding):
    for path in ("/_dash-dependencies", "/ready", SCRIPT, *layers):
        plain, compressed_answer = client.get(path), client.get(path, headers={"Accept-Encoding": coding})
        assert compressed_answer.headers["Content-Encoding"] == coding
        assert "Accept-Encoding" in compressed_answer.headers["Vary"]
        assert UNPACK[coding](compressed_answer.data) == plain.data
        assert len(compressed_answer.data) < len(plain.data)


def test_a_page_is_compressed(client):
    answer = client.get("/ky/overview", headers={"Accept-Encoding": "br"})
    assert brotli.decompress(answer.data).startswith(b"<!DOCTYPE html>")


def test_answers_of_callbacks_and_figures_are_compressed(callbacks, client):
    headers = {"Accept-Encoding": "br, gzip"}
    callback_answer = client.post("/_dash-update-component", json=callbacks.body("controls", Page()), headers=headers)
    figure_answer = client.get(open_page(client, "/ky/overview").panels["overview_map"].figure_href, headers=headers)
    for answer, content in ((callback_answer, b"jeti-oguz"), (figure_answer, b"choropleth")):
        assert answer.headers["Content-Encoding"] == "br"
        assert content in brotli.decompress(answer.data)


def test_a_layer_is_compressed_once_for_each_coding(server, layers, compressions):
    client = server.test_client()
    address = f"{layers[0]}?once"
    answers = [client.get(address, headers={"Accept-Encoding": coding}).data for coding in ("br", "gzip") * 5]
    # What lasts goes out with Brotli before the library sees it.
    assert len(compressions) == 1
    assert len(set(answers)) == 2


def test_an_answer_that_may_change_is_compressed_anew(client, compressions):
    for _ in range(3):
        client.get("/ready", headers={"Accept-Encoding": "br"})
    assert len(compressions) == 3


@pytest.mark.parametrize("coding", ["", "identity", "zstd", "nonsense;q=x"])
def test_nobody_gets_a_coding_that_was_not_asked_for(client, layers, coding):
    answer = client.get(layers[0], headers={"Accept-Encoding": coding})
    assert "Content-Encoding" not in answer.headers
    assert answer.json["type"] == "FeatureCollection"
