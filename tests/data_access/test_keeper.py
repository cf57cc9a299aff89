"""The local copy follows the store and survives it."""

import os
import threading

import pytest

from data_access.store import replication
from data_access.store.database import Database, DataUnavailable
from data_access.store.replica_watcher import ReplicaWatcher
from tests.data_access.small_stores import publish, versions_in

NEVER = 1e6


def test_a_new_version_is_taken_into_use(store, url):
    keeper = ReplicaWatcher(url)
    first = keeper.replica
    publish(store, 2)
    keeper.refresh()
    assert (first.version.partition("-")[0], keeper.replica.version.partition("-")[0]) == ("1", "2")


def test_the_same_version_is_not_copied_again(url, copied_urls):
    keeper = ReplicaWatcher(url)
    keeper.refresh()
    ReplicaWatcher(url)
    assert len(copied_urls) == 1


def test_another_store_under_the_same_name_is_taken_into_use(store, url, tmp_path):
    keeper = ReplicaWatcher(url)
    publish(tmp_path / "other.sqlite", 7)
    replication.copy_store(f"sqlite:///{tmp_path}/other.sqlite", tmp_path / "moved.sqlite")
    for name in ("public.sqlite-wal", "public.sqlite-shm"):
        (tmp_path / name).unlink(missing_ok=True)
    os.replace(tmp_path / "moved.sqlite", store)
    keeper.refresh()
    assert keeper.replica.version.startswith("7-")


def test_while_the_store_is_away_the_last_version_stays(store, url):
    keeper = ReplicaWatcher(url)
    replica = keeper.replica
    store.rename(store.with_suffix(".away"))
    keeper.refresh()
    assert (keeper.problem, keeper.replica) == ("missing", replica)
    store.with_suffix(".away").rename(store)
    keeper.refresh()
    assert (keeper.problem, keeper.replica) == (None, replica)


def test_a_restart_without_the_store_serves_the_last_version(store, url):
    ReplicaWatcher(url)
    store.unlink()
    database = Database(url, NEVER)
    assert database.problem == "missing"
    assert versions_in(database.snapshot()) == {1}


def test_without_store_and_copy_there_is_nothing(tmp_path):
    database = Database(f"sqlite:///{tmp_path}/missing.sqlite", NEVER)
    with pytest.raises(DataUnavailable) as error:
        database.snapshot()
    assert error.value.reason == "missing"
    assert not (tmp_path / "missing.sqlite").exists()


def test_a_store_that_does_not_answer_is_unreachable(url, monkeypatch):
    """However a server hangs, it is said as soon as patience ends, and no later than that it answers."""
    keeper = ReplicaWatcher(url)
    question, answer = threading.Event(), threading.Event()
    late = lambda _url: (question.set(), answer.wait())[0] or keeper.replica.version  # noqa: E731
    monkeypatch.setattr(replication, "version_of", late)
    monkeypatch.setattr("data_access.store.replica_watcher.PATIENCE_SECONDS", 0)
    thread = threading.Thread(target=keeper.refresh)
    thread.start()
    question.wait()
    assert keeper.problem == "unreachable"
    answer.set()
    thread.join()
    assert keeper.problem is None


def test_the_watcher_follows_the_store_by_itself(store, url, open_watcher):
    database = Database(url, watch_seconds=0.01)
    publish(store, 2)
    while database.snapshot().version.startswith("1-"):
        threading.Event().wait(0.01)
    assert versions_in(database.snapshot()) == {2}
