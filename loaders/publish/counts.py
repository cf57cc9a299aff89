"""The counts that may be published about grievances, before any is withheld, and how they hang together.

Whoever sees several counts can add and subtract them. So each count (``Figure``) says of which cells it is the sum,
and ``identities`` say which sums of cells are equal by what they mean. A cell is counted once per way of dividing the
cases (by district, issue, channel, body): no published count crosses two of these ways, so any division by one of
them fits any division by another that has the same sums.
"""

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass

import pandas as pd

from data_access.schema import COUNTRY_CODE
from loaders.publish.answers import ANSWERS, answers_of
from loaders.publish.cases import STAGES

Cell = Hashable
LEVELS = {3: "country", 5: "oblast", 8: "district"}
DIVIDED = {"issue": "issue_code", "channel": "channel", "body": "responsible_body"}
OF_PARTS = tuple(name for name in ANSWERS if name != "age")
ASKED = {"country": tuple(ANSWERS), **dict.fromkeys(DIVIDED, OF_PARTS)}


@dataclass(frozen=True, order=True)
class Unit:
    """What is shown or withheld together: one or more columns of a row of a table. ``year`` 0: of all years."""

    table: str
    kind: str
    code: str
    year: int
    what: str


@dataclass(frozen=True)
class Figure:
    """One count: its unit, its name in it, its value, and the cells that it is the sum of."""

    unit: Unit
    name: str
    value: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Identity:
    """The cells of ``left`` add up to ``more`` above those of ``right``, whatever they are."""

    left: tuple[Cell, ...]
    right: tuple[Cell, ...]
    more: int = 0


