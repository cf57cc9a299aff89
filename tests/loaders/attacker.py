"""Someone with every published count of grievances, their meaning, and a linear solver."""

import random
from collections.abc import Iterator

import numpy as np
import pandas as pd
from scipy.optimize import linprog
from scipy.sparse import csr_array

from data_access import schema

SEVERAL = 12
AREA, PART, OUTCOME = schema.grievance_year, schema.grievance_part_year, schema.grievance_outcome
QUARTER, WAIT = schema.grievance_quarter, schema.grievance_wait


class Attacker:
    """Equations of published counts over cells: (division, code, year, state), and answers per code.

    ``limit`` is the count below which no median is shown: whether there is one tells something too.
    """

    def __init__(self, tables, returned, width, limit):
        self.width, self.limit = width, limit
        self.places, self.rows, self.right, self.asked = {}, [], [], []
        self.less, self.most = [], []
        self.areas, self.parts, self.outcomes = tables[AREA], tables[PART], tables[OUTCOME]
        self.years = sorted(self.areas["year"].unique())
        self.codes = {
            "area": sorted(self.areas.loc[self.areas["area_level"] == "district", "area_code"].unique()),
            **{kind: sorted(found["code"].unique()) for kind, found in self.parts.groupby("kind")},
        }
        self._same_cases()
        self._read_areas()
        self._read_parts()
        self._read_outcomes()
        self._read_quarters(tables[QUARTER], returned)
        self._read_waits(tables[WAIT])

    def cell(self, *name) -> int:
        return self.places.setdefault(name, len(self.places))

    def base(self, kind, code, years, states=("open", "closed")) -> list[int]:
        """Cells of a code of a division: of a stage only by year, of the country those of its districts."""
        if kind == "stage":
            return [self.cell(kind, code, year) for year in years]
        codes = self.codes["area"] if kind == "country" else [code]
        kind = "area" if kind == "country" else kind
        return [self.cell(kind, one, year, state) for one in codes for year in years for state in states]

    def equal(self, left, right=(), value=0) -> None:
        self.rows.append(dict.fromkeys(left, 1.0) | dict.fromkeys(right, -1.0))
        self.right.append(value)

    def at_most(self, left, right=(), value=0) -> None:
        self.less.append(dict.fromkeys(left, 1.0) | dict.fromkeys(right, -1.0))
        self.most.append(value)

    def learn(self, name, cells, value) -> None:
        """A published count, or one that is withheld and to be found out."""
        if pd.isna(value):
            self.asked.append((name, cells))
        else:
            self.equal(cells, value=int(value))

    def is_told(self, values) -> None:
        """Withheld counts, by name, that it knows from elsewhere: nothing is to be found out about these."""
        for name, cells in self.asked:
            if name in values:
                self.equal(cells, value=int(values[name]))
        self.asked = [(name, cells) for name, cells in self.asked if name not in values]

    def is_asked_about(self, names) -> None:
        """Ask for these withheld counts only."""
        self.asked = [(name, cells) for name, cells in self.asked if name in names]

    def _same_cases(self) -> None:
        for year in self.years:
            for state in ("open", "closed"):
                whole = self.base("country", "", [year], [state])
                for kind in ("issue", "channel", "body"):
                    self.equal([c for code in self.codes[kind] for c in self.base(kind, code, [year], [state])], whole)
            stages = [c for code in self.codes["stage"] for c in self.base("stage", code, [year])]
            self.equal(stages, self.base("country", "", [year]))

    def _read_areas(self) -> None:
        for row in self.areas.itertuples():
            inside = [code for code in self.codes["area"] if code.startswith(row.area_code)]
            for column, states in {"received": ("open", "closed"), "open": ("open",), "closed": ("closed",)}.items():
                cells = [c for code in inside for c in self.base("area", code, [row.year], states)]
                name = (AREA.name, row.year, row.area_code, f"{column}_count")
                self.learn(name, cells, getattr(row, f"{column}_count"))

    def _read_parts(self) -> None:
        for row in self.parts.itertuples():
            name = (PART.name, row.year, row.kind, row.code)
            self.learn(name, self.base(row.kind, row.code, [row.year]), row.grievance_count)

    def _read_outcomes(self) -> None:
        for (kind, code, question), found in self.outcomes.groupby(["kind", "code", "question"]):
            asked = ["open"] if question == "age" else ["open", "closed"]
            apart = [(kind, code, question, answer) for answer in found["answer"]]
            if question not in ("received", "state"):
                self.equal([self.cell(*name) for name in apart], self.base(kind, code, self.years, asked))
            for name, value in zip(apart, found["grievance_count"], strict=True):
                self.learn((OUTCOME.name, *name), self.answer(*name), value)
        for (question, answer), found in self.outcomes.groupby(["question", "answer"]):
            for kind in set(found["kind"]) - {"country"}:
                codes = found.loc[found["kind"] == kind, "code"]
                parts = [cell for code in codes for cell in self.answer(kind, code, question, answer)]
                self.equal(parts, self.answer("country", schema.COUNTRY_CODE, question, answer))
        resolved = [self.cell("country", schema.COUNTRY_CODE, "reopened", answer) for answer in ("yes", "no")]
        self.equal(resolved, [c for code in ("resolved", "closed") for c in self.base("stage", code, self.years)])

    def answer(self, kind, code, question, answer) -> list[int]:
        if question in ("received", "state"):
            return self.base(kind, code, self.years, ("open", "closed") if question == "received" else (answer,))
        return [self.cell(kind, code, question, answer)]

    def _read_quarters(self, quarters, returned) -> None:
        """How many cases came back to be open in each quarter, the attacker is told."""
        before = []
        for row in quarters.sort_values("quarter").itertuples():
            received, closed, still_open = (self.cell(what, row.quarter) for what in ("received", "closed", "open"))
            self.equal([still_open, closed], [*before, received], returned[row.quarter])
            before = [still_open]
            for column, cell in (("received", received), ("closed", closed), ("open", still_open)):
                value = getattr(row, f"{column}_count")
                self.learn((QUARTER.name, row.quarter, column), [cell], value)
        for year in self.years:
            of_year = [day for day in quarters["quarter"] if day.year == year]
            self.equal([self.cell("received", day) for day in of_year], self.base("country", "", [year]))
        self.equal(before, self.base("country", "", self.years, ["open"]))

    def _read_waits(self, waits) -> None:
        """A median says that at least ``limit`` cases have days; that there is none, where counts are shown, fewer."""
        shown = {
            key: found["grievance_count"].notna().all()
            for key, found in self.outcomes.groupby(["kind", "code", "question"])
        }
        for row in waits[waits["kind"] != "district"].itertuples():
            done = [self.cell(row.wait, row.kind, row.code)]
            self._tie(row.wait, row.kind, row.code, done)
            question = {"acknowledge": "acknowledged", "resolve": "reopened", "open": "state"}[row.wait]
            self._tell(done, row.median_days, shown[row.kind, row.code, question])
        for wait in ("acknowledge", "resolve"):
            whole = [self.cell(wait, "country", schema.COUNTRY_CODE)]
            for kind in ("issue", "channel", "body"):
                self.equal([self.cell(wait, kind, code) for code in self.codes[kind]], whole)
        self._read_district_waits(waits[waits["kind"] == "district"])

    def _tie(self, wait, kind, code, done) -> None:
        """What the cases with days are among the others."""
        if wait == "open":
            self.equal(done, self.base(kind, code, self.years, ["open"]))
        elif wait == "acknowledge":
            self.at_most(self.answer(kind, code, "acknowledged", "in_time"), done)
            self.at_most(done, self.base(kind, code, self.years))
        else:
            self.at_most(done, [self.cell(kind, code, "reopened", answer) for answer in ("yes", "no")])

    def _tell(self, done, median, is_shown) -> None:
        if not pd.isna(median):
            self.at_most((), done, -self.limit)
        elif is_shown:
            self.at_most(done, value=self.limit - 1)

    def _read_district_waits(self, waits) -> None:
        every = [self.cell("resolve", "area", code, year) for code in self.codes["area"] for year in self.years]
        self.equal(every, [self.cell("resolve", "country", schema.COUNTRY_CODE)])
        for code in self.codes["area"]:
            for year in self.years:
                self.at_most([self.cell("resolve", "area", code, year)], self.base("area", code, [year]))
        shown = self.areas[self.areas["received_count"].notna()].groupby("area_code")["year"].agg(list)
        for row in waits.itertuples():
            done = [self.cell("resolve", "area", row.code, year) for year in shown.get(row.code, ())]
            if done:
                self._tell(done, row.median_days, True)

    def spans(self) -> Iterator[tuple[tuple, float, float]]:
        """Name, and the least and the most of every withheld count; these are exact where they are close together.

        Each solution is a register that the attacker cannot rule out: all counts are read from it. Only counts that
        all solutions so far agree about are asked for one by one.
        """
        known = {
            "A_eq": self._matrix(self.rows), "b_eq": np.array(self.right, dtype=float),
            "A_ub": self._matrix(self.less), "b_ub": np.array(self.most, dtype=float),
        }  # fmt: skip
        wanted = self._matrix([dict.fromkeys(cells, 1.0) for _, cells in self.asked])
        solutions = []

        def solve(costs) -> None:
            found = linprog(costs, **known, bounds=(0, 10 * max(self.right)), method="highs")
            assert found.success, found.message
            solutions.append(wanted @ found.x)

        draw = random.Random(1)
        for _ in range(SEVERAL):
            costs = np.array([draw.choice((-1.0, 1.0)) for _ in self.asked]) @ wanted
            solve(costs)
            solve(-costs)
        for row in range(len(self.asked)):
            for sign in (1, -1):
                if np.ptp([solution[row] for solution in solutions]) < self.width - 1e-6:
                    solve(sign * wanted[[row]].toarray()[0])
        bounds = np.array(solutions)
        for (name, _), least, most in zip(self.asked, bounds.min(axis=0), bounds.max(axis=0), strict=True):
            yield name, float(least), float(most)

    def _matrix(self, rows) -> csr_array:
        entries = [(row, cell, sign) for row, cells in enumerate(rows) for cell, sign in cells.items()]
        row, cell, sign = zip(*entries, strict=True)
        return csr_array((sign, (row, cell)), shape=(len(rows), len(self.places)))
