"""Fixtures that several packages of tests share: a real PostgreSQL server, and the loaded example."""

import gc
import shutil
import tempfile
from collections.abc import Callable, Iterator
from functools import cache
from itertools import count
from pathlib import Path

import pgserver
import pytest
from filelock import FileLock
from sqlalchemy import Column, Integer, MetaData, create_engine, text

from dashboard.text import words
from data_access.store.replica_watcher import ReplicaWatcher
from loaders import migrations
from loaders.commands import bundles
from loaders.store.database import Stores
from loaders.store.settings import LoaderSettings
from tests.support import example_store

pytest_plugins = ["tests.support.part_times"]

# No test pulls the plug: nothing has to wait for the disk.
QUICK = ("fsync = off", "synchronous_commit = off", "full_page_writes = off")
WATCH = ReplicaWatcher.watch
MadeOnce = Callable[[str, Callable[[Path], object]], Path]


def pytest_configure() -> None:
    """Applications and tests of one process share the catalogues, which nobody changes; modules ask while collected."""
    words._read = cache(words._read)


def pytest_collection_finish() -> None:
    """What is collected stays to the end, and little of what tests make hangs in circles: both are looked at less."""
    gc.freeze()
    gc.set_threshold(100_000, 20, 100)


@pytest.fixture(autouse=True, scope="session")
def _nobody_watches() -> Iterator[None]:
    """Stores are asked again only where a test says so: a watcher goes on beside all later tests of its process."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ReplicaWatcher, "watch", lambda *_: None)
        yield


@pytest.fixture
def open_watcher(monkeypatch) -> None:
    """Stores are watched, as they are in operation."""
    monkeypatch.setattr(ReplicaWatcher, "watch", WATCH)


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """Address of a PostgreSQL server of its own, started from a wheel. As root it runs under another account."""
    # A short folder: the server's socket lies in it, and socket paths are limited to about a hundred characters.
    with tempfile.TemporaryDirectory(prefix="pg", ignore_cleanup_errors=True) as folder:
        server = pgserver.get_server(folder, cleanup_mode="stop")
        for setting in QUICK:
            server.psql(f"ALTER SYSTEM SET {setting}")
        server.psql("SELECT pg_reload_conf()")
        yield server.get_uri()
        server.cleanup()


@pytest.fixture(scope="session")
def new_postgres(postgres_url) -> Callable[[str], str]:
    """Makes a database, empty or a copy of the one at the given address, and returns its address."""
    numbers = count()
    url = postgres_url.replace("postgresql://", "postgresql+psycopg://")
    engine = create_engine(url, isolation_level="AUTOCOMMIT")

    def make(original: str = "/template1?") -> str:
        name = f"test_{next(numbers)}"
        template = original.rpartition("?")[0].rpartition("/")[2]
        with engine.connect() as connection:
            connection.execute(text(f"CREATE DATABASE {name} TEMPLATE {template}"))
        return postgres_url.replace("/postgres?", f"/{name}?")

    return make


@pytest.fixture
def next_revision(tmp_path, monkeypatch) -> Iterator[Callable[[str], MetaData]]:
    """Declares one more column in a table of sources, and writes the next revision of its tree; gives its metadata."""

    def write(tree: str) -> MetaData:
        shutil.copytree(migrations.TREES, tmp_path / "trees")
        declarations = migrations.target(tree)
        metadata = MetaData(naming_convention=declarations.naming_convention)
        for table in declarations.sorted_tables:
            table.to_metadata(metadata)
        metadata.tables["source"].append_column(Column("tried", Integer, comment="A column of a test"))
        monkeypatch.setattr(migrations, "TREES", tmp_path / "trees")
        monkeypatch.setattr(migrations, "target", {tree: metadata}.get)
        migrations.write_next(tree, "Tried")
        migrations._revisions.cache_clear()
        return metadata

    yield write
    migrations._revisions.cache_clear()


@pytest.fixture(scope="session")
def made_once(tmp_path_factory, request) -> MadeOnce:
    """Folders that all workers of one run share: the first one to ask for a name fills the folder, the others wait."""
    is_worker = hasattr(request.config, "workerinput")
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if is_worker else base

    def make_once(name: str, fill: Callable[[Path], object]) -> Path:
        folder = shared / name
        with FileLock(f"{folder}.lock"):
            mark = folder / "filled"
            if not mark.exists():
                folder.mkdir(exist_ok=True)
                fill(folder)
                mark.touch()
        return folder

    return make_once


@pytest.fixture(scope="session")
def example_settings(made_once) -> LoaderSettings:
    """Two SQLite stores with the example of tests. Do not write to them."""

    def fill(folder: Path) -> None:
        example_store.make_store(folder, LoaderSettings.small_cell_limit)

    return example_store.in_folder(made_once("example", fill))


@pytest.fixture(scope="session")
def bundle_settings(made_once) -> LoaderSettings:
    """Two SQLite stores that ``python -m loaders bundle`` has filled: real figures, and the example beside them.

    Do not write to them.
    """

    def fill(folder: Path) -> None:
        stores = Stores.open(example_store.in_folder(folder))
        bundles.fill(stores, LoaderSettings.small_cell_limit, lambda _line: None)

    return example_store.in_folder(made_once("bundle", fill))


@pytest.fixture(scope="session")
def example_public_url(example_settings) -> str:
    """Address of the public one."""
    return example_settings.public_url
