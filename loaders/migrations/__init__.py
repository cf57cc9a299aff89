"""The two migration trees, private and public, and how they are run."""

from functools import cache
from pathlib import Path

from alembic import command, context
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, Engine, MetaData, NullPool, create_engine, inspect

import data_access.schema
import loaders.store
from loaders.database import (
    PRIVATE_SCHEMA,
    PUBLIC_SCHEMA,
    Stores,
    StoreUnavailable,
    create_private,
    create_public,
    reading,
    writing,
)


class TablesUnknown(Exception):
    """A file has tables of a revision that this code does not know; newer code may have made it."""


def upgrade(stores: Stores) -> None:
    """Create or migrate both stores, each in one transaction. Raises StoreUnavailable."""
    create_public(stores.public)  # before the private one, which closes a folder where nothing else lies
    create_private(stores.private)
    _upgrade(stores.private, "private", PRIVATE_SCHEMA)
    _upgrade(stores.public, "public", PUBLIC_SCHEMA)


def require_current(stores: Stores) -> None:
    """Raise StoreUnavailable, saying what to do, unless both stores have the newest tables."""
    for engine, tree in ((stores.private, "private"), (stores.public, "public")):
        with reading(engine) as connection:
            if MigrationContext.configure(connection).get_current_revision() != newest(tree):
                raise StoreUnavailable(f"the {tree} store is empty or old: run `python -m loaders upgrade` first")


@cache
def newest(tree: str) -> str:
    """The newest revision of the tables of a tree, ``private`` or ``public``."""
    return ScriptDirectory.from_config(_config(tree)).get_current_head()


def stamp(file: Path) -> None:
    """Note in a SQLite file that has the newest public tables that it has them."""
    script = ScriptDirectory.from_config(_config("public"))
    with _engine_of(file).begin() as connection:
        MigrationContext.configure(connection).stamp(script, script.get_current_head())


def upgrade_file(file: Path) -> bool:
    """Bring a SQLite file with older public tables up to date, and tell whether it was older. Raises TablesUnknown."""
    with _engine_of(file).begin() as connection:
        if MigrationContext.configure(connection).get_current_revision() == newest("public"):
            return False
        try:
            _run(connection, "public")
        except CommandError as error:
            raise TablesUnknown(str(error)) from error
    return True


def run_revisions(tree: str) -> None:
    """Body of each tree's env.py, which Alembic executes."""
    context.configure(connection=context.config.attributes["connection"], target_metadata=target(tree))
    context.run_migrations()


def target(tree: str) -> MetaData:
    """The tables that the newest revision of a tree must make."""
    return {"private": loaders.store.metadata, "public": data_access.schema.metadata}[tree]


def _upgrade(engine: Engine, tree: str, schema: str) -> None:
    with writing(engine) as connection:
        # A role that may not create schemas may not even ask for one that is there: roles.sql makes both.
        if engine.dialect.name == "postgresql" and not inspect(connection).has_schema(schema):
            connection.exec_driver_sql(f"CREATE SCHEMA {schema}")
        _run(connection, tree)


def _run(connection: Connection, tree: str) -> None:
    config = _config(tree)
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _engine_of(file: Path) -> Engine:
    return create_engine(f"sqlite:///{file}", poolclass=NullPool)


def _config(tree: str) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / tree))
    config.set_main_option("path_separator", "os")
    return config
