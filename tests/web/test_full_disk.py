"""A full disk: what needs none is served, and what needs one says what it is."""

import errno
import os
import sqlite3
import tempfile

import pytest

from dashboard.text import load
from dashboard.web import files
from dashboard.web.heavy import Heavy
from data_access.store import replication
from data_access.store.database import Database
from data_access.store.replica_watcher import ReplicaWatcher
from tests.data_access.small_stores import publish
from tests.support.live_page import LivePage, answer_address, open_page

WORDS = load()


def no_room(*_arguments: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.mark.parametrize("kind", files.WRITERS)
@pytest.mark.parametrize("name", ["stations", "site_facts"])
def test_workbooks_and_archives_need_no_disk(client, monkeypatch, tmp_path, kind, name):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    answer = client.get(f"/data/{name}.{kind}?hxl=1")
    assert (answer.status_code, answer.data[:2]) == (200, b"PK")


@pytest.mark.parametrize("language", WORDS)
def test_whatever_finds_no_room_says_so(client, monkeypatch, caplog, language):
    monkeypatch.setitem(files.WRITERS, "zip", no_room)
    # Else what any other test of this worker has asked for would be there already.
    monkeypatch.setattr(Heavy, "get_or_make", lambda _self, _key, make: make())
    answer = client.get(f"/data/exchange_rates.zip?lang={language}", headers={"Accept-Language": language})
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "10")
    assert WORDS[language]("notice.no_room.title") in answer.text
    assert [(record.levelname, record.exc_info) for record in caplog.records] == [("ERROR", None)]


def test_pages_say_why_newer_figures_are_not_shown(client, monkeypatch):
    monkeypatch.setattr(Database, "problem", "no_room")
    for language, words in WORDS.items():
        page = open_page(client, f"/{language}/revenue")
        answer = LivePage(client.get(answer_address(page, f"/{language}/revenue", "-")).text)
        assert page.part("news").text == answer.part("news").text == words("news.no_room")


def filled_up(_url: str, target) -> str:
    """Writes until SQLite finds no room."""
    target.write_bytes(b"half of a copy")
    with sqlite3.connect(":memory:") as store:
        store.execute("PRAGMA max_page_count = 1")
        store.execute("CREATE TABLE one (two)")


@pytest.mark.parametrize("full", [filled_up, no_room])
def test_where_there_is_no_room_for_newer_figures_that_is_told(tmp_path, monkeypatch, caplog, full):
    publish(tmp_path / "public.sqlite", 1)
    keeper = ReplicaWatcher(f"sqlite:///{tmp_path}/public.sqlite")
    replica = keeper.replica
    publish(tmp_path / "public.sqlite", 2)
    with monkeypatch.context() as patch:
        patch.setattr(replication, "_back_up", full)
        for _ in range(3):
            keeper.refresh()
        assert (keeper.problem, keeper.replica) == ("no_room", replica)
        assert [path.name for path in replica.path.parent.glob("*.partial")] == []
        assert len(caplog.records) <= 1
    keeper.refresh()
    assert (keeper.problem, keeper.replica.version.partition("-")[0]) == (None, "2")
