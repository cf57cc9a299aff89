"""The local copy: it follows the store, survives it, and is made once."""

import os
import threading
from pathlib import Path

import pytest

from data_access import copying, shelf
from data_access.database import Database, DataUnavailable
from data_access.keeper import Keeper
from tests.data_access.small_stores import publish, versions_in

NEVER = 1e6


def kept_in(copies: Path) -> list[Path]:
    """All local copies."""
    return sorted(copies.rglob("*.sqlite"))


@pytest.fixture
def url(store) -> str:
    """Address of the store."""
    return f"sqlite:///{store}"


@pytest.fixture
def counted(monkeypatch) -> list[str]:
    """The stores that were copied during a test."""
    made, copy_store = [], copying.copy_store
    monkeypatch.setattr(copying, "copy_store", lambda url, target: (made.append(url), copy_store(url, target))[1])
    return made


def test_a_new_version_is_taken_into_use(store, url):
    keeper = Keeper(url)
    first = keeper.held
    publish(store, 2)
    keeper.refresh()
    assert (first.version.partition("-")[0], keeper.held.version.partition("-")[0]) == ("1", "2")


def test_the_same_version_is_not_copied_again(url, counted):
    keeper = Keeper(url)
    keeper.refresh()
    Keeper(url)
    assert len(counted) == 1


def test_another_store_under_the_same_name_is_taken_into_use(store, url, tmp_path):
    keeper = Keeper(url)
    publish(tmp_path / "other.sqlite", 7)
    copying.copy_store(f"sqlite:///{tmp_path}/other.sqlite", tmp_path / "moved.sqlite")
    for name in ("public.sqlite-wal", "public.sqlite-shm"):
        (tmp_path / name).unlink(missing_ok=True)
    os.replace(tmp_path / "moved.sqlite", store)
    keeper.refresh()
    assert keeper.held.version.startswith("7-")


def test_while_the_store_is_away_the_last_version_stays(store, url):
    keeper = Keeper(url)
    held = keeper.held
    store.rename(store.with_suffix(".away"))
    keeper.refresh()
    assert (keeper.problem, keeper.held) == ("missing", held)
    store.with_suffix(".away").rename(store)
    keeper.refresh()
    assert (keeper.problem, keeper.held) == (None, held)


def test_a_restart_without_the_store_serves_the_last_version(store, url):
    Keeper(url)
    store.unlink()
    database = Database(url, NEVER)
    assert database.problem == "missing"
    assert versions_in(database.snapshot()) == {1}


def test_without_store_and_copy_there_is_nothing(tmp_path):
    database = Database(f"sqlite:///{tmp_path}/missing.sqlite", NEVER)
    with pytest.raises(DataUnavailable) as raised:
        database.snapshot()
    assert raised.value.reason == "missing"
    assert not (tmp_path / "missing.sqlite").exists()


def test_processes_that_start_together_copy_once(url, counted):
    started = [threading.Thread(target=Keeper, args=(url,)) for _ in range(8)]
    for thread in started:
        thread.start()
    for thread in started:
        thread.join()
    assert len(counted) == 1


def test_old_copies_are_removed_but_not_while_a_request_may_read_them(store, url, copies):
    keeper = Keeper(url)
    for version in range(2, 9):
        publish(store, version)
        keeper.refresh()
    assert len(kept_in(copies)) == 8
    for path in kept_in(copies):
        os.utime(path, (0, 0))
    publish(store, 9)
    keeper.refresh()
    assert len(kept_in(copies)) == 3
    assert keeper.held.path in kept_in(copies)


def test_a_swept_folder_is_made_again(url, copies):
    database = Database(url, NEVER)
    for path in sorted(copies.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    with pytest.raises(DataUnavailable):
        versions_in(database.snapshot())
    database._keeper.refresh()
    assert versions_in(database.snapshot()) == {1}


def test_a_copy_that_has_been_damaged_is_made_again(url, copies, store):
    held = Keeper(url).held
    held.path.write_bytes(held.path.read_bytes()[:5_000])
    again = Keeper(url)
    assert (again.held, again.problem) == (held, None)
    assert copying.check_copy(held.path) == held.version


def test_two_stores_do_not_share_copies(tmp_path, monkeypatch):
    """A relative address means another store in another working directory."""
    for version in (1, 2):
        folder = tmp_path / str(version)
        folder.mkdir()
        publish(folder / "public.sqlite", version)
        monkeypatch.chdir(folder)
        keeper = Keeper("sqlite:///public.sqlite")
        assert keeper.held.version.startswith(f"{version}-")
    (tmp_path / "3").mkdir()
    monkeypatch.chdir(tmp_path / "3")
    assert Keeper("sqlite:///public.sqlite").held is None


def test_no_room_for_a_copy_is_no_end(store, url, monkeypatch):
    held = Keeper(url).held
    publish(store, 2)
    monkeypatch.setattr(shelf, "_alone", lambda _folder: (_ for _ in ()).throw(OSError("no space left on device")))
    again = Keeper(url)
    assert (again.held, again.problem) == (held, "unreachable")


def test_a_store_that_does_not_answer_is_unreachable(url, monkeypatch):
    """However a server hangs, it is said as soon as patience ends, and no later than that it answers."""
    keeper = Keeper(url)
    asked, answering = threading.Event(), threading.Event()
    monkeypatch.setattr(copying, "version_of", lambda _url: (asked.set(), answering.wait())[0] or keeper.held.version)
    monkeypatch.setattr("data_access.keeper.PATIENCE_SECONDS", 0)
    waiting = threading.Thread(target=keeper.refresh)
    waiting.start()
    asked.wait()
    assert keeper.problem == "unreachable"
    answering.set()
    waiting.join()
    assert keeper.problem is None


def test_a_folder_of_somebody_else_is_not_used(url, copies):
    own = copies / f"mining-dashboard-{os.getuid()}"
    (copies / "elsewhere").mkdir()
    own.symlink_to(copies / "elsewhere")
    with pytest.raises(PermissionError, match="TMPDIR"):
        Keeper(url)


def test_the_watcher_follows_the_store_by_itself(store, url):
    database = Database(url, watch_seconds=0.01)
    publish(store, 2)
    while database.snapshot().version.startswith("1-"):
        threading.Event().wait(0.01)
    assert versions_in(database.snapshot()) == {2}
