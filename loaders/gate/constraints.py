"""Why a database did not take rows, in words: nobody should have to read what it says itself."""

import re
from collections.abc import Hashable, Iterator, Mapping
from typing import Any

import pandas as pd
from sqlalchemy import Connection, Table, UniqueConstraint, select
from sqlalchemy.exc import DBAPIError

from loaders.gate.checks import LoadRefused

FAILED_CONSTRAINT = re.compile(r"(?P<kind>UNIQUE|NOT NULL) constraint failed: (?P<columns>.+)")
# What PostgreSQL calls the same.
UNIQUE, NOT_NULL, REFERENCE = "23505", "23502", "23503"
TWICE = "occurs twice"
DOES_NOT_FIT = "does not fit what other sources have loaded"


def in_words(error: DBAPIError) -> str:
    """What was wrong with the rows, as far as the database says it."""
    if match := FAILED_CONSTRAINT.search(str(error.orig)):
        tables, columns = zip(*(name.split(".") for name in match["columns"].split(", ")), strict=True)
        return _fault_text(match["kind"], tables[0], " and ".join(columns))
    diagnosis = getattr(error.orig, "diag", None)
    kinds = {UNIQUE: "UNIQUE", NOT_NULL: "NOT NULL", REFERENCE: "REFERENCE"}
    kind = kinds.get(getattr(error.orig, "sqlstate", None) or "", "OTHER")
    if diagnosis is not None and diagnosis.table_name:
        key = re.search(r"Key \((.+?)\)=", diagnosis.message_detail or "")
        return _fault_text(kind, diagnosis.table_name, diagnosis.column_name or (key[1] if key else "a column"))
    if isinstance(error.orig, ValueError):
        return str(error.orig)
    return "a value is too long, too large or of another kind than its column"


def duplicate_refusal(
    connection: Connection, table: Table, frame: pd.DataFrame, file: str, key: str
) -> LoadRefused | None:
    """The refusal of rows that a table has already, with the first of them; None where there are none.

    ``key`` is their source. ``frame`` has the rows as they were to be written, indexed by row of the file.
    """
    for columns in _unique(table):
        if set(columns) <= set(frame):
            new_rows = frame[columns].dropna().astype(str)
            query = select(*(table.c[name] for name in columns), table.c.source_key, table.c.run_id)
            old_rows = pd.read_sql(query, connection).astype(dict.fromkeys(columns, str))
            duplicates = new_rows.assign(row=new_rows.index).merge(old_rows, on=columns).to_dict("records")
            twice = new_rows[new_rows.duplicated()]
            if duplicates:
                return _refusal(file, table, columns, duplicates[0], key)
            if len(twice):
                return LoadRefused(file, TWICE, int(twice.index[0]), " ".join(columns), " ".join(twice.iloc[0]))
    return None


def _refusal(file: str, table: Table, columns: list[str], first_row: Mapping[Hashable, Any], key: str) -> LoadRefused:
    # Rows that were made of the whole file, such as a map layer, are no row of it.
    row, column = (int(first_row["row"]), " ".join(columns)) if first_row["row"] else (None, None)
    value = " ".join(first_row[name] for name in columns)
    if first_row["source_key"] == key:
        return LoadRefused(file, TWICE, row, column, value)
    reason = f"{DOES_NOT_FIT}: this {table.name} is in the store already, from the source {first_row['source_key']}"
    undo = f"`python -m loaders undo {first_row['run_id']}`"
    mend = f"load the file as that source, or take its load {first_row['run_id']} back first ({undo})"
    return LoadRefused(file, f"{reason}; {mend}", row, column, value)


def _unique(table: Table) -> Iterator[list[str]]:
    """Columns that together are in one row only."""
    yield [column.name for column in table.primary_key]
    yield from ([column.name] for column in table.c if column.unique)
    yield from ([*each.columns.keys()] for each in table.constraints if isinstance(each, UniqueConstraint))


def _fault_text(kind: str, table: str, column: str) -> str:
    return {
        "UNIQUE": f"two rows of {table} have the same {column}: one of another source, or of the same file",
        "NOT NULL": f"a row of {table} has no {column}",
        "REFERENCE": f"rows of {table} refer by {column} to a row that is not there, or others refer to them",
        "OTHER": f"a value is too long, too large or of another kind than {column} of {table}",
    }[kind]
