"""Public stores on real PostgreSQL servers."""

import pgserver
from sqlalchemy import create_engine, select, text

from data_access.vocabulary import schema
from loaders.commands import actions
from loaders.store.database import Stores, write_transaction
from loaders.store.settings import LoaderSettings


def fill(url: str, store_url: str) -> None:
    """Put the public tables of a SQLite store into an empty PostgreSQL database."""
    stores = Stores.open(LoaderSettings.from_environment({"DATABASE_URL": url}))
    actions.upgrade(stores)
    with create_engine(store_url).connect() as store, write_transaction(stores.public) as target:
        for table in schema.of_publication():
            rows = [dict(row) for row in store.execute(select(table)).mappings()]
            if rows:
                target.execute(table.insert(), rows)


def say(url: str, statement: str) -> None:
    """Run one statement on a server."""
    engine = create_engine("postgresql+psycopg://" + url.split("://", 1)[1], isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(statement))
    engine.dispose()


def start(folder: str) -> pgserver.PostgresServer:
    """Start the server of a folder, if it does not run."""
    return pgserver.get_server(folder, cleanup_mode="stop")
