"""The counts that may be published about grievances, before any is withheld, and how they hang together.

Whoever sees several counts can add and subtract them. So each count (``Figure``) is of a cell, and
``identities`` say which sums of cells are equal by what they mean. A case is counted once per way of dividing the
cases (by district, issue, channel, body): no published count crosses two of these ways, so any division by one of
them fits any division by another that has the same sums.

Every count is of one closed year or quarter. So a version holds all that earlier ones held, and whoever has them all
knows no more than whoever has the last.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import pandas as pd

from data_access.vocabulary.soate import COUNTRY_CODE, LEVELS, oblast_of
from data_access.vocabulary.stages import CASE_STAGES, COHORT_PARTS, LATER
from loaders.publish.cases import AGES
from loaders.publish.cells import COUNTRY, DIVISION_COLUMNS, Cell, posted_cells
from loaders.publish.cohorts import divided_cohorts, whole_of
from loaders.publish.events import ANSWERS
from loaders.publish.posting import closed_quarters, closed_years

Values = tuple[int, ...]


@dataclass(frozen=True, order=True)
class Unit:
    """What is shown or withheld together: one or more columns of a row of a table."""

    table: str
    kind: str
    code: str
    year: int
    what: str


@dataclass(frozen=True)
class Figure:
    """One count: its unit, its name in it, its value, and its cell."""

    unit: Unit
    name: str
    value: int
    cell: Cell


NONE_CLOSED: Mapping["Unit", Values] = MappingProxyType({})


class Counts:
    """All figures of what is posted (``posting.COLUMNS``), and of ``stocks``; ``true_counts`` by cell.

    ``stocks`` are what the register holds: cases that stood open (``stocks_of``) and cohorts (``resolved_within``).

    ``closed`` are the values of units of years and quarters that were published: those stay, whatever stands now.
    """

    def __init__(
        self, posted_events: pd.DataFrame, stocks: Mapping[Cell, int], closed: Mapping[Unit, Values] = NONE_CLOSED
    ):
        receipts = posted_events[posted_events["event"] == "received"]
        self.quarters = closed_quarters(posted_events)
        self.years = closed_years(self.quarters)
        self.cohorts = tuple(divided_cohorts(self.quarters))
        self.codes = {kind: tuple(sorted(receipts[column].unique())) for kind, column in DIVISION_COLUMNS.items()}
        self.districts = tuple(sorted(receipts["district_code"].unique()))
        self.oblasts = tuple(sorted({oblast_of(code) for code in self.districts}))
        self.true_counts = posted_cells(posted_events) | dict(stocks)
        self._keep_stocks(closed)
        self._keep_cohorts(closed)
        years = {unit.year for unit in closed if unit.table == "area"}
        every = (self._areas(), self._parts(), self._outcomes(), self._ages(), self._quarters())
        # A district or an issue that is new has no rows, not even of zeros, in years that were closed before.
        # Cohorts are divided later than that, always in the same way.
        self.figures = [
            one
            for of in every
            for one in of
            if one.unit in closed or one.unit.year not in years or one.unit.kind in COHORT_PARTS
        ]

    @property
    def parents(self) -> dict[str, str | None]:
        """Parent of every area by SOATE code: a district's first five digits are its oblast's."""
        of_districts = {code: oblast_of(code) for code in self.districts}
        return {COUNTRY_CODE: None, **dict.fromkeys(self.oblasts, COUNTRY_CODE), **of_districts}

    @property
    def groups(self) -> list[tuple[str, str]]:
        """The country, and every code of every way of dividing its cases."""
        return [COUNTRY, *((kind, code) for kind, codes in self.codes.items() for code in codes)]

    def _keep_stocks(self, closed: Mapping[Unit, Values]) -> None:
        """What stood open at an end that was published is no longer asked of the register."""
        through = max((unit.year for unit in closed if unit.table == "area"), default=0)
        for year in self.years:
            for code in (COUNTRY_CODE, *self.oblasts) if year <= through else ():
                closed_values = closed.get(Unit("area", LEVELS[len(code)], code, year, "state"), (0, 0))
                self.true_counts["area", code, year, "open"] = closed_values[1]
            for age, count in zip(AGES, closed.get(Unit("outcome", *COUNTRY, year, "age"), ()), strict=False):
                self.true_counts["age", age, year] = count
        for quarter in self.quarters:
            for count in closed.get(Unit("quarter", "country", quarter, int(quarter[:4]), "open"), ()):
                self.true_counts["open", quarter] = count

    def _keep_cohorts(self, closed: Mapping[Unit, Values]) -> None:
        """What was published of a cohort stays; no more were resolved than are left of those that were counted."""
        for kind, year in self.cohorts:
            left = self.sum((whole_of(kind, year) or ("area", COUNTRY_CODE, year, "received"),))
            for cell in self.cohort_cells(kind, year)[:-1]:
                unit, most = Unit("part", kind, str(cell[1]), year, "received"), self.sum((cell,))
                (self.true_counts[cell],) = closed.get(unit, (min(most, left),))
                left -= self.true_counts[cell]
            self.true_counts[kind, LATER, year] = left

    def cohort_cells(self, kind: str, year: int) -> tuple[tuple[str, str, int], ...]:
        """The cells of a division of a cohort, the last one for what it leaves."""
        return tuple((kind, code, year) for code in (*map(str, COHORT_PARTS[kind]), LATER))

    def sum(self, cells: Iterable[Cell]) -> int:
        """How many cases some cells hold."""
        return sum(self.true_counts.get(cell, 0) for cell in cells)

    def _figure(self, unit: Unit, name: str, cell: Cell) -> Figure:
        return Figure(unit, name, self.true_counts.get(cell, 0), cell)

    def _areas(self) -> Iterator[Figure]:
        """Of districts only what was received: from what is open follows what was closed, a single case perhaps."""
        for year in self.years:
            for area in self.parents:
                unit = Unit("area", LEVELS[len(area)], area, year, "received")
                yield self._figure(unit, "received", ("area", area, year, "received"))
            for area in (COUNTRY_CODE, *self.oblasts):
                unit = Unit("area", LEVELS[len(area)], area, year, "state")
                for what in ("closed", "open"):
                    yield self._figure(unit, what, ("area", area, year, what))

    def _parts(self) -> Iterator[Figure]:
        for year in self.years:
            of_kinds = [(kind, code) for kind, codes in self.codes.items() for code in codes]
            for kind, code in [*of_kinds, *(("stage", stage) for stage in CASE_STAGES)]:
                unit = Unit("part", kind, code, year, "received")
                yield self._figure(unit, "received", (kind, code, year))
        for kind, year in self.cohorts:
            for cell in self.cohort_cells(kind, year):
                yield self._figure(Unit("part", kind, cell[1], year, "received"), "received", cell)

    def _outcomes(self) -> Iterator[Figure]:
        for kind, code in self.groups:
            for year in self.years:
                for question, answers in ANSWERS.items():
                    unit = Unit("outcome", kind, code, year, question)
                    for answer in answers:
                        yield self._figure(unit, answer, (kind, code, year, question, answer))

    def _ages(self) -> Iterator[Figure]:
        for year in self.years:
            for age in AGES:
                yield self._figure(Unit("outcome", *COUNTRY, year, "age"), age, ("age", age, year))

    def _quarters(self) -> Iterator[Figure]:
        for quarter in self.quarters:
            for name, what in (("received", "flows"), ("closed", "flows"), ("open", "open")):
                unit = Unit("quarter", "country", quarter, int(quarter[:4]), what)
                yield self._figure(unit, name, (name, quarter))


def of_unit(figures: list[Figure]) -> Mapping[Unit, Values]:
    """The values of each unit, in the order of its figures."""
    values_by_unit: dict[Unit, list[int]] = {}
    for figure in figures:
        values_by_unit.setdefault(figure.unit, []).append(figure.value)
    return {unit: tuple(values) for unit, values in values_by_unit.items()}
