"""Someone with all tables of grievances that were ever published, their meaning, and an integer programme."""

import random
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, pairwise

import numpy as np
import pandas as pd
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

from data_access.vocabulary import schema
from data_access.vocabulary.soate import COUNTRY_CODE

SEVERAL = 10
AREA, PART, OUTCOME = schema.grievance_year, schema.grievance_part_year, schema.grievance_outcome
QUARTER, WAIT = schema.grievance_quarter, schema.grievance_wait
COUNTRY = COUNTRY_CODE
ANSWERS = {"acknowledged": ("in_time", "missed"), "resolved": ("in_time", "missed"),
           "reopened": ("could", "happened"), "appealed": ("could", "happened")}  # fmt: skip
STAGES = ("received", "acknowledged", "assessed", "offered", "resolved", "closed")
STOCK = ("received", "closed", "open")
# Divisions of a cohort, each of what is left of the one before, and the parts of each; the last part is left.
COHORTS = {"days_90": ("30", "60", "90", "later"), "days_180": ("180", "later"), "days_365": ("365", "later")}
Name = tuple
Told = Mapping[Name, int | None]


def counts_of(tables: Mapping) -> dict[Name, int | None]:
    """What one version says of each count; None: it is withheld. Of districts only receipts are counted."""
    counts: dict[Name, int | None] = {}
    for row in tables[AREA].itertuples():
        for column in STOCK[: 1 if len(row.area_code) > 5 else 3]:
            counts["area", row.area_code, row.year, column] = _value(getattr(row, f"{column}_count"))
    for row in tables[PART].itertuples():
        counts["part", row.kind, row.code, row.year] = _value(row.grievance_count)
    for row in tables[OUTCOME].itertuples():
        counts["outcome", row.kind, row.code, row.year, row.question, row.answer] = _value(row.grievance_count)
    for row in tables[QUARTER].itertuples():
        for column in STOCK:
            counts["quarter", str(pd.Period(row.quarter, freq="Q")), column] = _value(getattr(row, f"{column}_count"))
    return counts


def differences_of(versions: Iterable[Told]) -> list[tuple[Name, int | None, int | None]]:
    """The counts that a version says differently from the one before, or has in a period that stood there without."""
    moves = []
    for before, now in pairwise(versions):
        periods = {_period(name) for name in before}
        old = [name for name in {**before, **now} if _period(name) in periods]
        told_by = ((name, before.get(name), now.get(name)) for name in old)
        moves += [one for one in told_by if one[1] != one[2] or (one[0] in before) != (one[0] in now)]
    return moves


