"""A store in which every text and every day that may be missing is missing once: the example with its rows changed."""

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Date, String, Table

from data_access.vocabulary import schema

# Of these and a year, one must be there; the example has holes in both.
ONE_OF_THEM = {("site_operator", "valid_from"), ("site_operator", "valid_to")}


def make_store(example_public_url: str, folder: Path) -> str:
    """Address of the public store. The example's stays as it is."""
    path = folder / "public.sqlite"
    with closing(sqlite3.connect(path)) as store:
        with closing(sqlite3.connect(example_public_url.removeprefix("sqlite:///"))) as example:
            example.backup(store)
        for table in schema.of_publication():
            for number, column in enumerate(holed(table)):
                store.execute(_empty(table, column), (number,))
        store.commit()
    return f"sqlite:///{path}"


def holed(table: Table) -> list[str]:
    """The columns of texts and days that may be empty."""
    texts_and_days = (one.name for one in table.c if one.nullable and isinstance(one.type, (String, Date)))
    return [name for name in texts_and_days if (table.name, name) not in ONE_OF_THEM]


def _empty(table: Table, column: str) -> str:
    """Each column loses what stands in another row, so that no row loses all; the others keep theirs."""
    row = f"SELECT rowid FROM {table.name} WHERE {column} IS NOT NULL ORDER BY rowid LIMIT 1 OFFSET ?"
    return f"UPDATE {table.name} SET {column} = NULL WHERE rowid = ({row})"
