"""The web as another user than the loaders, who may read the public store and write nothing beside it."""

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from data_access.store import replication
from tests.data_access.small_stores import publish

NOBODY = 65_534
READ_ONLY = 0o555


@pytest.fixture
def place(small_url) -> Iterator[Path]:
    """A public store in a folder that everybody may read and another user may not write."""
    with tempfile.TemporaryDirectory(prefix="public-") as folder:
        store = Path(folder, "public.sqlite")
        shutil.copy(small_url.removeprefix("sqlite:///"), store)
        store.chmod(0o644)
        Path(folder).chmod(READ_ONLY)
        yield store
        Path(folder).chmod(0o755)


@contextmanager
def other_user() -> Iterator[None]:
    """This process as another user; where it may not become one, the folder's rights make this one the same.

    Not a process that is forked off: threads that others have started could hold what it waits for.
    """
    if os.getuid():
        yield
        return
    os.setresgid(NOBODY, NOBODY, 0)
    os.setresuid(NOBODY, NOBODY, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)
        os.setresgid(0, 0, 0)


def as_other_user(ask: Callable[[], str]) -> str:
    """What another user is answered, or why not."""
    with other_user():
        try:
            return ask()
        except replication.StoreProblem as problem:
            return problem.reason


def copy_of(store: Path) -> str:
    """The version of a copy of the store."""
    with tempfile.TemporaryDirectory() as folder:
        replication.copy_store(f"sqlite:///{store}", Path(folder, "copy.sqlite"))
        return replication.check_copy(Path(folder, "copy.sqlite"))


@pytest.mark.parametrize("ask", [copy_of, lambda store: replication.version_of(f"sqlite:///{store}")])
def test_it_is_read_while_nobody_writes_and_while_somebody_does(place, store, ask):
    ask(store)  # imports all that is needed; a look of this user at the very store would leave a log beside it
    assert as_other_user(lambda: ask(place)).startswith("1-")
    place.parent.chmod(0o755)
    with closing(sqlite3.connect(place)) as loader:
        loader.execute("SELECT * FROM publication").fetchall()
        publish(place, 2)
        assert place.with_name("public.sqlite-wal").exists()
        place.parent.chmod(READ_ONLY)
        assert as_other_user(lambda: ask(place)).startswith("2-")


def test_what_a_loader_changes_meanwhile_is_no_copy(place, monkeypatch):
    copy = replication.sqlite_files.back_up

    def change_meanwhile(reader: sqlite3.Connection, target: Path) -> None:
        copy(reader, target)
        os.utime(place, ns=(1, 1))

    monkeypatch.setattr(replication.sqlite_files, "is_still", lambda _path: True)
    monkeypatch.setattr(replication.sqlite_files, "back_up", change_meanwhile)
    with pytest.raises(replication.StoreProblem, match="unreachable"):
        copy_of(place)
