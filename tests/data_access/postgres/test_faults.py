"""A PostgreSQL server that is stopped, frozen or holds something else: the last good version stays."""

import os
import signal
import tempfile
from collections.abc import Iterator

import pytest

from data_access.store import replication
from data_access.store.replica_watcher import ReplicaWatcher
from tests.data_access.postgres.servers import fill, say, start


@pytest.fixture(scope="module")
def folder(small_url) -> Iterator[str]:
    """Folder of a filled server of these tests' own; its socket lies there and needs a short path."""
    with tempfile.TemporaryDirectory(prefix="pg", dir="/tmp", ignore_cleanup_errors=True) as path:
        fill(start(path).get_uri(), small_url)
        yield path
        start(path).cleanup()


@pytest.mark.parametrize(
    ("statement", "reason"),
    [
        ("DROP SCHEMA mining_public CASCADE", "empty"),
        ("DELETE FROM mining_public.publication", "empty"),
        ("ALTER TABLE mining_public.publication DROP COLUMN published_at", "unreadable"),
        ("ALTER TABLE mining_public.publication ALTER published_at TYPE text", "unreadable"),
    ],
)
def test_a_broken_store_is_refused_with_its_reason(small_postgres, statement, reason):
    before = ReplicaWatcher(small_postgres).replica
    assert before
    say(small_postgres, statement)
    keeper = ReplicaWatcher(small_postgres)
    assert (keeper.replica, keeper.problem) == (before, reason)


@pytest.mark.parametrize("table", ["statistic", "incident"])
def test_a_table_less_is_no_new_version(small_postgres, table):
    keeper = ReplicaWatcher(small_postgres)
    before = keeper.replica
    say(small_postgres, "UPDATE mining_public.publication SET version = 2")
    say(small_postgres, f"DROP TABLE mining_public.{table} CASCADE")
    keeper.refresh()
    assert keeper.replica == before
    assert keeper.problem in ("empty", "unreadable")


def test_nothing_listens(tmp_path):
    keeper = ReplicaWatcher(f"postgresql://nobody@/none?host={tmp_path}")
    assert (keeper.replica, keeper.problem) == (None, "unreachable")


def test_no_such_database(postgres_url):
    assert ReplicaWatcher(postgres_url.replace("/postgres?", "/nowhere?")).problem == "unreachable"


def test_a_frozen_server_is_survived(folder, monkeypatch):
    """Patience is short only while nothing answers: a busy server may take its time."""
    keeper, process = ReplicaWatcher(start(folder).get_uri()), start(folder).get_pid()
    replica = keeper.replica
    os.kill(process, signal.SIGSTOP)
    try:
        with monkeypatch.context() as patch:
            patch.setattr(replication, "CONNECT_SECONDS", 2)
            keeper.refresh()
    finally:
        os.kill(process, signal.SIGCONT)
    assert (keeper.replica, keeper.problem) == (replica, "unreachable")
    keeper.refresh()
    assert (keeper.replica, keeper.problem) == (replica, None)


def test_a_stopped_server_is_survived_by_a_restart_too(folder):
    url = start(folder).get_uri()
    replica = ReplicaWatcher(url).replica
    start(folder).cleanup()
    keeper = ReplicaWatcher(url)
    assert (keeper.replica, keeper.problem) == (replica, "unreachable")
    start(folder)
    keeper.refresh()
    assert (keeper.replica, keeper.problem) == (replica, None)
