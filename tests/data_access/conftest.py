"""A store of a few rows, and a folder of its own for local copies."""

from pathlib import Path

import pytest

from data_access import shelf
from tests.data_access.small_stores import publish


@pytest.fixture(autouse=True)
def copies(tmp_path, monkeypatch) -> Path:
    """Where local copies lie."""
    folder = tmp_path / "copies"
    folder.mkdir()
    monkeypatch.setattr(shelf, "gettempdir", lambda: str(folder))
    return folder


@pytest.fixture
def store(tmp_path) -> Path:
    """The file of a store that holds version 1."""
    path = tmp_path / "public.sqlite"
    publish(path, 1)
    return path
