"""Counts of grievances as the addresses of files show them, as equations over the cells of the attacker.

Each reader takes the rows of one panel's file and yields ``(cells, count, is_exact)``; a count that is not exact is a
least one.
"""

from collections.abc import Callable, Iterator
from itertools import combinations_with_replacement

import pandas as pd

from data_access.schema import COUNTRY_CODE
from tests.loaders.attacker import AREA, OUTCOME, PART, QUARTER, WAIT, Attacker

Rows = list[dict]
Told = Iterator[tuple[list[int], float, bool]]
Taken = Callable[[str, str], Rows]
Periods = list[tuple[int, int]]

TABLES = {
    AREA: "grievances",
    PART: "grievance_parts",
    OUTCOME: "grievance_outcomes",
    QUARTER: "grievance_quarters",
    WAIT: "grievance_times",
}
STAGES = ("received", "acknowledged", "assessed", "offered", "resolved", "closed")
# Panels whose rows are no counts of grievances, or those of another panel under the same choices.
NOT_READ = {
    "grievances_waits": "days, as in the table of times",
    "compare_standing": "the maps' answers",
    "district_standing": "the maps' answers",
    "data_coverage": "districts that have data",
    "data_register": "sources",
}
SHOWN = ("value", "zero")


def tables(taken: Taken) -> dict:
    """The public tables as their files hold them, in the types of the store."""
    found = {table: pd.DataFrame(taken(name, "")) for table, name in TABLES.items()}
    for frame in found.values():
        for column in frame:
            if column.endswith(("_count", "_days")):
                frame[column] = pd.to_numeric(frame[column])
            elif column == "year":
                frame[column] = frame[column].astype(int)
            elif column == "quarter":
                frame[column] = pd.to_datetime(frame[column])
    return found


def every_period(years: list[int]) -> Periods:
    """First and last year of every period."""
    return [*combinations_with_replacement(years, 2)]


def telling_periods(years: list[int]) -> Periods:
    """Those of which every other one is a sum or a difference: single years, and all that begin first or end last."""
    return [pair for pair in every_period(years) if pair[0] in (pair[1], years[0]) or pair[1] == years[-1]]


def told(taken: Taken, attacker: Attacker, periods: Periods, districts: dict[str, str], people: dict[str, int]) -> Told:
    """Everything that the files of all panels say under these periods and all districts, issues and measures.

    ``districts`` are codes by slug, ``people`` residents by slug.
    """
    for first, last in periods:
        years, period = [*range(first, last + 1)], f"since={first}&until={last}"
        yield from _maps(taken, attacker, years, period, people)
        yield from _pairs(taken, attacker, period, districts)
        for kind in ("issue", "channel"):
            yield from _parts(attacker, kind, years, taken(f"grievances_by_{kind}", period))
        yield from _stages(attacker, years, taken("grievances_by_stage", period))
    for slug, code in {"": COUNTRY_CODE, **districts}.items():
        yield from _lanes(taken, attacker, slug, code)
    for row in taken("compare_before", ""):
        cells = attacker.base("area", districts[row["slug"]], [int(row["year"])])
        yield from _told(row, "received", cells)
    for issue in ("", *attacker.codes["issue"]):
        yield from _outcomes(attacker, taken("grievances_in_time", f"issue={issue}"), {"resolved": RESOLVED})
        returned = taken("grievances_returned", f"issue={issue}")
        for question in ("reopened", "appealed"):
            rows = [row for row in returned if row["question"] == question]
            yield from _outcomes(attacker, rows, {question: {"yes": "yes", "no": "no"}})
    for row in taken("grievances_by_age", ""):
        yield from _told(row, "value", [attacker.cell("country", COUNTRY_CODE, "age", row["code"])])
    for row in taken("grievances_open", ""):
        for column in ("received", "closed", "open"):
            yield from _told(row, f"{column}_count", [attacker.cell(column, pd.Timestamp(row["quarter"]))])


RESOLVED = {"in_time": "in_time", "missed": "missed", "unknown": "unknown"}
STATES = {"received": ("open", "closed"), "open": ("open",), "closed": ("closed",)}


def _maps(taken: Taken, attacker: Attacker, years: list[int], period: str, people: dict[str, int]) -> Told:
    for measure in ("grievance_received", "grievance_open", "grievance_rate"):
        rows = taken("grievances_map", f"measure={measure}&{period}")
        states = STATES["open" if measure == "grievance_open" else "received"]
        for row in rows:
            if row["district_code"] in attacker.codes["area"]:
                cells = attacker.base("area", row["district_code"], years, states)
                times = people[row["slug"]] / 10_000 if measure == "grievance_rate" else 1
                yield from _told(row, "value", cells, times)


def _pairs(taken: Taken, attacker: Attacker, period: str, districts: dict[str, str]) -> Told:
    for row in taken("compare_pairs", f"x=grievance_received&y=grievance_open&{period}"):
        years = [*range(int(row["x_first"]), int(row["x_last"]) + 1)]
        for axis, states in {"x": STATES["received"], "y": STATES["open"]}.items():
            yield attacker.base("area", districts[row["slug"]], years, states), float(row[axis]), True


def _parts(attacker: Attacker, kind: str, years: list[int], rows: Rows) -> Told:
    for row in rows:
        yield from _told(row, "value", attacker.base(kind, row["code"], years))


def _stages(attacker: Attacker, years: list[int], rows: Rows) -> Told:
    """Those that came at least this far."""
    for row in rows:
        further = STAGES[STAGES.index(row["code"]) :]
        yield from _told(row, "value", [c for code in further for c in attacker.base("stage", code, years)])


def _lanes(taken: Taken, attacker: Attacker, slug: str, code: str) -> Told:
    kind = "country" if code == COUNTRY_CODE else "area"
    if kind == "area" and code not in attacker.codes["area"]:
        return
    for row in taken("grievances_by_year", f"district={slug}"):
        for column, states in STATES.items():
            yield from _told(row, f"{column}_count", attacker.base(kind, code, [int(row["year"])], states))
    for key in ("overview_timeline", "compare_years") if slug else ("overview_timeline",):
        for row in taken(key, f"district={slug}"):
            if row["lane"] == "grievances":
                yield from _told(row, "value", attacker.base(kind, code, [int(row["year"])]))


def _outcomes(attacker: Attacker, rows: Rows, columns: dict[str, dict[str, str]]) -> Told:
    for row in rows:
        for question, answers in columns.items():
            for column, answer in answers.items():
                yield from _told(row, column, attacker.answer(row["kind"], row["code"], question, answer))


def _told(row: dict, column: str, cells: list[int], times: float = 1) -> Told:
    state = row.get(f"{column}_state", row.get("state"))
    if state in SHOWN:
        yield cells, float(row[column]) * times, row.get("is_partial") != "true"
