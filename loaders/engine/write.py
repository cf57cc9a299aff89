"""Writing frames into tables, as fast as each database takes them."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

import numpy as np
import pandas as pd
from sqlalchemy import Column, Connection, Date, Integer, Table, delete, literal
from sqlalchemy.exc import DBAPIError

from loaders.gate.per_distinct_value import to_categories
from loaders.store import metadata


def remove_rows(connection: Connection, key: str) -> None:
    """Delete all rows of a source, children first; its loads and its declaration stay."""
    for table in reversed(metadata.sorted_tables):
        if {"source_key", "updated_at"} <= set(table.c.keys()):
            connection.execute(delete(table).where(table.c.source_key == key))


def write_rows(
    connection: Connection, table: Table, frame: pd.DataFrame, provenance: Mapping[str, Any] = MappingProxyType({})
) -> None:
    """Insert the frame's columns that the table has, and the same ``provenance`` in every row."""
    own = [name for name in frame if name in table.c and name not in provenance]
    if not own or frame.empty:
        return
    names = ", ".join([*own, *provenance])
    rows = zip(*(_cells(connection, table.c[name], frame[name]) for name in own), strict=True)
    if connection.dialect.name == "postgresql":
        same = tuple(provenance.values())
        _copy(connection, f"COPY {table.name} ({names}) FROM STDIN", (row + same for row in rows))
    else:
        # What is the same in every row stands in the statement: each cell that is bound takes its time.
        same = [_literal(connection, table.c[name], value) for name, value in provenance.items()]
        places = ", ".join([*"?" * len(own), *same])
        connection.exec_driver_sql(f"INSERT INTO {table.name} ({names}) VALUES ({places})", [*rows])


def _literal(connection: Connection, column: Column, value: Any) -> str:
    return str(literal(value, column.type).compile(connection, compile_kwargs={"literal_binds": True}))


def _copy(connection: Connection, statement: str, rows: Iterable[tuple]) -> None:
    errors = connection.dialect.loaded_dbapi.Error
    try:
        with connection.connection.cursor() as cursor, cursor.copy(statement) as copy:  # type: ignore[attr-defined]
            for row in rows:
                copy.write_row(row)
    except errors as error:
        # Outside of SQLAlchemy's own calls, its errors must be made by hand.
        raise DBAPIError.instance(statement, None, error, errors, dialect=connection.dialect) from error


def _cells(connection: Connection, column: Column, values: pd.Series) -> list:
    """A column as the driver takes it, None for missing; each distinct value is converted once."""
    categories = to_categories(values)
    convert = column.type.dialect_impl(connection.dialect).bind_processor(connection.dialect) or (lambda value: value)
    # The code of missing values, -1, takes the last one.
    converted_cells = np.array([*map(convert, _plain(categories.categories, column.type)), None], dtype=object)
    return converted_cells[categories.codes].tolist()


def _plain(values: pd.Index, kind) -> list:
    """Plain objects: ints, dates without time."""
    if isinstance(kind, Date) and pd.api.types.is_datetime64_any_dtype(values):
        return values.date.tolist()  # type: ignore[attr-defined]
    return (values.astype("Int64") if isinstance(kind, Integer) else values).tolist()
