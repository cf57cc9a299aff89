"""Cohorts: of the grievances received in a full year, how many were resolved within how many days. Pure functions.

A cohort is divided three times, each time once the days are over for all of it: by 90 days, then what was not resolved
within them by 180, then by 365. So each number is counted once, as all others are, and every case of the year is in
one of them, whether it was resolved later, is open, or was ended in another way.
"""

from collections.abc import Iterable, Iterator

import pandas as pd

from data_access.vocabulary.stages import COHORT_PARTS, LATER
from loaders.publish.cases import days_until
from loaders.publish.cells import Cell
from loaders.publish.posting import closed_years


def divided_cohorts(quarters: Iterable[str]) -> Iterator[tuple[str, int]]:
    """Kind and year of each division whose days are over in some closed quarters, year by year."""
    names = tuple(quarters)
    for year in closed_years(names):
        for kind, days in COHORT_PARTS.items():
            if pd.Timestamp(year, 12, 31) + pd.Timedelta(days=max(days)) <= pd.Period(max(names)).end_time:
                yield kind, year


def resolved_within(steps: pd.DataFrame, quarters: Iterable[str]) -> dict[Cell, int]:
    """How many cases of each cohort the register has as resolved in each span, by (kind, code, year).

    ``steps`` as from ``cases.ordinary_steps``.
    """
    names = tuple(quarters)
    if not names:
        return {}
    cases = days_until(steps, pd.Period(max(names)).end_time.normalize())["resolve"]
    days, years = cases["days"], cases["status_on"].dt.year
    counts: dict[Cell, int] = {}
    for kind, year in divided_cohorts(names):
        ends = COHORT_PARTS[kind]
        for after, within in zip((_end_before(kind), *ends), ends, strict=False):
            is_meant = (years == year) & (days > after) & (days <= within)
            counts[kind, str(within), year] = int(is_meant.sum())
    return counts


def whole_of(kind: str, year: int) -> tuple[str, str, int] | None:
    """The cell that a division divides: what an earlier one has left; None: all that was received."""
    before = _before(kind)
    return (before, LATER, year) if before else None


def _end_before(kind: str) -> int:
    """Days that are over where a division begins; -1: none are, not even the day of receipt."""
    before = _before(kind)
    return max(COHORT_PARTS[before]) if before else -1


def _before(kind: str) -> str | None:
    kinds = [*COHORT_PARTS]
    place = kinds.index(kind)
    return kinds[place - 1] if place else None
