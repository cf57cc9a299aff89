"""How published counts of grievances hang together: what everyone can calculate with. Pure functions."""

from collections.abc import Hashable, Iterator
from itertools import pairwise
from typing import NamedTuple

from data_access.vocabulary.soate import COUNTRY_CODE
from data_access.vocabulary.stages import CASE_STAGES, COHORT_PARTS
from loaders.publish.cases import AGES
from loaders.publish.cells import COUNTRY, FLOWS, Cell
from loaders.publish.cohorts import whole_of
from loaders.publish.counts import Counts
from loaders.publish.events import ANSWERS

# Of two of these, by what they are of, no more can have happened up to any year than of the first.
NEVER_MORE = (
    ("received", "acknowledged"),
    ("received", "resolved"),
    ("received", ("reopened", "could")),
    ("received", ("appealed", "could")),
    (("reopened", "could"), ("reopened", "happened")),
    (("appealed", "could"), ("appealed", "happened")),
)
LACK_KIND = "lacking"
LAST_KIND = [*COHORT_PARTS][-1]


class Identity(NamedTuple):
    """The cells of ``left`` add up to ``more`` above those of ``right``, whatever they are."""

    left: tuple[Cell, ...]
    right: tuple[Cell, ...]
    more: int = 0


def identities_of(counts: Counts) -> list[Identity]:
    """All of them."""
    rules = (_same_areas, _same_years, _same_cohorts, _same_answers, _same_quarters, _same_stocks, _never_more)
    return [identity for identities in rules for identity in identities(counts)]


def is_lacking(cell: Cell) -> bool:
    """Whether a cell is what some cells have less than others, which is not below zero; no count tells it."""
    return isinstance(cell, tuple) and cell[0] == LACK_KIND


def _same_areas(counts: Counts) -> Iterator[Identity]:
    """Areas add up to the one that they are in."""
    for year in counts.years:
        for area in (COUNTRY_CODE, *counts.oblasts):
            inside = [code for code, parent in counts.parents.items() if parent == area]
            for what in (*FLOWS, "open") if area == COUNTRY_CODE else ("received",):
                yield Identity(tuple(("area", code, year, what) for code in inside), (("area", area, year, what),))


def _same_years(counts: Counts) -> Iterator[Identity]:
    """In each year, every way of dividing the cases holds all of them."""
    for year in counts.years:
        receipts = (_country(year, "received"),)
        yield Identity((("stage", "received", year),), receipts)
        for kind, codes in counts.codes.items():
            yield Identity(tuple((kind, code, year) for code in codes), receipts)


def _same_cohorts(counts: Counts) -> Iterator[Identity]:
    """Each division of a cohort holds all that an earlier one has left."""
    for kind, year in counts.cohorts:
        yield Identity(counts.cohort_cells(kind, year), (whole_of(kind, year) or _country(year, "received"),))


def _same_answers(counts: Counts) -> Iterator[Identity]:
    """The country's answers are those of all codes."""
    for year in counts.years:
        for kind, codes in counts.codes.items():
            for question, answers in ANSWERS.items():
                for answer in answers:
                    parts = tuple((kind, code, year, question, answer) for code in codes)
                    yield Identity(parts, ((*COUNTRY, year, question, answer),))


def _same_quarters(counts: Counts) -> Iterator[Identity]:
    """The quarters of a year hold its cases, its last one and the ages what stands open at its end."""
    for year in counts.years:
        names = [name for name in counts.quarters if name.startswith(str(year))]
        for flow in FLOWS:
            yield Identity(tuple((flow, name) for name in names), (_country(year, flow),))
        still_open = (_country(year, "open"),)
        yield Identity((("open", names[-1]),), still_open)
        yield Identity(tuple(("age", age, year) for age in AGES), still_open)


def _same_stocks(counts: Counts) -> Iterator[Identity]:
    """What is open changes by what comes and goes.

    Cases that come back or leave the register are counted as if everyone knew how many: that hides more rather than
    less.
    """

    def stock(before: Cell | None, receipts: Cell, closures: Cell, still_open: Cell) -> Identity:
        left_side, right = (still_open, closures), (*((before,) if before else ()), receipts)
        return Identity(left_side, right, counts.sum(left_side) - counts.sum(right))

    for last, quarter in pairwise((None, *counts.quarters)):
        before = ("open", last) if last else None
        yield stock(before, ("received", quarter), ("closed", quarter), ("open", quarter))
    for area in counts.oblasts:
        for year in counts.years:
            is_first, cells = year == counts.years[0], (("area", area, year, what) for what in (*FLOWS, "open"))
            yield stock(None if is_first else ("area", area, year - 1, "open"), *cells)


def _never_more(counts: Counts) -> Iterator[Identity]:
    """Up to every year, what follows has not happened more often than what must come before it."""
    for place in range(len(counts.years)):
        years = counts.years[: place + 1]
        for group in counts.groups:
            for first, then in NEVER_MORE:
                less, more = (_outcome_cells(group, years, what) for what in (then, first))
                yield _at_most(less, more, (group, then, years[-1]))
        for first, then in pairwise(CASE_STAGES):
            more, less = (tuple(("stage", stage, year) for year in years) for stage in (first, then))
            yield _at_most(less, more, ("stage", then, years[-1]))
        yield from _resolved_of_cohorts(counts, years)


def _resolved_of_cohorts(counts: Counts, years: tuple[int, ...]) -> Iterator[Identity]:
    """Who was resolved within a year was so by the end of the next; who was by the end of a year, within a year."""
    resolved = tuple(("stage", "resolved", year) for year in years)
    by_year: dict[int, list[Cell]] = {}
    for kind, year in counts.cohorts:
        by_year.setdefault(year, []).extend(counts.cohort_cells(kind, year)[:-1])
    earlier, last = years[:-1], years[-1]
    within = tuple(cell for year in earlier for cell in by_year.get(year, ()))
    yield _at_most(within, resolved, ("cohorts", last))
    if (LAST_KIND, last) in counts.cohorts:
        received = tuple(_country(year, "received") for year in earlier)
        yield _at_most(resolved, (*received, *by_year[last]), ("resolved of cohorts", last))


def _country(year: int, what: str) -> Cell:
    return ("area", COUNTRY_CODE, year, what)


def _at_most(less: tuple[Cell, ...], more: tuple[Cell, ...], name: Hashable) -> Identity:
    """What the first lack is a cell of its own, of which nothing is known but that it is not below zero."""
    return Identity((*less, (LACK_KIND, name)), more)


def _outcome_cells(group: tuple[str, str], years: tuple[int, ...], what: str | tuple[str, str]) -> tuple[Cell, ...]:
    """Cells of some years: of the received, of all answers to a question, or of one of them."""
    if what == "received":
        return tuple(("stage", "received", year) if group == COUNTRY else (*group, year) for year in years)
    question, answers = (what, ANSWERS[what]) if isinstance(what, str) else (what[0], what[1:])
    return tuple((*group, year, question, answer) for year in years for answer in answers)
