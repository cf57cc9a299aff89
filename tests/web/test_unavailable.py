"""Without figures a page says what is wrong and what to do, in the reader's language, and mends itself."""

import logging
import shutil
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from dashboard import text
from dashboard.app import create_app
from dashboard.settings import Settings
from dashboard.text import LANGUAGES
from data_access.store.trouble import OF_STORE
from tests.support.live_page import open_page
from tests.web.callback_bodies import Callbacks, Page
from tests.web.conftest import refresh

UPDATE = "/_dash-update-component"
LIVE = ("/parts/x/-/ky/overview", "/figures/x/ky/overview_map")
STATES = {"missing": None, "empty": b"", "unreadable": b"no database at all" * 500}


@pytest.fixture
def store(tmp_path) -> Path:
    """Where a store may come to lie."""
    return tmp_path / "public.sqlite"


@pytest.fixture
def client(store) -> FlaskClient:
    """Somebody who asks an application whose store is not there yet."""
    return create_app(Settings(f"sqlite:///{store}")).test_client()


def fill(store: Path, example_public_url: str) -> None:
    """Let the store appear as one whole file."""
    shutil.copy(example_public_url.removeprefix("sqlite:///"), store.with_suffix(".new"))
    store.with_suffix(".new").rename(store)


def of_stores(records: list[logging.LogRecord]) -> list[str]:
    """What the log says; the name under which a test asks is another matter."""
    return [record.getMessage() for record in records if record.name != "dashboard.web.site"]


@pytest.mark.parametrize("reason", STATES)
def test_a_page_says_what_is_wrong_and_what_to_do(client, store, caplog, reason):
    if STATES[reason] is not None:
        store.write_bytes(STATES[reason])
    for _ in range(3):
        refresh(client)
    for language, words in text.load().items():
        answer = client.get(f"/{language}/overview?district=ton")
        assert (answer.status_code, answer.headers["Retry-After"]) == (503, "10")
        assert f'<html lang="{language}">' in answer.text
        assert '<meta http-equiv="refresh" content="10">' in answer.text
        assert words(f"notice.{reason}.title") in answer.text
        assert "python -m loaders" in answer.text
        assert "Traceback" not in answer.text
    lines = of_stores(caplog.get_records("setup") + caplog.records)
    assert [line for line in lines if line != OF_STORE["missing"] or reason == "missing"] == [OF_STORE[reason]]


def test_without_figures_only_pages_and_callbacks_fail(client):
    codes = {
        path: client.get(path).status_code
        for path in ("/", "/health", "/nope", "/_dash-layout", "/ready", "/layers/x/y.geojson", *LIVE)
    }
    assert list(codes.values()) == [302, 200, 404, 200, 503, 503, 503, 503]
    assert client.get("/ready").json == {"ready": False, "problem": "missing", "version": None, "datasets": {}}
    callbacks = Callbacks(client)
    assert {client.post(UPDATE, json=callbacks.body(name, Page())).status_code for name in callbacks.all} == {503}


def test_the_pages_come_with_the_store(client, store, example_public_url):
    assert client.get("/ky/overview").status_code == 503
    fill(store, example_public_url)
    refresh(client)
    assert client.get("/ky/overview").status_code == 200
    assert client.get("/ready").status_code == 200


def test_when_the_store_goes_the_last_figures_stay_and_a_line_says_so(client, store, example_public_url):
    def news(language: str) -> str:
        return open_page(client, f"/{language}/revenue").part("news").text

    fill(store, example_public_url)
    refresh(client)
    store.unlink()
    refresh(client)
    ready = client.get("/ready")
    assert (ready.status_code, ready.json["ready"], ready.json["problem"]) == (503, False, "missing")
    assert ready.json["version"].startswith("1-")
    for language, words in text.load().items():
        assert news(language) == words("news.older_copy")
    fill(store, example_public_url)
    refresh(client)
    assert [news(language) for language in LANGUAGES] == [""] * len(LANGUAGES)
    assert client.get("/ready").status_code == 200


def test_a_trouble_is_one_line_and_its_end_another(client, store, example_public_url, caplog):
    for step in (lambda: fill(store, example_public_url), store.unlink, lambda: fill(store, example_public_url)):
        step()
        for _ in range(3):
            refresh(client)
            client.get("/ky/overview")
    again = "the public store can be read again"
    assert of_stores(caplog.records) == [again, OF_STORE["missing"], again]


def test_a_full_disk_is_one_line(client, store, example_public_url, caplog, monkeypatch):
    def full(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("data_access.store.replication.copy_store", full)
    fill(store, example_public_url)
    for _ in range(3):
        refresh(client)
    [record] = caplog.records
    assert "No space left on device" in record.getMessage() and "make room" in record.getMessage()
    assert record.exc_info is None


def test_a_copy_that_fails_during_requests_is_one_line(store, example_public_url, caplog, monkeypatch):
    fill(store, example_public_url)
    client = create_app(Settings(f"sqlite:///{store}")).test_client()
    monkeypatch.setattr("data_access.store.guard.LONGEST_QUERY_SECONDS", -1.0)
    monkeypatch.setattr("data_access.store.guard.INSTRUCTIONS_BETWEEN_CHECKS", 1)
    paths = ("/ru/incidents?since=2016", "/data/readings.csv", "/ky/revenue/lite?until=2019")
    assert {client.get(path).status_code for path in paths} == {503}
    [line] = of_stores(caplog.records)
    assert "interrupted" in line and "start the web again" in line and "SELECT" not in line
    assert not any(record.exc_info for record in caplog.records)


def test_a_file_that_cannot_be_read_to_its_end_breaks_off(store, example_public_url, monkeypatch, caplog):
    fill(store, example_public_url)
    client = create_app(Settings(f"sqlite:///{store}")).test_client()
    answer = client.get("/data/station_readings.csv", buffered=False)
    monkeypatch.setattr("data_access.store.guard.LONGEST_QUERY_SECONDS", -1.0)
    monkeypatch.setattr("data_access.store.guard.INSTRUCTIONS_BETWEEN_CHECKS", 1)
    with pytest.raises(ConnectionResetError):
        list(answer.response)
    assert len(of_stores(caplog.records)) == 1


def test_an_error_of_ours_is_one_page_and_one_line_in_the_log(server, client, monkeypatch, caplog):
    monkeypatch.setattr("dashboard.web.routes.readiness", lambda _reader: 1 / 0)
    answer = client.get("/ready")
    assert (answer.status_code, "ZeroDivision" in answer.text) == (500, False)
    assert [record.getMessage() for record in caplog.records] == ["GET /ready"]
