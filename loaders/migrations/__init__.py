"""The two trees of revisions, private and public, and how they are run.

Each begins with one revision that makes all tables. Stores of before are not brought up to date any more; whoever has
one is told so, and docs/older-stores.md says what to do.
"""

from functools import cache
from pathlib import Path

from alembic import command, context
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, MetaData, NullPool, create_engine, inspect

import data_access.vocabulary.schema
import loaders.store
from data_access.store.settings import PRIVATE_SCHEMA, PUBLIC_SCHEMA
from loaders.store.database import Stores, StoreUnavailable, create_private, create_public, reading, write_transaction

TREES = Path(__file__).parent
# What is said of tables of a revision that this code does not have.
OLDER = "older than this program can bring up to date: docs/older-stores.md says how to do it without losing anything"
NEWER = "those of a newer version of this program: use that one"


class TablesUnknown(Exception):
    """Tables are of a revision that this code does not have; the message says of which, and what to do."""


def upgrade(stores: Stores) -> None:
    """Create or migrate both stores, each in one transaction; neither if one is unknown. Raises StoreUnavailable."""
    create_public(stores.public)  # before the private one, which closes a folder where nothing else lies
    create_private(stores.private)
    for engine, tree in _trees(stores):
        _revision_of(engine, tree)
    _upgrade(stores.private, "private", PRIVATE_SCHEMA)
    _upgrade(stores.public, "public", PUBLIC_SCHEMA)


def require_current(stores: Stores) -> None:
    """Raise StoreUnavailable, saying what to do, unless both stores have the newest tables."""
    for engine, tree in _trees(stores):
        if _revision_of(engine, tree) != newest(tree):
            raise StoreUnavailable(f"the {tree} store is empty or old: run `python -m loaders upgrade` first")


def newest(tree: str) -> str:
    """The newest revision of the tables of a tree, ``private`` or ``public``."""
    return _revisions(tree)[0]


def stamp(file: Path) -> None:
    """Note in a SQLite file that has the newest public tables that it has them."""
    script = ScriptDirectory.from_config(_config("public"))
    with _engine_of(file).begin() as connection:
        MigrationContext.configure(connection).stamp(script, newest("public"))


def upgrade_file(file: Path) -> bool:
    """Bring a SQLite file with older public tables up to date, and tell whether it was older. Raises TablesUnknown."""
    with _engine_of(file).begin() as connection:
        if _known_revision(connection, "public") == newest("public"):
            return False
        _run(connection, "public")
    return True


def write_next(tree: str, title: str) -> None:
    """Write the revision that makes what the code declares of what there is, for somebody to look at and mend."""
    with create_engine("sqlite://").begin() as connection:
        config = _run(connection, tree)
        command.revision(config, title, autogenerate=True, rev_id=f"{int(newest(tree)) + 1:04}")


def run_revisions(tree: str) -> None:
    """Body of each tree's env.py, which Alembic executes."""
    context.configure(connection=context.config.attributes["connection"], target_metadata=target(tree))
    context.run_migrations()


def target(tree: str) -> MetaData:
    """The tables that the newest revision of a tree must make."""
    return {"private": loaders.store.metadata, "public": data_access.vocabulary.schema.metadata}[tree]


def _trees(stores: Stores) -> tuple[tuple[Engine, str], ...]:
    return (stores.private, "private"), (stores.public, "public")


def _revision_of(engine: Engine, tree: str) -> str | None:
    """The revision of a store, None of an empty one. Raises StoreUnavailable where this code does not have it."""
    with reading(engine) as connection:
        try:
            return _known_revision(connection, tree)
        except TablesUnknown as unknown:
            raise StoreUnavailable(f"the {tree} store has {unknown}") from unknown


def _known_revision(connection: Connection, tree: str) -> str | None:
    revision = MigrationContext.configure(connection).get_current_revision()
    known = _revisions(tree)
    if revision is not None and revision not in known:
        # Revisions are numbered; those of each tree that are gone came before its first one.
        raise TablesUnknown(f"tables of revision {revision}, {OLDER if revision < known[-1] else NEWER}")
    return revision


@cache
def _revisions(tree: str) -> list[str]:
    """The newest one first."""
    return [script.revision for script in ScriptDirectory.from_config(_config(tree)).walk_revisions()]


def _upgrade(engine: Engine, tree: str, schema: str) -> None:
    with write_transaction(engine) as connection:
        # A role that may not create schemas may not even ask for one that is there: roles.sql makes both.
        if engine.dialect.name == "postgresql" and not inspect(connection).has_schema(schema):
            connection.exec_driver_sql(f"CREATE SCHEMA {schema}")
        _run(connection, tree)


def _run(connection: Connection, tree: str) -> Config:
    config = _config(tree)
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    return config


def _engine_of(file: Path) -> Engine:
    return create_engine(f"sqlite:///{file}", poolclass=NullPool)


def _config(tree: str) -> Config:
    config = Config()
    config.set_main_option("script_location", str(TREES / tree))
    config.set_main_option("path_separator", "os")
    return config
