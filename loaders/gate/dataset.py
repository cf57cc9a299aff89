"""What a dataset is to the loaders: how its file is read, checked and turned into tables."""

import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd
import pandera.pandas as pa
from sqlalchemy import Connection, Table

from loaders.gate.checks import LoadRefused
from loaders.gate.reference_codes import ReferenceCodes
from loaders.gate.rules import Rule

Tidy = Mapping[Table, pd.DataFrame]
Period = tuple[date, date] | None


@dataclass(frozen=True)
class Dataset:
    """One file format.

    ``read`` makes a frame of the file's bytes (second argument: its name, for messages), ``schema`` says what the
    frame must look like, ``tidy`` turns it into rows per table (parents before children, the main table first),
    ``period`` tells which days those rows cover.

    ``key`` are the columns by which a row is found again in the next file; none: it is compared as a whole.
    ``rules`` are further expectations, each with what breaking it does; a broken ``schema`` refuses the file.
    ``case`` is the column that joins rows to one person's case: they stay together, are set aside together, and
    what stands in the column is never kept.
    ``of_offices`` are columns in which numbers and mail addresses of offices may stand, which no other file may hold.
    ``derive`` brings up to date, in the transaction of the load, what is calculated from its rows and from those of
    other datasets.
    """

    name: str
    read: Callable[[bytes, str], pd.DataFrame]
    schema: Callable[[ReferenceCodes], pa.DataFrameSchema]
    tidy: Callable[[pd.DataFrame, ReferenceCodes], Tidy]
    period: Callable[[Tidy], Period]
    key: tuple[str, ...] = ()
    rules: Callable[[ReferenceCodes], Sequence[Rule]] = lambda _codes: ()
    case: str | None = None
    of_offices: tuple[str, ...] = ()
    derive: Callable[[Connection], None] = lambda _connection: None

    @property
    def is_guarded(self) -> bool:
        """Whether a file may hold what only its operator may know: messages quote no cell, the report does."""
        return self.case is not None or self.name in ("incidents", "replies")


def read_csv(content: bytes, file: str) -> pd.DataFrame:
    """All cells as text, empty ones as missing. Raises LoadRefused when it is not a UTF-8 CSV file."""
    try:
        return pd.read_csv(io.BytesIO(content), dtype=str, keep_default_na=False, na_values=[""], encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise LoadRefused(file, "is not UTF-8 text") from error
    except (pd.errors.ParserError, pd.errors.EmptyDataError) as error:
        raise LoadRefused(file, f"is not a CSV table: {error}") from error


def into(table: Table) -> Callable[[pd.DataFrame, ReferenceCodes], Tidy]:
    """For files whose rows are those of one table."""
    return lambda frame, _codes: {table: frame}


def no_period(_tidy: Tidy) -> Period:
    """For code lists, which cover no time."""
    return None


def days(table: Table, first: str, last: str) -> Callable[[Tidy], Period]:
    """Period from two day columns of one table."""
    return lambda tidy: (tidy[table][first].min().date(), tidy[table][last].max().date())


def years(table: Table, column: str) -> Callable[[Tidy], Period]:
    """Period from a column of calendar years."""
    return lambda tidy: (date(int(tidy[table][column].min()), 1, 1), date(int(tidy[table][column].max()), 12, 31))
