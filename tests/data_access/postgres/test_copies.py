"""The public store on a real PostgreSQL server is copied by rows."""

import pytest
from sqlalchemy import create_engine, select

from data_access.store import replication
from data_access.store.replica_watcher import ReplicaWatcher
from data_access.vocabulary import schema
from tests.data_access.postgres.servers import say


def rows_of(url: str) -> dict[str, list[tuple]]:
    """All rows of all public tables of a SQLite file."""
    with create_engine(url).connect() as connection:
        tables = schema.metadata.sorted_tables
        return {
            table.name: [tuple(row) for row in connection.execute(select(table).order_by(*table.primary_key))]
            for table in tables
        }


def test_a_copy_holds_the_rows_of_the_store(postgres, example_public_url):
    keeper = ReplicaWatcher(postgres)
    assert keeper.problem is None
    assert rows_of(f"sqlite:///{keeper.replica.path}") == rows_of(example_public_url)


def test_times_do_not_depend_on_the_time_zone_of_the_server(postgres, example_public_url):
    say(postgres, f"ALTER DATABASE {postgres.rpartition('?')[0].rpartition('/')[2]} SET timezone = 'Asia/Bishkek'")
    keeper = ReplicaWatcher(postgres)
    assert rows_of(f"sqlite:///{keeper.replica.path}") == rows_of(example_public_url)
    assert keeper.replica.version == replication.version_of(example_public_url)


def test_a_new_version_is_taken_into_use(small_postgres):
    keeper = ReplicaWatcher(small_postgres)
    say(small_postgres, "UPDATE mining_public.publication SET version = 2")
    keeper.refresh()
    assert keeper.replica.version.startswith("2-")


def test_the_copy_cannot_write_to_the_store(small_postgres):
    with replication._engine(small_postgres).connect() as connection, pytest.raises(Exception, match="read-only"):
        connection.execute(schema.publication.delete())
