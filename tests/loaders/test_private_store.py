"""Nobody but the loaders' user reads the private store, whatever the umask; everybody may read the public one."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from loaders.commands import actions, refusals, report
from loaders.gate.checks import LoadRefused
from loaders.store import private_store
from loaders.store.database import Stores, StoreUnavailable, reading, write_transaction
from loaders.store.runs import load_run
from loaders.store.settings import LoaderSettings
from tests.loaders.command_line import run_here
from tests.loaders.databases import at
from tests.loaders.stand_ins import load_text, source_of


@pytest.fixture(params=[0o000, 0o077], ids=["open", "closed"])
def umask(request) -> Iterator[None]:
    """What the loaders' user takes from others in everything that is made."""
    before = os.umask(request.param)
    yield
    os.umask(before)


@pytest.fixture
def settings(tmp_path) -> LoaderSettings:
    """Addresses of stores that are not there yet."""
    return at(f"sqlite:///{tmp_path}/data/public.sqlite")


@pytest.fixture
def private(settings) -> Path:
    """Where the private store will lie."""
    return Path(settings.private_url.removeprefix("sqlite:///"))


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def open_up(path: Path) -> None:
    """Let others read a store, as it was once, or after a backup was copied back."""
    path.chmod(0o644)
    path.parent.chmod(0o755)


def test_new_stores_are_closed_and_open(umask, settings, private):
    actions.upgrade(Stores.open(settings))
    public = private.parents[1] / "public.sqlite"
    assert (mode(private), mode(private.parent)) == (0o600, 0o700)
    assert (mode(public), mode(public.parent)) == (0o644, 0o755)


def test_what_lies_beside_it_while_it_is_written_is_closed(umask, settings, private):
    stores = Stores.open(settings)
    actions.upgrade(stores)
    with write_transaction(stores.private) as connection:
        connection.execute(load_run.delete())
        beside = {file.name: mode(file) for file in private.parent.iterdir()}
    assert beside == dict.fromkeys(("private.sqlite", "private.sqlite-shm", "private.sqlite-wal"), 0o600)


def test_a_store_that_others_can_read_is_closed_by_whatever_is_done(settings, private):
    stores = Stores.open(settings)
    actions.upgrade(stores)
    open_up(private)
    journal = private.with_name("private.sqlite-journal")
    journal.touch(0o644)
    with reading(stores.private):
        assert {mode(file) for file in private.parent.iterdir()} == {0o600}
    assert mode(private.parent) == 0o700


def test_a_store_at_the_earlier_place_moves_in_whole(settings, private, tmp_path):
    stores = Stores.open(settings)
    actions.upgrade(stores)
    load_text(stores, tmp_path, "oblasts")
    earlier = private.parents[1] / private.name
    os.replace(private, earlier)
    open_up(earlier)
    with pytest.raises(StoreUnavailable, match="upgrade"), reading(stores.private):
        pass
    actions.upgrade(stores)
    with reading(stores.private) as connection:
        assert connection.scalar(select(load_run.c.source_key)) == "oblasts"
    assert not earlier.exists() and (mode(private), mode(private.parent)) == (0o600, 0o700)


def test_a_store_that_is_in_use_does_not_move(settings, private, monkeypatch):
    monkeypatch.setattr("loaders.store.database.LOCK_SECONDS", 0)
    stores = Stores.open(settings)
    actions.upgrade(stores)
    earlier = private.parents[1] / private.name
    os.replace(private, earlier)
    in_use = Stores.open(LoaderSettings(settings.public_url, f"sqlite:///{earlier}"))
    with reading(in_use.private) as connection:
        connection.execute(select(load_run))
        with pytest.raises(StoreUnavailable, match="stop what reads it"):
            actions.upgrade(stores)
    assert earlier.exists() and not private.exists()


def test_a_folder_that_it_shares_stays_open_and_that_is_told(tmp_path):
    environ = {"DATABASE_URL": f"sqlite:///{tmp_path}/public.sqlite"}
    environ["RAW_DATABASE_URL"] = f"sqlite:///{tmp_path}/raw.sqlite"
    tmp_path.chmod(0o755)
    run_here("upgrade", **environ)
    result = run_here("upgrade", **environ)
    assert result.returncode == 0 and f"other users can list {tmp_path}" in result.stderr
    assert (mode(tmp_path), mode(tmp_path / "raw.sqlite")) == (0o755, 0o600)


def _places(folder: Path) -> None:
    report.of_refusal(folder, "key", LoadRefused("file", "reason"))


def _note(folder: Path) -> None:
    with pytest.raises(LoadRefused), refusals.refusal_note(folder, source_of("oblasts")):
        raise LoadRefused("file", "reason")


@pytest.mark.parametrize("write", [_places, _note])
def test_reports_are_closed(umask, tmp_path, write: Callable[[Path], None]):
    folder = tmp_path / "reports"
    write(folder)
    assert mode(folder) == 0o700 and {mode(file) for file in folder.iterdir()} == {0o600}
    folder.chmod(0o755)
    write(folder)
    assert mode(folder) == 0o700
    (folder / "of somebody else").touch()
    folder.chmod(0o755)
    write(folder)
    assert mode(folder) == 0o755


def test_where_it_belongs_to_another_user_that_is_said(settings, private, monkeypatch):
    stores = Stores.open(settings)
    actions.upgrade(stores)
    open_up(private)

    def refuse(*_arguments: object) -> None:
        raise PermissionError(1, "not permitted", str(private))

    monkeypatch.setattr(private_store, "_close", refuse)
    with pytest.raises(StoreUnavailable, match="belongs to another user"), reading(stores.private):
        pass
