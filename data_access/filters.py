"""How a choice narrows a query."""

from datetime import date

import pandas as pd
from sqlalchemy import Column, ColumnElement, and_, func, select, true

from dashboard.selection import Selection
from data_access import places
from data_access.database import Snapshot, per_version

Where = tuple[tuple[Column, str], ...]


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


def equal(where: Where) -> ColumnElement[bool]:
    """Rows in which each column has its value."""
    return and_(true(), *(column == value for column, value in where))


@per_version
def known_years(snapshot: Snapshot, column: Column, where: Where = ()) -> tuple[int, int] | None:
    """First and last year that a column of years or dates holds; None for an empty table."""
    query = select(func.min(column).label("first"), func.max(column).label("last")).where(equal(where))
    first, last = snapshot.frame(query).iloc[0]
    return None if first is None else (_year(first), _year(last))


def chosen_years(selection: Selection, known: tuple[int, int] | None) -> tuple[int, int] | None:
    """The years to answer for; None when the choice leaves none of those known."""
    if known is None:
        return None
    first, last = selection.years(*known)
    return (first, last) if first <= last else None


def years_with_rows(years: tuple[int, int] | None, found: pd.Series) -> tuple[int, int] | None:
    """The years to answer for; None when none of the rows, whose years these are, is of any of them."""
    return years if years and found.between(*years).any() else None


@per_version
def distinct(snapshot: Snapshot, column: Column, where: Where = ()) -> frozenset[str]:
    """The values that a column takes, without empty ones."""
    query = select(column).where(column.is_not(None), equal(where)).distinct()
    return frozenset(snapshot.frame(query).iloc[:, 0])


def _year(value: int | date) -> int:
    return value.year if isinstance(value, date) else int(value)
