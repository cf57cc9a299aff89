"""Whole answers are remembered: the same ones, and only for the same question on the same day about the same data."""

import gzip
import json
from datetime import UTC, datetime

import brotli
import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from dashboard.app import create_app
from dashboard.pages.build import Builder
from dashboard.settings import Settings
from dashboard.web import response_cache
from data_access.store.database import Database, Snapshot
from data_access.vocabulary import clock
from tests.support.live_page import answer_address, open_page
from tests.web.callback_bodies import Callbacks, Page
from tests.web.conftest import UPDATE

PAGE = Page(topic="incidents", search="?district=naryn")
KEYS = ("incidents_map", "incidents_by_year")
# What a live page is made of, and its light twin.
OF_PAGES = ("document", "light", "answer", "figure")
UNPACK = {"gzip": gzip.decompress, "br": brotli.decompress, "identity": bytes}
NAMES = ("127.0.0.1:8050", "localhost:8050", "evil.example", "another.example:8050")


@pytest.fixture
def panel_keys(monkeypatch) -> list[str]:
    """Keys of the panels that were looked at for an answer."""
    keys, look = [], Builder._panel
    monkeypatch.setattr(Builder, "_panel", lambda *arguments: keys.append(arguments[2].key) or look(*arguments))
    return keys


@pytest.fixture
def client(example_public_url) -> FlaskClient:
    """Somebody who asks an application that remembers no answer yet."""
    return create_app(Settings(example_public_url)).test_client()


@pytest.fixture(scope="module")
def shared(example_public_url) -> FlaskClient:
    """Somebody who asks an application of these tests' own, each question in one of them."""
    return create_app(Settings(example_public_url)).test_client()


def cache_of(client: FlaskClient) -> response_cache.ResponseCache:
    """What the client's application remembers."""
    return client.application.wsgi_app.__self__


def address_of(client: FlaskClient, kind: str, page: Page = PAGE) -> str:
    """The address of a part of a page."""
    if kind in ("document", "light"):
        return page.address if kind == "document" else f"{page.path}/lite{page.search}"
    document = open_page(client, page.address)
    return answer_address(document, page.address, *KEYS) if kind == "answer" else document.panels[KEYS[0]].figure_href


def ask(client: FlaskClient, address: str, encoding: str = "gzip", **headers: str) -> TestResponse:
    """What an address answers to a browser that takes an encoding."""
    return client.get(address, headers={"Accept-Encoding": encoding, **headers})


def call(client: FlaskClient, name: str, encoding: str = "gzip") -> TestResponse:
    """What a callback answers."""
    return client.post(UPDATE, json=Callbacks(client).body(name, PAGE), headers={"Accept-Encoding": encoding})


@pytest.mark.parametrize("encoding", ["gzip", "br", "identity"])
@pytest.mark.parametrize("kind", [*OF_PAGES, "controls"])
def test_a_remembered_answer_is_the_same(shared, kind, encoding):
    if kind in OF_PAGES:
        address = address_of(shared, kind)
        first, again = (ask(shared, address, encoding) for _ in range(2))
    else:
        first, again = (call(shared, kind, encoding) for _ in range(2))
    assert (first.status_code, again.status_code) == (200, 200)
    # A call is answered anew, and gzip writes the second of it into what it packs.
    unpack = bytes if kind in OF_PAGES else UNPACK[encoding]
    assert unpack(again.data) == unpack(first.data)
    lasting = [{name: text for name, text in one.headers.items() if name != "Date"} for one in (first, again)]
    assert lasting[0] == lasting[1]


@pytest.mark.parametrize(("path", "kind"), [(UPDATE, "text/plain"), (UPDATE, ""), (f"/x{UPDATE}", "application/json")])
def test_a_remembered_answer_is_for_calls_of_the_page_only(shared, path, kind):
    body = json.dumps(Callbacks(shared).body("controls", PAGE))
    assert shared.post(UPDATE, data=body, content_type="application/json").status_code == 200
    assert shared.post(path, data=body, content_type=kind).status_code in (404, 405, 415)


def test_only_a_new_question_is_built(client, panel_keys):
    for address, is_new in ((PAGE.address, True), (PAGE.address, False), (PAGE.path, True), (PAGE.address, False)):
        panel_keys.clear()
        ask(client, address)
        assert bool(panel_keys) is is_new


def all_of(client: FlaskClient, slug: str) -> list[str]:
    """Everything that a page says of a district: as a document, light, as an answer to a choice, in a picture."""
    page = Page("incidents", search=f"?district={slug}")
    texts = [ask(client, address_of(client, kind, page), "identity").text for kind in OF_PAGES]
    # What Dash's scripts are told differs from application to application.
    return [text.partition("<footer hidden>")[0] for text in texts]


def test_what_is_remembered_of_one_district_is_not_said_of_another(client, example_public_url):
    before, after = (all_of(client, slug) for slug in ("jeti-oguz", "chatkal"))
    alone = all_of(create_app(Settings(example_public_url)).test_client(), "chatkal")
    assert [one == other for one, other in zip(before, alone, strict=True)] == [False] * 4
    assert [one == other for one, other in zip(after, alone, strict=True)] == [True] * 4