class Counts:
    """All figures and identities of some cases (``cases.counted``) and quarters (``cases.turns``)."""

    def __init__(self, cases: pd.DataFrame, quarters: pd.DataFrame):
        self.cases, self.quarters = cases, quarters
        self.years = tuple(sorted(int(year) for year in cases["year"].unique()))
        self.codes = {kind: tuple(sorted(cases[column].unique())) for kind, column in DIVIDED.items()}
        self.districts = tuple(sorted(cases["district_code"].unique()))
        self._value = _cell_counts(cases, quarters)
        self.figures = [*self._areas(), *self._parts(), *self._outcomes(), *self._quarters()]
        self.identities = [*self._same_years(), *self._same_answers(), *self._same_quarters()]

    @property
    def parents(self) -> dict[str, str | None]:
        """Parent of every area by SOATE code: a district's first five digits are its oblast's."""
        oblasts = sorted({code[:5] for code in self.districts})
        return {COUNTRY_CODE: None, **dict.fromkeys(oblasts, COUNTRY_CODE), **{c: c[:5] for c in self.districts}}

    def _figure(self, unit: Unit, name: str, cells: tuple[Cell, ...]) -> Figure:
        return Figure(unit, name, sum(self._value.get(cell, 0) for cell in cells), cells)

    def _areas(self) -> Iterator[Figure]:
        for area in self.parents:
            for year in self.years:
                received, split = (Unit("area", LEVELS[len(area)], area, year, what) for what in ("received", "state"))
                opened, closed = self._in(area, year, "open"), self._in(area, year, "closed")
                yield self._figure(received, "received", opened + closed)
                yield self._figure(split, "open", opened)
                yield self._figure(split, "closed", closed)

    def _in(self, area: str, year: int, state: str) -> tuple[Cell, ...]:
        return tuple(("area", code, year, state) for code in self.districts if code.startswith(area))

    def _all(self, kind: str, code: str, *states: str) -> tuple[Cell, ...]:
        """Cells of all years that a code of a kind, or the country, is made of."""
        if kind == "country":
            return tuple(cell for year in self.years for state in states for cell in self._in("", year, state))
        return tuple((kind, code, year, state) for year in self.years for state in states)

    def _parts(self) -> Iterator[Figure]:
        for year in self.years:
            for kind, codes in self.codes.items():
                for code in codes:
                    cells = tuple((kind, code, year, state) for state in ("open", "closed"))
                    yield self._figure(Unit("part", kind, code, year, "received"), "received", cells)
            for stage in STAGES:
                unit = Unit("part", "stage", stage, year, "received")
                yield self._figure(unit, "received", (("stage", stage, year),))

    def _outcomes(self) -> Iterator[Figure]:
        for kind, code in self._groups():
            for question in ASKED[kind]:
                unit = Unit("outcome", kind, code, 0, question)
                for answer in ANSWERS[question]:
                    yield self._figure(unit, answer, self._answered(kind, code, question, answer))

    def _groups(self) -> Iterator[tuple[str, str]]:
        yield "country", COUNTRY_CODE
        yield from ((kind, code) for kind, codes in self.codes.items() for code in codes)

    def _answered(self, kind: str, code: str, question: str, answer: str) -> tuple[Cell, ...]:
        if question == "received":
            return self._all(kind, code, "open", "closed")
        return self._all(kind, code, answer) if question == "state" else ((kind, code, question, answer),)

    def _quarters(self) -> Iterator[Figure]:
        for quarter in self.quarters.index:
            for name, what in (("received", "flows"), ("closed", "flows"), ("open", "open")):
                unit = Unit("quarter", "country", str(quarter), quarter.year, what)
                yield self._figure(unit, name, ((name, str(quarter)),))

    def _same_years(self) -> Iterator[Identity]:
        """In each year, every way of dividing the cases holds all of them."""
        for year in self.years:
            both = {state: self._in("", year, state) for state in ("open", "closed")}
            for kind, codes in self.codes.items():
                for state, cells in both.items():
                    yield Identity(tuple((kind, code, year, state) for code in codes), cells)
            yield Identity(tuple(("stage", stage, year) for stage in STAGES), both["open"] + both["closed"])

    def _same_answers(self) -> Iterator[Identity]:
        """Every case has one answer, and the country's answers are those of all codes."""
        for kind, code in self._groups():
            for question in self._counted_apart(kind):
                asked = self._all(kind, code, *(("open",) if question == "age" else ("open", "closed")))
                yield Identity(tuple((kind, code, question, answer) for answer in ANSWERS[question]), asked)
        for kind, codes in self.codes.items():
            for question in self._counted_apart(kind):
                for answer in ANSWERS[question]:
                    country = (("country", COUNTRY_CODE, question, answer),)
                    yield Identity(tuple((kind, code, question, answer) for code in codes), country)
        ends = tuple(("stage", stage, year) for stage in STAGES[-2:] for year in self.years)
        yield Identity(tuple(("country", COUNTRY_CODE, "reopened", answer) for answer in ("yes", "no")), ends)

    def _counted_apart(self, kind: str) -> Iterator[str]:
        return (question for question in ASKED[kind] if question not in ("received", "state"))

    def _same_quarters(self) -> Iterator[Identity]:
        """The quarters of a year hold its cases; what is open changes by what comes and goes.

        Cases that come back are counted as if everyone knew how many: that hides more rather than less.
        """
        names = [str(quarter) for quarter in self.quarters.index]
        for year in self.years:
            received = tuple(("received", name) for name in names if name.startswith(str(year)))
            yield Identity(received, self._in("", year, "open") + self._in("", year, "closed"))
        for before, now, returned in zip([None, *names], names, self.quarters["returned"], strict=False):
            stock = (("open", before),) if before else ()
            yield Identity((("open", now), ("closed", now)), (*stock, ("received", now)), int(returned))
        yield Identity((("open", names[-1]),), self._all("country", COUNTRY_CODE, "open"))


def _cell_counts(cases: pd.DataFrame, quarters: pd.DataFrame) -> dict[Cell, int]:
    """How many cases are in each cell that has any."""
    answers = answers_of(cases)
    found: dict[Cell, int] = {("stage", *key): count for key, count in cases.groupby(["stage", "year"]).size().items()}
    for kind, column in {"area": "district_code", **DIVIDED}.items():
        by_state = cases.groupby([cases[column], cases["year"], answers["state"]]).size()
        found |= {(kind, *key): count for key, count in by_state.items()}
    for question in answers.columns:
        for kind, column in DIVIDED.items():
            found |= {
                (kind, c, question, a): n  # type: ignore[has-type]
                for (c, a), n in answers.groupby(cases[column])[question].value_counts().items()
            }
        found |= {("country", COUNTRY_CODE, question, a): n for a, n in answers[question].value_counts().items()}
    for name in ("received", "closed", "open"):
        found |= {(name, str(quarter)): count for quarter, count in quarters[name].items()}
    return {cell: int(count) for cell, count in found.items()}


def of_unit(figures: list[Figure]) -> Mapping[Unit, tuple[int, ...]]:
    """The values of each unit, in the order of its figures."""
    found: dict[Unit, list[int]] = {}
    for figure in figures:
        found.setdefault(figure.unit, []).append(figure.value)
    return {unit: tuple(values) for unit, values in found.items()}
