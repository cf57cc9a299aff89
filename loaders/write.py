"""Writing frames into tables, as fast as each database takes them."""

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd
from sqlalchemy import Column, Connection, Date, Integer, Table, delete
from sqlalchemy.exc import DBAPIError

from loaders.store import metadata


def remove_rows(connection: Connection, key: str) -> None:
    """Delete all rows of a source, children first; its loads and its declaration stay."""
    for table in reversed(metadata.sorted_tables):
        if {"source_key", "updated_at"} <= set(table.c.keys()):
            connection.execute(delete(table).where(table.c.source_key == key))


def write_rows(
    connection: Connection, table: Table, frame: pd.DataFrame, provenance: Mapping[str, Any] | None = None
) -> None:
    """Insert the frame's columns that the table has, and the same ``provenance`` in every row."""
    columns = {name: _plain(frame[name], table.c[name].type) for name in frame if name in table.c}
    same = {name: [value] * len(frame) for name, value in (provenance or {}).items()}
    if columns and len(frame):
        _insert(connection, table, columns | same)


def _insert(connection: Connection, table: Table, columns: Mapping[str, list]) -> None:
    rows = zip(*(_bound(connection, table.c[name], values) for name, values in columns.items()), strict=True)
    names = ", ".join(columns)
    if connection.dialect.name == "postgresql":
        _copy(connection, f"COPY {table.name} ({names}) FROM STDIN", rows)
    else:
        places = ", ".join("?" * len(columns))
        connection.exec_driver_sql(f"INSERT INTO {table.name} ({names}) VALUES ({places})", [*rows])


def _copy(connection: Connection, statement: str, rows: Iterable[tuple]) -> None:
    errors = connection.dialect.loaded_dbapi.Error
    try:
        with connection.connection.cursor() as cursor, cursor.copy(statement) as copy:
            for row in rows:
                copy.write_row(row)
    except errors as error:
        # Outside of SQLAlchemy's own calls, its errors must be made by hand.
        raise DBAPIError.instance(statement, None, error, errors, dialect=connection.dialect) from error


def _bound(connection: Connection, column: Column, values: list) -> list:
    """Values as the driver takes them; the columns are converted one by one, not row by row."""
    convert = column.type.dialect_impl(connection.dialect).bind_processor(connection.dialect)
    if convert is None:
        return values
    known = {value: convert(value) for value in set(values)}
    return [known[value] for value in values]


def _plain(values: pd.Series, kind) -> list:
    """A column as plain objects: None for missing, ints, dates without time."""
    present = values.notna().to_numpy()
    if isinstance(kind, Date) and pd.api.types.is_datetime64_any_dtype(values):
        codes, days = pd.factorize(values, use_na_sentinel=True)
        dates = [*days.date, None]
        return [dates[code] for code in codes]
    if isinstance(kind, Integer):
        values = values.astype("Int64")
    objects = values.astype(object)
    return (
        objects.tolist() if present.all() else [v if known else None for v, known in zip(objects, present, strict=True)]
    )
