"""The folder of local copies: made once, shared by processes, kept small, mended."""

import os
import threading
from pathlib import Path

import pytest

from data_access.store import cache_dir, replication
from data_access.store.database import Database, DataUnavailable
from data_access.store.replica_watcher import ReplicaWatcher
from tests.data_access.small_stores import publish, versions_in

NEVER = 1e6


def kept_in(copies: Path) -> list[Path]:
    """All local copies."""
    return sorted(copies.rglob("*.sqlite"))


def test_processes_that_start_together_copy_once(url, copied_urls):
    threads = [threading.Thread(target=ReplicaWatcher, args=(url,)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(copied_urls) == 1


def test_old_copies_are_removed_but_not_while_a_request_may_read_them(store, url, copies):
    keeper = ReplicaWatcher(url)
    for version in range(2, 9):
        publish(store, version)
        keeper.refresh()
    assert len(kept_in(copies)) == 8
    for path in kept_in(copies):
        if path != keeper.replica.path:
            os.utime(path, (0, 0))
    keeper.refresh()
    assert len(kept_in(copies)) == 8
    os.utime(keeper.replica.path, (1, 1))
    keeper.refresh()
    assert kept_in(copies) == [keeper.replica.path]


def test_a_swept_folder_is_made_again(url, copies):
    database = Database(url, NEVER)
    for path in sorted(copies.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    with pytest.raises(DataUnavailable):
        versions_in(database.snapshot())
    database._keeper.refresh()
    assert versions_in(database.snapshot()) == {1}


def test_a_copy_that_has_been_damaged_is_made_again(url, copies, store):
    replica = ReplicaWatcher(url).replica
    replica.path.write_bytes(replica.path.read_bytes()[:5_000])
    again = ReplicaWatcher(url)
    assert (again.replica, again.problem) == (replica, None)
    assert replication.check_copy(replica.path) == replica.version


def test_two_stores_do_not_share_copies(tmp_path, monkeypatch):
    """A relative address means another store in another working directory."""
    for version in (1, 2):
        folder = tmp_path / str(version)
        folder.mkdir()
        publish(folder / "public.sqlite", version)
        monkeypatch.chdir(folder)
        keeper = ReplicaWatcher("sqlite:///public.sqlite")
        assert keeper.replica.version.startswith(f"{version}-")
    (tmp_path / "3").mkdir()
    monkeypatch.chdir(tmp_path / "3")
    assert ReplicaWatcher("sqlite:///public.sqlite").replica is None


def test_no_room_for_a_copy_is_no_end(store, url, monkeypatch):
    replica = ReplicaWatcher(url).replica
    publish(store, 2)
    monkeypatch.setattr(cache_dir, "_alone", lambda _folder: (_ for _ in ()).throw(OSError("no space left on device")))
    again = ReplicaWatcher(url)
    assert (again.replica, again.problem) == (replica, "unreachable")


def test_a_folder_of_somebody_else_is_not_used(url, copies):
    own = copies / f"mining-dashboard-{os.getuid()}"
    (copies / "elsewhere").mkdir()
    own.symlink_to(copies / "elsewhere")
    with pytest.raises(PermissionError, match="TMPDIR"):
        ReplicaWatcher(url)
