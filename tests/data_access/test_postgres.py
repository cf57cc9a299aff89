"""The public store on a real PostgreSQL server: copied by rows, and survived."""

import os
import signal
import tempfile
from collections.abc import Iterator

import pgserver
import pytest
from sqlalchemy import create_engine, select, text

from data_access import copying, schema
from data_access.keeper import Keeper
from loaders import commands
from loaders.database import Stores, writing
from loaders.settings import LoaderSettings


def fill(url: str, sample_url: str) -> None:
    """Put the sample's public tables into an empty PostgreSQL database."""
    stores = Stores.open(LoaderSettings.from_environment({"DATABASE_URL": url}))
    commands.upgrade(stores)
    with create_engine(sample_url).connect() as sample, writing(stores.public) as target:
        for table in schema.metadata.sorted_tables:
            target.execute(table.insert(), [dict(row) for row in sample.execute(select(table)).mappings()])


def rows_of(url: str) -> dict[str, list[tuple]]:
    """All rows of all public tables of a SQLite file."""
    with create_engine(url).connect() as connection:
        tables = schema.metadata.sorted_tables
        return {
            table.name: [tuple(row) for row in connection.execute(select(table).order_by(*table.primary_key))]
            for table in tables
        }


def say(url: str, statement: str) -> None:
    """Run one statement on a server."""
    engine = create_engine("postgresql+psycopg://" + url.split("://", 1)[1], isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(statement))
    engine.dispose()


@pytest.fixture(scope="session")
def original(new_postgres, sample_public_url) -> str:
    """A database that holds the sample. Only to be copied."""
    url = new_postgres()
    fill(url, sample_public_url)
    return url


@pytest.fixture
def url(new_postgres, original) -> str:
    """A database of the test's own that holds the sample."""
    return new_postgres(original)


@pytest.fixture
def folder(sample_public_url) -> Iterator[str]:
    """Folder of a filled server of the test's own; its socket lies there and needs a short path."""
    with tempfile.TemporaryDirectory(prefix="pg", dir="/tmp", ignore_cleanup_errors=True) as path:
        fill(start(path).get_uri(), sample_public_url)
        yield path
        start(path).cleanup()


def start(folder: str) -> pgserver.PostgresServer:
    """Start the server of a folder, if it does not run."""
    return pgserver.get_server(folder, cleanup_mode="stop")


def test_a_copy_holds_the_rows_of_the_store(url, sample_public_url):
    keeper = Keeper(url)
    assert keeper.problem is None
    assert rows_of(f"sqlite:///{keeper.held.path}") == rows_of(sample_public_url)


def test_times_do_not_depend_on_the_time_zone_of_the_server(url, sample_public_url):
    say(url, f"ALTER DATABASE {url.rpartition('?')[0].rpartition('/')[2]} SET timezone = 'Asia/Bishkek'")
    keeper = Keeper(url)
    assert rows_of(f"sqlite:///{keeper.held.path}") == rows_of(sample_public_url)
    assert keeper.held.version == copying.version_of(sample_public_url)


def test_a_new_version_is_taken_into_use(url):
    keeper = Keeper(url)
    say(url, "UPDATE mining_public.publication SET version = 2")
    keeper.refresh()
    assert keeper.held.version.startswith("2-")


@pytest.mark.parametrize(
    ("statement", "reason"),
    [
        ("DROP SCHEMA mining_public CASCADE", "empty"),
        ("DELETE FROM mining_public.publication", "empty"),
        ("ALTER TABLE mining_public.publication DROP COLUMN published_at", "unreadable"),
        ("ALTER TABLE mining_public.publication ALTER published_at TYPE text", "unreadable"),
    ],
)
def test_a_broken_store_is_refused_with_its_reason(url, statement, reason):
    before = Keeper(url).held
    say(url, statement)
    keeper = Keeper(url)
    assert (keeper.held, keeper.problem) == (before, reason)


@pytest.mark.parametrize("table", ["statistic", "incident"])
def test_a_table_less_is_no_new_version(url, table):
    keeper = Keeper(url)
    before = keeper.held
    say(url, "UPDATE mining_public.publication SET version = 2")
    say(url, f"DROP TABLE mining_public.{table} CASCADE")
    keeper.refresh()
    assert keeper.held == before
    assert keeper.problem in ("empty", "unreadable")


def test_nothing_listens(tmp_path):
    keeper = Keeper(f"postgresql://nobody@/none?host={tmp_path}")
    assert (keeper.held, keeper.problem) == (None, "unreachable")


def test_no_such_database(postgres_url):
    assert Keeper(postgres_url.replace("/postgres?", "/nowhere?")).problem == "unreachable"


def test_the_copy_cannot_write_to_the_store(url):
    with copying._engine(url).connect() as connection, pytest.raises(Exception, match="read-only"):
        connection.execute(schema.publication.delete())


def test_a_frozen_server_is_survived(folder, monkeypatch):
    monkeypatch.setattr(copying, "CONNECT_SECONDS", 2)
    keeper, process = Keeper(start(folder).get_uri()), start(folder).get_pid()
    held = keeper.held
    os.kill(process, signal.SIGSTOP)
    keeper.refresh()
    os.kill(process, signal.SIGCONT)
    assert (keeper.held, keeper.problem) == (held, "unreachable")
    keeper.refresh()
    assert (keeper.held, keeper.problem) == (held, None)


def test_a_stopped_server_is_survived_by_a_restart_too(folder):
    url = start(folder).get_uri()
    held = Keeper(url).held
    start(folder).cleanup()
    keeper = Keeper(url)
    assert (keeper.held, keeper.problem) == (held, "unreachable")
    start(folder)
    keeper.refresh()
    assert (keeper.held, keeper.problem) == (held, None)
