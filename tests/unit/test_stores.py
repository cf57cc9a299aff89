"""The tables that revisions make are the tables that the code declares, with every column explained."""

import re
from collections.abc import Callable, Iterator

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, inspect, text

from data_access.store.settings import CHECKOUT
from data_access.vocabulary import schema
from loaders import migrations, store
from loaders.__main__ import loaders
from loaders.commands import actions
from loaders.store.database import Stores, StoreUnavailable, reading, write_transaction
from loaders.store.settings import LoaderSettings
from tests.loaders.command_line import run_here

# Of each command what must be typed with it.
COMMANDS: dict[str, tuple[str, ...]] = {
    "upgrade": (),
    "load": ("revenue", "revenue.csv", "--source", "example_revenue"),
    "release-due": (),
    "refresh": (),
    "undo": ("1",),
    "status": (),
    "release": (),
    "takedown": ("i-1", "--reason", "safety", "--by", "A.B."),
    "freeze": (),
    "write-editions": ("editions",),
    "read-editions": (__file__,),
    "publish": (),
    "bundle": (),
    "example": (),
    "describe": (__file__,),
    "template": ("plans", "empty.csv"),
    "codes": (),
}
OLDER, NEWER = ("0012", "docs/older-stores.md"), ("9999", "of a newer version of this program: use that one")
both_trees = pytest.mark.parametrize("tree", ["private", "public"])


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def new_url(request, tmp_path_factory) -> Callable[[], str]:
    """Makes addresses of stores that are not there yet."""

    def make() -> str:
        if request.param == "postgresql":
            return request.getfixturevalue("new_postgres")()
        return f"sqlite:///{tmp_path_factory.mktemp('stores')}/public.sqlite"

    return make


@pytest.fixture(scope="module")
def empty(new_url) -> Callable[[], Stores]:
    """Opens two stores without tables."""
    return lambda: open_stores(new_url())


@pytest.fixture(scope="module")
def url(new_url) -> str:
    """Address of two stores with tables."""
    url = new_url()
    actions.upgrade(open_stores(url))
    return url


@pytest.fixture(scope="module")
def stores(url) -> Stores:
    """The two."""
    return open_stores(url)


def open_stores(url: str) -> Stores:
    return Stores.open(LoaderSettings.from_environment({"DATABASE_URL": url}))


@both_trees
def test_migrations_make_what_the_code_declares(stores, tree):
    with reading(getattr(stores, tree)) as connection:
        assert compare_metadata(MigrationContext.configure(connection), migrations.target(tree)) == []


def test_an_upgrade_can_be_repeated(stores):
    actions.upgrade(stores)
    migrations.require_current(stores)


def test_an_empty_store_asks_for_an_upgrade(empty):
    with pytest.raises(StoreUnavailable, match="python -m loaders upgrade"):
        migrations.require_current(empty())


@both_trees
def test_the_next_revision_is_written_from_what_is_declared(empty, next_revision, tree):
    stores = empty()
    migrations.upgrade(stores)
    metadata = next_revision(tree)
    with pytest.raises(StoreUnavailable, match="python -m loaders upgrade"):
        migrations.require_current(stores)
    migrations.upgrade(stores)
    migrations.require_current(stores)
    with reading(getattr(stores, tree)) as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_stores_of_the_last_revisions_of_before_have_the_first_one():
    """Whoever numbers these anew locks out all stores that there are."""
    assert [migrations._revisions(tree)[-1] for tree in ("private", "public")] == ["0019", "0020"]


@pytest.fixture(params=[("private", *OLDER), ("public", *OLDER), ("public", *NEWER)], ids=str)
def unknown_revision(request, stores) -> Iterator[str]:
    """Gives a store a revision that nobody knows, and what must be said of it."""
    tree, revision, hint = request.param
    with write_transaction(getattr(stores, tree)) as connection:
        earlier = connection.scalar(text("SELECT version_num FROM alembic_version"))
        number(connection, revision)
    yield f"error: the {tree} store has tables of revision {revision}, .*{hint}.*\n"
    with write_transaction(getattr(stores, tree)) as connection:
        # It was not touched.
        assert connection.scalar(text("SELECT version_num FROM alembic_version")) == revision
        number(connection, earlier)


def number(connection: Connection, revision: str) -> None:
    connection.execute(text("UPDATE alembic_version SET version_num = :revision"), {"revision": revision})


def test_every_command_says_in_one_line_what_to_do_with_other_tables(url, unknown_revision):
    assert COMMANDS.keys() == loaders.commands.keys()
    for command, arguments in COMMANDS.items():
        result = run_here(command, *arguments, DATABASE_URL=url)
        assert (result.returncode, result.stdout) == (1, ""), command
        assert re.fullmatch(unknown_revision, result.stderr), command


def test_where_one_store_is_of_another_version_neither_is_touched(empty, next_revision):
    stores = empty()
    migrations.upgrade(stores)
    with write_transaction(stores.public) as connection:
        number(connection, OLDER[0])
    next_revision("private")
    with pytest.raises(StoreUnavailable, match="the public store"):
        migrations.upgrade(stores)
    assert "tried" not in {column["name"] for column in inspect(stores.private).get_columns("source")}


def test_what_is_said_of_older_tables_can_be_read():
    assert (CHECKOUT / OLDER[1]).is_file()


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
