"""A store of a few rows, and a folder of its own for local copies."""

import shutil
from pathlib import Path

import pytest

from data_access.store import cache_dir, replication
from tests.data_access.small_stores import publish


@pytest.fixture(autouse=True)
def copies(tmp_path, monkeypatch) -> Path:
    """Where local copies lie."""
    folder = tmp_path / "copies"
    folder.mkdir()
    monkeypatch.setattr(cache_dir, "gettempdir", lambda: str(folder))
    return folder


@pytest.fixture
def store(tmp_path, small_url) -> Path:
    """The file of a store of the test's own that holds version 1."""
    return shutil.copy(small_url.removeprefix("sqlite:///"), tmp_path / "public.sqlite")


@pytest.fixture
def url(store) -> str:
    """Address of the store."""
    return f"sqlite:///{store}"


@pytest.fixture
def copied_urls(monkeypatch) -> list[str]:
    """The stores that were copied during a test."""
    urls, copy_store = [], replication.copy_store
    monkeypatch.setattr(replication, "copy_store", lambda url, target: (urls.append(url), copy_store(url, target))[1])
    return urls


@pytest.fixture(scope="session")
def small_url(tmp_path_factory) -> str:
    """Address of a SQLite store that holds version 1 of a few rows. Only to be read."""
    path = tmp_path_factory.mktemp("small") / "public.sqlite"
    publish(path, 1)
    return f"sqlite:///{path}"
