"""The web says at its start when its user can read what only the loaders may."""

from pathlib import Path

import pytest

from data_access.store.private_store import warning

PUBLIC = "postgresql://mining_web@host/mining_public"


@pytest.fixture
def store(tmp_path) -> Path:
    """A public store."""
    (tmp_path / "private").mkdir()
    return tmp_path / "public.sqlite"


@pytest.mark.parametrize("name", ["private/private.sqlite", "private.sqlite"])
def test_a_store_that_can_be_read_is_told_in_one_line(store, name):
    environ = {"DATABASE_URL": f"sqlite:///{store}"}
    assert warning(environ) is None
    (store.parent / name).touch()
    message = warning(environ)
    assert str(store.parent / name) in message and "another user" in message and "\n" not in message


def test_a_store_elsewhere_is_told_too(store):
    environ = {"DATABASE_URL": f"sqlite:///{store}", "RAW_DATABASE_URL": f"sqlite:///{store.parent}/raw.sqlite"}
    assert warning(environ) is None
    (store.parent / "raw.sqlite").touch()
    assert "raw.sqlite" in warning(environ)


def test_an_address_of_the_private_store_is_told_without_its_password():
    assert warning({"DATABASE_URL": PUBLIC}) is None
    message = warning(
        {"DATABASE_URL": PUBLIC, "RAW_DATABASE_URL": "postgresql://mining_loader:secret@host/mining_private"}
    )
    assert "RAW_DATABASE_URL" in message and "secret" not in message