@pytest.mark.parametrize(
    ("odd", "its", "next_one", "expected"),
    [
        ("*, br;q=0", {"gzip", None}, "gzip, deflate", {"gzip"}),
        ("br;q=0", {None}, "", {None}),
        ("gzip;q=0", {None}, "identity", {None}),
        ("identity, br;q=0.5, gzip;q=0.5", {"br", "gzip", None}, "gzip, br", {"br", "gzip"}),
        ("gzip; q=1.0, br; q=1.0", {"br", "gzip", None}, "gzip, deflate, br", {"br", "gzip"}),
    ],
)
def test_what_was_asked_for_in_odd_words_is_no_answer_in_another_encoding(client, odd, its, next_one, expected):
    """Two parsers may read one header differently: what is kept has the encoding by which it is found."""
    assert ask(client, PAGE.address, odd).headers.get("Content-Encoding") in its
    assert ask(client, PAGE.address, next_one).headers.get("Content-Encoding") in expected


def test_each_encoding_has_its_own(client):
    encodings = [ask(client, PAGE.address, one).headers.get("Content-Encoding") for one in ("br", "gzip", "br")]
    assert encodings == ["br", "gzip", "br"]


@pytest.mark.parametrize("change", ["day", "version", "problem"])
def test_another_day_or_other_data_are_asked_anew(client, panel_keys, monkeypatch, change):
    ask(client, PAGE.address)
    panel_keys.clear()
    if change == "day":
        monkeypatch.setattr(clock, "now", lambda: datetime(2030, 1, 1, tzinfo=UTC))
    elif change == "version":
        monkeypatch.setattr(Database, "snapshot", lambda self: Snapshot(self._keeper.replica.path, "another"))
    else:
        monkeypatch.setattr(Database, "problem", "unreachable")
    ask(client, PAGE.address)
    assert panel_keys


@pytest.mark.parametrize("kind", ["document", "light", "answer"])
def test_a_page_with_a_panel_that_failed_is_not_kept(client, monkeypatch, caplog, kind):
    caplog.set_level("CRITICAL")
    address = address_of(client, kind)
    cache_of(client)._responses._answers.clear()
    with monkeypatch.context() as patch:
        patch.setattr(Builder, "_with_picture", _fail)
        with_failure = ask(client, address, "identity")
    without_failure = ask(client, address, "identity")
    assert with_failure.status_code == without_failure.status_code == 200
    assert without_failure.data != with_failure.data
    assert without_failure.data == ask(client, address, "identity").data


def test_a_page_without_key_figures_is_not_kept(client, monkeypatch, caplog):
    caplog.set_level("CRITICAL")
    with monkeypatch.context() as patch:
        patch.setattr("dashboard.pages.key_figures.key_figures.courses", _fail)
        with_failure = open_page(client, "/en/overview").part("key-figures").text
    assert with_failure != open_page(client, "/en/overview").part("key-figures").text


def _fail(*_arguments):
    raise RuntimeError("planted")


def test_what_no_page_sends_takes_no_room(client):
    """An encoding may be called anything: it makes no entry of its own."""
    for number in range(1, 40):
        assert client.get(PAGE.address, headers={"Accept-Encoding": f"gzip, unheard-of-{number}"}).status_code == 200
    assert len(cache_of(client)._responses._answers) == 1


def test_only_pages_and_what_they_ask_for_take_room(client):
    long = f"{PAGE.path}?{'x' * response_cache.LONGEST_QUERY}"
    for address in (long, "/health", "/ready", "/data/sites.csv", "/robots.txt", "/ky/nothing", f"{PAGE.path}?x=1"):
        ask(client, address)
    ask(client, PAGE.address, Range="bytes=0-9")
    client.get(PAGE.address, data="a body")
    client.head(PAGE.address)
    assert len(cache_of(client)._responses._answers) == 0
    ask(client, PAGE.address)
    assert len(cache_of(client)._responses._answers) == 1


@pytest.mark.parametrize(("public_address", "count"), [(None, 2), ("https://kg.example", 1)])
def test_names_of_the_site_make_as_many_answers_as_are_written(example_public_url, public_address, count):
    """Whatever name is made up: with a public address all get the same, else what is written for this computer."""
    client = create_app(Settings(example_public_url, public_address=public_address)).test_client()
    texts = [ask(client, PAGE.address, "identity", Host=name).text for name in NAMES]
    assert len(cache_of(client)._responses._answers) == len(set(texts)) == count
    assert not any("evil" in text or "another" in text for text in texts)


@pytest.mark.parametrize("path", [PAGE.address, "/ky/incidents/lite"])
def test_a_name_that_is_none_gets_no_remembered_answer_either(client, path):
    assert ask(client, path).status_code == 200
    assert ask(client, path, Host="a" * 3_000).status_code == 400
