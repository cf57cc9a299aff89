"""The tables that migrations make are the tables that the code declares, with every column explained."""

from collections.abc import Callable

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import inspect

from data_access import schema
from loaders import commands, migrations, store
from loaders.database import Stores, StoreUnavailable, reading
from loaders.settings import LoaderSettings


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def empty(request, tmp_path_factory) -> Callable[[], Stores]:
    """Opens two stores without tables."""

    def opened() -> Stores:
        url = f"sqlite:///{tmp_path_factory.mktemp('stores')}/public.sqlite"
        if request.param == "postgresql":
            url = request.getfixturevalue("new_postgres")()
        return Stores.open(LoaderSettings.from_environment({"DATABASE_URL": url}))

    return opened


@pytest.fixture(scope="module")
def stores(empty) -> Stores:
    """Two stores with tables."""
    stores = empty()
    commands.upgrade(stores)
    return stores


@pytest.mark.parametrize("tree", ["private", "public"])
def test_migrations_make_what_the_code_declares(stores, tree):
    with reading(getattr(stores, tree)) as connection:
        assert compare_metadata(MigrationContext.configure(connection), migrations.target(tree)) == []


def test_an_upgrade_can_be_repeated(stores):
    commands.upgrade(stores)
    migrations.require_current(stores)


def test_an_old_or_empty_store_asks_for_an_upgrade(empty):
    with pytest.raises(StoreUnavailable, match="python -m loaders upgrade"):
        migrations.require_current(empty())


def test_the_two_stores_do_not_share_tables(stores):
    assert "grievance" not in inspect(stores.public).get_table_names()
    assert "grievance_year" not in inspect(stores.private).get_table_names()


@pytest.mark.parametrize("metadata", [store.metadata, schema.metadata], ids=["private", "public"])
def test_every_table_and_column_says_what_it_is(metadata):
    silent = [str(item) for table in metadata.tables.values() for item in (table, *table.c) if not item.comment]
    assert silent == []


def test_every_private_row_knows_its_source_and_load():
    own_lists = {
        "source",
        "load_run",
        "kept_rows",
        "load_check",
        "publication",
        "revenue_stream",
        "issue",
        "incident_decision",
        "decided_count",
        "posted_event",
    }
    for name, table in store.metadata.tables.items():
        assert name in own_lists or {"source_key", "run_id", "updated_at"} <= set(table.c.keys()), name


def test_no_table_has_room_for_a_person():
    personal = ("name_of", "person", "phone", "email", "address", "text", "photo", "passport", "inn")
    columns = [
        str(column) for name in ("grievance", "grievance_status_history") for column in store.metadata.tables[name].c
    ]
    assert not [column for column in columns if any(word in column.partition(".")[2] for word in personal)]
