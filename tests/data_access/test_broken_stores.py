"""A store that is no store, or half of one: it is refused with its reason, and the last good version stays."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from data_access.store.replica_watcher import ReplicaWatcher
from data_access.vocabulary import schema
from tests.data_access.small_stores import publish


def run(*statements: str) -> Callable[[Path], None]:
    """Changes a store by SQL."""

    def change(path: Path) -> None:
        with closing(sqlite3.connect(path)) as connection:
            for statement in statements:
                connection.execute(statement)
            connection.commit()

    return change


def in_one_file(path: Path) -> bytes:
    """The content of a store without its log."""
    run("PRAGMA wal_checkpoint(TRUNCATE)", "PRAGMA journal_mode = DELETE")(path)
    return path.read_bytes()


def rewrite(content: Callable[[bytes], bytes]) -> Callable[[Path], None]:
    """Changes a store by its bytes."""

    def change(path: Path) -> None:
        path.write_bytes(content(in_one_file(path)))

    return change


def into_folder(path: Path) -> None:
    """Puts a folder in place of the store."""
    path.unlink()
    path.mkdir()


def replace_file(*statements: str) -> Callable[[Path], None]:
    """Puts another SQLite database in place of the store."""

    def change(path: Path) -> None:
        in_one_file(path)
        path.unlink()
        run(*statements)(path)

    return change


BROKEN = {
    "no bytes": (rewrite(lambda content: b""), "empty"),
    "no tables": (replace_file("CREATE TABLE x (y)", "DROP TABLE x"), "empty"),
    "a database of something else": (replace_file("CREATE TABLE notes (text)"), "empty"),
    "nothing published": (run("DELETE FROM publication"), "empty"),
    "a folder": (into_folder, "missing"),
    "not there": (Path.unlink, "missing"),
    "the first half": (rewrite(lambda content: content[: len(content) // 2]), "unreadable"),
    "the first page": (rewrite(lambda content: content[:4_096]), "unreadable"),
    "fifty bytes": (rewrite(lambda content: content[:50]), "unreadable"),
    "garbage": (rewrite(lambda content: bytes(range(256)) * 100), "unreadable"),
    "text": (rewrite(lambda content: b"district_code,name\n" * 500), "unreadable"),
    "a hole in the middle": (
        rewrite(lambda content: content[:8_192] + b"\xff" * 8_192 + content[16_384:]),
        "unreadable",
    ),
    "another publication": (replace_file("CREATE TABLE publication (title)"), "unreadable"),
    "a version that is a path": (
        replace_file(
            "CREATE TABLE publication (version, published_at, small_cell_limit)",
            "INSERT INTO publication VALUES ('../../x', '2026-01-01 00:00:00', 5)",
        ),
        "unreadable",
    ),
    "a date that is none": (run("UPDATE publication SET published_at = 'yesterday'"), "unreadable"),
    "a date that is a number": (run("UPDATE publication SET published_at = 5"), "unreadable"),
    "a table less": (run("DROP TABLE statistic"), "unreadable"),
    "a column less": (run("ALTER TABLE reading DROP COLUMN ok_count"), "unreadable"),
}


@pytest.fixture(params=BROKEN)
def broken_store(request, store) -> tuple[Path, str]:
    """A store that was good and is broken, and what is to be said of it."""
    change, reason = BROKEN[request.param]
    change(store)
    return store, reason


def test_a_broken_store_is_refused_with_its_reason(broken_store):
    path, reason = broken_store
    keeper = ReplicaWatcher(f"sqlite:///{path}")
    assert (keeper.replica, keeper.problem) == (None, reason)


@pytest.mark.parametrize("kind", BROKEN)
def test_the_last_good_version_stays_and_the_next_one_comes(store, kind):
    keeper = ReplicaWatcher(f"sqlite:///{store}")
    replica = keeper.replica
    change, reason = BROKEN[kind]
    publish(store, 2)
    change(store)
    keeper.refresh()
    assert (keeper.replica, keeper.problem) == (replica, reason)
    remove(store)
    publish(store, 3)
    keeper.refresh()
    assert (keeper.replica.version.partition("-")[0], keeper.problem) == ("3", None)


def remove(path: Path) -> None:
    """Take a store away with everything beside it."""
    for name in (path, path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")):
        name.rmdir() if name.is_dir() else name.unlink(missing_ok=True)


@pytest.mark.parametrize("table", schema.metadata.sorted_tables, ids=str)
def test_every_table_is_needed(store, table):
    """A copy is only good when no page could miss anything in it."""
    run(f"ALTER TABLE {table.name} RENAME COLUMN {list(table.c)[-1].name} TO gone")(store)
    assert ReplicaWatcher(f"sqlite:///{store}").replica is None
