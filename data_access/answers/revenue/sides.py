"""Whose figures amounts are, and how their places are known.

What companies alone state is one side of a payment, and never the whole of it.
"""

from sqlalchemy import ColumnElement, and_, case, func, select

from data_access.answers import filters
from data_access.answers.filters import Conditions
from data_access.store.database import Snapshot, per_version
from data_access.vocabulary import schema

flow = schema.revenue.c


@per_version
def sides_of(snapshot: Snapshot, where: Conditions, years: tuple[int, int] | None) -> str | None:
    """What ``Answer.one_sided`` says of these rows in these years."""
    within = filters.within(years or (0, 0), flow.fiscal_year)
    query = select(func.count(flow.revenue_id), alone()).where(filters.equal(where), within)
    ((rows, of_company),) = snapshot.rows(query)[1]
    return side_of(rows, of_company)


def bases_of(snapshot: Snapshot, where: Conditions) -> frozenset[str]:
    """How the places of some of these rows are known, where their sources do not name them."""
    bases: frozenset[str] = filters.distinct(snapshot, flow.place_basis, where)
    return bases


def alone() -> ColumnElement[int]:
    """How many rows only a company states."""
    is_so = and_(flow.amount_company_kgs.is_not(None), flow.amount_government_kgs.is_(None))
    return func.count(case((is_so, 1)))


def side_of(rows: int, of_company: int) -> str | None:
    """``all`` or ``some`` of so many rows, where a company alone states so many of them; None where none."""
    if not of_company:
        return None
    return "all" if of_company == rows else "some"
