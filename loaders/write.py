"""Writing frames into tables."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
from sqlalchemy import Connection, Date, Integer, Table, delete, insert


def replace_rows(connection: Connection, tidy: Mapping[Table, pd.DataFrame], provenance: Mapping[str, Any]) -> None:
    """Put these rows in the place of all rows of the same source; tables stand parents first."""
    for table in reversed(tidy):
        connection.execute(delete(table).where(table.c.source_key == provenance["source_key"]))
    for table, frame in tidy.items():
        write_rows(connection, table, frame.assign(**provenance))


def write_rows(connection: Connection, table: Table, frame: pd.DataFrame) -> None:
    """Insert the frame's columns that the table has."""
    rows = records(frame[[name for name in frame if name in table.c]], table)
    if rows:
        connection.execute(insert(table), rows)


def records(frame: pd.DataFrame, table: Table) -> list[dict[str, Any]]:
    """Rows as the database driver wants them: None for missing, plain ints, dates without time."""
    columns = {name: _plain(frame[name], table.c[name].type) for name in frame}
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def _plain(values: pd.Series, kind) -> list:
    present = values.notna().to_numpy()
    if isinstance(kind, Date) and pd.api.types.is_datetime64_any_dtype(values):
        values = values.dt.date
    elif isinstance(kind, Integer):
        values = values.astype("Int64")
    return [value if known else None for value, known in zip(values.astype(object), present, strict=True)]