class Attacker:
    """Equations over all counts that any version holds; ``returns_of`` tells what else each stock has lost or won."""

    def __init__(self, known_counts: Told, returns: Mapping[Name, int]):
        self.known, self._returns = known_counts, returns
        self._place = {name: place for place, name in enumerate(known_counts)}
        self._rows: list[tuple[list[int], list[float], float, float]] = []
        self.years = sorted({name[2] for name in known_counts if name[0] == "area"})
        for equations in (self._areas, self._parts, self._outcomes, self._quarters, self._stocks, self._orders):
            equations()

    def learn(self, names: Iterable[Name], least: int, most: float) -> None:
        """The least and the most that the sum of some counts can be."""
        self._add(names, (), least, most)

    def spans(self, names: list[Name], width: int) -> Iterator[tuple[Name, int, int]]:
        """The least and the most of some counts; exact where these are closer than ``width``.

        Each solution is a register that the attacker cannot rule out, and all counts are read from it. Only those that
        all solutions so far agree about are asked for one by one.
        """
        places = np.array([self._place[name] for name in names], dtype=int)
        constraints, bounds, draw = self._constraints(), self._bounds(), random.Random(1)
        solutions: list[np.ndarray] = []

        def narrow() -> np.ndarray:
            return np.flatnonzero(np.ptp(solutions, axis=0) < width) if solutions else np.arange(len(places))

        def solve(numbers: np.ndarray, signs: np.ndarray) -> None:
            costs = np.zeros(len(self._place))
            costs[places[numbers]] = signs
            solution = milp(costs, constraints=constraints, bounds=bounds, integrality=np.ones(len(costs)))
            assert solution.x is not None, solution.message
            solutions.append(np.round(solution.x[places]))

        for _ in range(SEVERAL):
            numbers = narrow()
            signs = np.array([draw.choice((-1.0, 1.0)) for _ in numbers])
            for sign in (1, -1) if len(numbers) else ():
                solve(numbers, sign * signs)
        for number in narrow():
            for sign in (1.0, -1.0):
                solve(np.array([number]), np.array([sign]))
        for number, name in enumerate(names):
            values = [int(solution[number]) for solution in solutions]
            yield name, min(values), max(values)

    def _bounds(self) -> Bounds:
        """What is known is that; all else is some number."""
        values = np.array([np.nan if value is None else value for value in self.known.values()])
        return Bounds(np.nan_to_num(values, nan=0), np.nan_to_num(values, nan=10_000))

    def _constraints(self) -> LinearConstraint:
        entries = [
            (row, *entry)
            for row, (places, signs, *_) in enumerate(self._rows)
            for entry in zip(places, signs, strict=True)
        ]
        row, place, sign = zip(*entries, strict=True)
        matrix = csr_array((sign, (row, place)), shape=(len(self._rows), len(self._place)))
        return LinearConstraint(matrix, [row[2] for row in self._rows], [row[3] for row in self._rows])

    def _add(self, left: Iterable[Name], right: Iterable[Name], least: float = 0, most: float = 0) -> None:
        """Left less right is between two numbers. Counts that nobody published are none."""
        terms = [(name, 1.0) for name in left] + [(name, -1.0) for name in right]
        terms = [(self._place[name], sign) for name, sign in terms if name in self._place]
        self._rows.append(([place for place, _ in terms], [sign for _, sign in terms], least, most))

    def _codes(self, table: str, kind: str) -> list[str]:
        return sorted({name[2] for name in self._place if name[:2] == (table, kind)})

    def _areas(self) -> None:
        codes = sorted({name[1] for name in self._place if name[0] == "area"})
        for year in self.years:
            for area in codes:
                inside = [code for code in codes if code.startswith(area) and len(code) == {3: 5, 5: 8}.get(len(area))]
                for column in STOCK if area == COUNTRY else STOCK[:1] if inside else ():
                    self._add([("area", code, year, column) for code in inside], [("area", area, year, column)])

    def _parts(self) -> None:
        for year in self.years:
            whole = [("area", COUNTRY, year, "received")]
            self._add([("part", "stage", "received", year)], whole)
            for kind in ("issue", "channel", "body"):
                self._add([("part", kind, code, year) for code in self._codes("part", kind)], whole)
            for kind, codes in COHORTS.items():
                parts = [("part", kind, code, year) for code in codes]
                if parts[0] in self._place:
                    self._add(parts, whole)
                whole = parts[-1:]

    def _outcomes(self) -> None:
        for year in self.years:
            for question, answer in ((key, answer) for key, answers in ANSWERS.items() for answer in answers):
                whole = [("outcome", "country", COUNTRY, year, question, answer)]
                for kind in ("issue", "channel", "body"):
                    codes = self._codes("outcome", kind)
                    self._add([("outcome", kind, code, year, question, answer) for code in codes], whole)

    def _quarters(self) -> None:
        for year in self.years:
            quarters = [f"{year}Q{number}" for number in (1, 2, 3, 4)]
            for column in STOCK[:2]:
                self._add([("quarter", name, column) for name in quarters], [("area", COUNTRY, year, column)])
            still_open = [("area", COUNTRY, year, "open")]
            self._add([("quarter", quarters[-1], "open")], still_open)
            ages = [name for name in self._place if name[0] == "outcome" and name[3:5] == (year, "age")]
            self._add(ages, still_open)

    def _stocks(self) -> None:
        for now, before in stocks(self._place):
            receipts, closed, still_open = ((*now, column) for column in STOCK)
            more = self._returns[now]
            self._add([still_open, closed], [receipts, (*before, "open")], more, more)

    def _orders(self) -> None:
        """What follows has not happened more often, up to any year, than what must come before it."""
        groups = [("country", COUNTRY), *((kind, code) for kind in ("issue", "channel", "body")
                                          for code in self._codes("outcome", kind))]  # fmt: skip
        for place in range(len(self.years)):
            years = self.years[: place + 1]
            for group in groups:
                part = ("stage", "received") if group[0] == "country" else group
                receipts = [("part", *part, year) for year in years]

                def answers(question: str, *which: str, group=group, years=years) -> list[Name]:
                    return [("outcome", *group, year, question, answer) for year in years for answer in which]

                for question in ("acknowledged", "resolved"):
                    self._add(receipts, answers(question, "in_time", "missed"), 0, np.inf)
                for question in ("reopened", "appealed"):
                    self._add(receipts, answers(question, "could"), 0, np.inf)
                    self._add(answers(question, "could"), answers(question, "happened"), 0, np.inf)
            for first, then in zip(STAGES, STAGES[1:], strict=False):
                earlier, later = ([("part", "stage", stage, year) for year in years] for stage in (first, then))
                self._add(earlier, later, 0, np.inf)
            resolved = [("part", "stage", "resolved", year) for year in years]
            within = [("part", kind, code, year) for year in years for kind in COHORTS for code in COHORTS[kind][:-1]]
            # Who was resolved within a year was so by the end of the next one; who was by the end of a year, within it.
            self._add(resolved, [name for name in within if name[3] < years[-1]], 0, np.inf)
            if ("part", "days_365", "365", years[-1]) in self._place:
                receipts = [("part", "stage", "received", year) for year in years[:-1]]
                self._add(receipts + [name for name in within if name[3] == years[-1]], resolved, 0, np.inf)


def stocks(names: Iterable[Name]) -> Iterator[tuple[Name, Name]]:
    """What is open at each end, without its column, and the same at the end before."""
    for name in names:
        if name[0] == "area" and name[3] == "open":
            yield name[:3], ("area", name[1], name[2] - 1)
        elif name[0] == "quarter" and name[2] == "open":
            yield name[:2], ("quarter", str(pd.Period(name[1], freq="Q") - 1))


def returns_of(truth: Told) -> dict[Name, int]:
    """What each stock has won beside what was received, and lost beside what was closed: cases that came back."""
    returns = {}
    for now, before in stocks(truth):
        receipts, closed, still_open = (truth.get((*now, column)) or 0 for column in STOCK)
        returns[now] = still_open + closed - receipts - (truth.get((*before, "open")) or 0)
    return returns


def together(versions: Iterable[Told]) -> dict[Name, int | None]:
    """What all versions say: a count that any of them shows is known."""
    counts: dict[Name, int | None] = {}
    for name, value in chain.from_iterable(version.items() for version in versions):
        counts[name] = counts.get(name) if value is None else value
    return counts


def _period(name: Name) -> tuple:
    """The table and the year or quarter of a count; the parts of a cohort are told later than those of its year."""
    if name[0] == "part" and name[1] in COHORTS:
        return name[1], name[3]
    place = {"area": 2, "part": 3, "outcome": 3, "quarter": 1}[name[0]]
    return name[0], name[place]


def _value(count) -> int | None:
    return None if pd.isna(count) else int(count)
