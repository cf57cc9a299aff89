"""How a choice narrows a query."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from datetime import date
from typing import NamedTuple

import pandas as pd
from sqlalchemy import Column, ColumnElement, Select, and_, func, select, true

from data_access.answers import places
from data_access.store.database import Snapshot, per_version
from data_access.vocabulary.selection import Selection

Conditions = tuple[tuple[Column, str | bool | None], ...]


class QueryRows(NamedTuple):
    """What a query found: names of its columns, and plain rows."""

    columns: list[str]
    rows: list[tuple]

    @property
    def frame(self) -> pd.DataFrame:
        """The same as a frame."""
        return pd.DataFrame(self.rows, columns=self.columns)


def of_chosen_place(
    snapshot: Snapshot, selection: Selection, ask: Callable[..., Select], *arguments: Hashable
) -> QueryRows:
    """What ``ask(False, *arguments)`` finds, of the chosen district alone where one is chosen."""
    return of_place(snapshot, places.code_of(snapshot, selection.district), ask, *arguments)


def of_place(snapshot: Snapshot, place: str | None, ask: Callable[..., Select], *arguments: Hashable) -> QueryRows:
    """The same of a place by its code (None: all). ``ask(True, *arguments)`` has the place as its first column.

    All places are asked about at once: composing and asking a query costs more than its answer.
    """
    if place is None:
        return _of_all(snapshot, ask, *arguments)
    columns, rows = _by_place(snapshot, ask, *arguments)
    return QueryRows(columns, rows.get(place, []))


@per_version
def _of_all(snapshot: Snapshot, ask: Callable[..., Select], *arguments: Hashable) -> QueryRows:
    return QueryRows(*snapshot.rows(ask(False, *arguments)))


@per_version
def _by_place(
    snapshot: Snapshot, ask: Callable[..., Select], *arguments: Hashable
) -> tuple[list[str], dict[str, list[tuple]]]:
    (_, *columns), all_rows = snapshot.rows(ask(True, *arguments))
    rows = defaultdict(list)
    for row in all_rows:
        rows[row[0]].append(row[1:])
    return columns, dict(rows)


def of_district(snapshot: Snapshot, selection: Selection, column: Column) -> ColumnElement[bool]:
    """Rows of the chosen district; all rows when none is chosen."""
    code = places.code_of(snapshot, selection.district)
    return true() if code is None else column == code


def within(years: tuple[int, int], column: Column) -> ColumnElement[bool]:
    """Rows of the years from first to last, both included."""
    return column.between(*years)


def within_period(selection: Selection, column: Column) -> ColumnElement[bool]:
    """Rows dated within the chosen period."""
    return column.between(selection.first_day or date(1900, 1, 1), selection.last_day or date(2100, 1, 1))


def equal(where: Conditions) -> ColumnElement[bool]:
    """Rows in which each column has its value."""
    return and_(true(), *(column == value for column, value in where))


@per_version
def known_years(snapshot: Snapshot, column: Column, where: Conditions = ()) -> tuple[int, int] | None:
    """First and last year that a column of years or dates holds; None for an empty table."""
    query = select(func.min(column).label("first"), func.max(column).label("last")).where(equal(where))
    first, last = snapshot.frame(query).iloc[0]
    return None if first is None else (_year(first), _year(last))


def chosen_years(selection: Selection, known_span: tuple[int, int] | None) -> tuple[int, int] | None:
    """The years to answer for; None when the choice leaves none of those known."""
    if known_span is None:
        return None
    first, last = selection.years(*known_span)
    return (first, last) if first <= last else None


def years_with_rows(years: tuple[int, int] | None, row_years: pd.Series) -> tuple[int, int] | None:
    """The years to answer for; None when none of the rows, whose years these are, is of any of them."""
    return years if years and row_years.between(*years).any() else None


def rows_where(frame: pd.DataFrame, is_kept: Iterable[bool]) -> pd.DataFrame:
    """The rows of which something holds, row by row; of none, the same columns."""
    return frame[pd.Series([*is_kept], frame.index, dtype=bool)]


def whole(numbers: pd.Series) -> pd.Series:
    """Whole numbers that stay whole where some are missing (NaN), as years are."""
    return pd.Series([int(one) if one == one else one for one in numbers], index=numbers.index, dtype=object)


@per_version
def distinct(snapshot: Snapshot, column: Column, where: Conditions = ()) -> frozenset[str]:
    """The values that a column takes, without empty ones."""
    query = select(column).where(column.is_not(None), equal(where)).distinct()
    return frozenset(snapshot.frame(query).iloc[:, 0])


def _year(value: int | date) -> int:
    return value.year if isinstance(value, date) else int(value)
