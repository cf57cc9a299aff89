"""Whole answers are remembered: the same ones, and only for the same question on the same day about the same data."""

import json
from datetime import UTC, datetime

import pytest
from flask.testing import FlaskClient

from callbacks import draw, response_cache
from dashboard.app import create_app
from dashboard.settings import Settings
from data_access.store.database import Database, Snapshot
from data_access.vocabulary import clock
from tests.web.callback_bodies import Callbacks, Page
from tests.web.conftest import UPDATE

PAGE = Page(topic="incidents", search="?district=naryn")


@pytest.fixture
def drawn(monkeypatch) -> list[str]:
    """Keys of the panels that were looked at for an answer."""
    seen, look = [], draw._drawn
    monkeypatch.setattr(draw, "_drawn", lambda *given: seen.append(given[2].key) or look(*given))
    return seen


@pytest.fixture
def client(sample_public_url) -> FlaskClient:
    """Somebody who asks an application that remembers no answer yet."""
    return create_app(Settings(sample_public_url)).test_client()


@pytest.fixture(scope="module")
def shared(sample_public_url) -> FlaskClient:
    """Somebody who asks an application of these tests' own, each question in one of them."""
    return create_app(Settings(sample_public_url)).test_client()


@pytest.fixture
def server_answers(client) -> response_cache.ResponseCache:
    """What the client's application remembers."""
    owners = (getattr(check, "__self__", None) for check in client.application.before_request_funcs[None])
    return next(owner for owner in owners if isinstance(owner, response_cache.ResponseCache))


def _ask(client: FlaskClient, page: Page = PAGE, name: str = "figure", accepts: str = "gzip"):
    body = Callbacks(client).body(name, page)
    return client.post(UPDATE, json=body, headers={"Accept-Encoding": accepts})


@pytest.mark.parametrize("accepts", ["gzip", "br", "identity"])
@pytest.mark.parametrize("name", ["here", "figure", "root"])
def test_a_remembered_answer_is_the_same(shared, name, accepts):
    first, again = (_ask(shared, name=name, accepts=accepts) for _ in range(2))
    assert (first.status_code, again.status_code) == (200, 200)
    assert again.data == first.data
    assert dict(again.headers) == dict(first.headers)


@pytest.mark.parametrize(("path", "kind"), [(UPDATE, "text/plain"), (UPDATE, ""), (f"/x{UPDATE}", "application/json")])
def test_a_remembered_answer_is_for_calls_of_the_page_only(shared, path, kind):
    body = json.dumps(Callbacks(shared).body("here", PAGE))
    assert shared.post(UPDATE, data=body, content_type="application/json").status_code == 200
    assert shared.post(path, data=body, content_type=kind).status_code in (404, 405, 415)


def test_only_a_new_question_is_drawn(client, drawn):
    for page, is_new in ((PAGE, True), (PAGE, False), (Page(topic="incidents"), True), (PAGE, False)):
        drawn.clear()
        _ask(client, page)
        assert bool(drawn) is is_new


def _all_of(client: FlaskClient, slug: str) -> list[str]:
    """Everything that a page says of a district: before it is alive, light, and alive."""
    page = Page(search=f"?district={slug}")
    first = client.get(f"/ky/overview{page.search}").text.partition('id="react-entry-point"')[0]
    light = client.get(f"/ky/overview/lite{page.search}").text
    return [first, light, *(_ask(client, page, name, "identity").text for name in ("figure", "key-figures"))]


def test_what_is_remembered_of_one_district_is_not_said_of_another(client, sample_public_url):
    before, after = (_all_of(client, slug) for slug in ("jeti-oguz", "chatkal"))
    alone = _all_of(create_app(Settings(sample_public_url)).test_client(), "chatkal")
    assert [one == other for one, other in zip(before, alone, strict=True)] == [False] * 4
    assert [one == other for one, other in zip(after, alone, strict=True)] == [True] * 4


def test_each_encoding_has_its_own(client):
    assert [_ask(client, accepts=one).headers.get("Content-Encoding") for one in ("br", "gzip", "br")] == [
        "br",
        "gzip",
        "br",
    ]


@pytest.mark.parametrize("changed", ["day", "version", "problem"])
def test_another_day_or_other_data_are_asked_anew(client, drawn, monkeypatch, changed):
    _ask(client)
    drawn.clear()
    if changed == "day":
        monkeypatch.setattr(clock, "now", lambda: datetime(2030, 1, 1, tzinfo=UTC))
    elif changed == "version":
        monkeypatch.setattr(Database, "snapshot", lambda self: Snapshot(self._keeper.replica.path, "another"))
    else:
        monkeypatch.setattr(Database, "problem", "unreachable")
    _ask(client)
    assert drawn


def test_a_failure_is_not_kept(client, monkeypatch, caplog):
    caplog.set_level("CRITICAL")
    with monkeypatch.context() as patch:
        patch.setattr("dashboard.pages.rendering.Renderer.picture", _fail)
        broken = _ask(client)
    mended = _ask(client)
    assert broken.status_code == mended.status_code == 200
    assert response_cache.PASSING_HEADER not in broken.headers
    assert mended.data != broken.data
    assert mended.data == _ask(client).data


def _fail(*_given):
    raise RuntimeError("planted")


def test_what_no_page_sends_takes_no_room(client, server_answers):
    """A body may be padded, and an encoding called anything: neither makes an entry of its own."""
    body = json.dumps(Callbacks(client).body("figure", PAGE))
    for number in range(1, 40):
        padded = body + " " * (response_cache.LONGEST_BODY + number)
        headers = {"Accept-Encoding": f"gzip, unheard-of-{number}"}
        for content in (padded, body):
            assert (
                client.post(UPDATE, data=content, content_type="application/json", headers=headers).status_code == 200
            )
    assert len(server_answers._kept._answers) == 1
    assert server_answers._kept._answers.currsize < 200_000
