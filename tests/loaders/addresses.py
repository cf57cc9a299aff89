"""Counts of grievances as the addresses of files show them, by the names of the attacker.

Each reader takes the rows of one panel's file and yields ``(names, count, is_exact)``: the sum of some counts; one that
is not exact is a least one.
"""

from collections.abc import Callable, Iterator
from itertools import combinations_with_replacement

import pandas as pd

from data_access.vocabulary.soate import COUNTRY_CODE
from tests.loaders.attacker import AREA, OUTCOME, PART, QUARTER, STOCK, WAIT, Name

Rows = list[dict]
Told = Iterator[tuple[list[Name], float, bool]]
Taken = Callable[[str, str], Rows]
Periods = list[tuple[int, int]]

TABLES = {
    AREA: "grievances",
    PART: "grievance_parts",
    OUTCOME: "grievance_outcomes",
    QUARTER: "grievance_quarters",
    WAIT: "grievance_times",
}
# Panels whose rows are no counts of grievances, or those of another panel under the same choices.
NOT_READ = {
    "grievances_waits": "days, as in the table of times",
    "grievances_cohorts": "sums of the table of parts, the same in every period",
    "compare_standing": "the maps' answers",
    "district_standing": "the maps' answers",
    "data_coverage": "districts that have data",
    "data_register": "sources",
    "signals": "days, as in the table of times",
}
SHOWN = ("value", "zero")


def tables(fetch: Taken) -> dict:
    """The public tables as their files hold them, in the types of the store."""
    frames = {table: pd.DataFrame(fetch(name, "")) for table, name in TABLES.items()}
    for frame in frames.values():
        for column in frame:
            if column.endswith(("_count", "_days")):
                frame[column] = pd.to_numeric(frame[column])
            elif column == "year":
                frame[column] = frame[column].astype(int)
            elif column == "quarter":
                frame[column] = pd.to_datetime(frame[column])
    return frames


def every_period(years: list[int]) -> Periods:
    """First and last year of every period."""
    return [*combinations_with_replacement(years, 2)]


def telling_periods(years: list[int]) -> Periods:
    """Those of which every other one is a sum or a difference: single years, and all that begin first or end last."""
    return [pair for pair in every_period(years) if pair[0] in (pair[1], years[0]) or pair[1] == years[-1]]


def statements(
    fetch: Taken, years: list[int], issues: list[str], periods: Periods, districts: dict[str, str], people: dict
) -> Told:
    """Everything that the files of all panels say under these periods and all districts, issues and measures.

    ``districts`` are codes by slug, ``people`` residents by slug.
    """
    for first, last in periods:
        within, period = [*range(first, last + 1)], f"since={first}&until={last}"
        yield from _maps(fetch, within, period, people)
        yield from _pairs(fetch, period, districts)
        for kind in ("issue", "channel", "stage"):
            for row in fetch(f"grievances_by_{kind}", period):
                yield from _statement(row, "value", [("part", kind, row["code"], year) for year in within])
        for row in fetch("grievances_by_age", period):
            yield from _statement(row, "value", [("outcome", "country", COUNTRY_CODE, last, "age", row["code"])])
        yield from _answer_counts(fetch, within, period)
    for issue in issues:
        yield from _answer_counts(fetch, years, f"issue={issue}")
    for slug, code in {"": COUNTRY_CODE, **districts}.items():
        yield from _lanes(fetch, slug, code)
    for row in fetch("compare_before", ""):
        yield from _statement(row, "received", [("area", districts[row["slug"]], int(row["year"]), "received")])
    for row in fetch("grievances_open", ""):
        for column in STOCK:
            yield from _statement(
                row, f"{column}_count", [("quarter", str(pd.Period(row["quarter"], freq="Q")), column)]
            )


def _maps(fetch: Taken, years: list[int], period: str, people: dict) -> Told:
    for measure in ("grievance_received", "grievance_rate"):
        for row in fetch("grievances_map", f"measure={measure}&{period}"):
            names = [("area", row["district_code"], year, "received") for year in years]
            if measure == "grievance_received" or row["slug"] in people:
                yield from _statement(row, "value", names, people[row["slug"]] / 10_000 if "rate" in measure else 1)


def _pairs(fetch: Taken, period: str, districts: dict[str, str]) -> Told:
    for row in fetch("compare_pairs", f"x=grievance_received&y=grievance_rate&{period}"):
        years = range(int(row["x_first"]), int(row["x_last"]) + 1)
        yield [("area", districts[row["slug"]], year, "received") for year in years], float(row["x"]), False


def _answer_counts(fetch: Taken, years: list[int], query: str) -> Told:
    """Sums over the years that are shown: where any is left out they are least ones."""
    columns = {
        ("resolved", "in_time"): "in_time",
        ("resolved", "missed"): "missed",
        ("acknowledged", "in_time"): "acknowledged_in_time",
        ("acknowledged", "missed"): "acknowledged_missed",
    }
    for row in fetch("grievances_in_time", query):
        for (question, answer), column in columns.items():
            left_out = row["withheld_years" if question == "resolved" else "acknowledged_withheld_years"]
            yield from _outcome(row, question, answer, column, years, left_out)
    for row in fetch("grievances_returned", query):
        for answer in ("happened", "could"):
            yield from _outcome(row, row["question"], answer, answer, years, row["withheld_years"])


def _outcome(row: dict, question: str, answer: str, column: str, years: list[int], left_out: str) -> Told:
    names = [("outcome", row["kind"], row["code"], year, question, answer) for year in years]
    for names_of_count, count, is_exact in _statement(row, column, names):
        yield names_of_count, count, is_exact and not float(left_out or 0)


def _lanes(fetch: Taken, slug: str, code: str) -> Told:
    for row in fetch("grievances_by_year", f"district={slug}"):
        for column in STOCK if not slug else STOCK[:1]:
            yield from _statement(row, f"{column}_count", [("area", code, int(row["year"]), column)])
    for key in ("overview_timeline", "compare_years") if slug else ("overview_timeline",):
        for row in fetch(key, f"district={slug}"):
            if row["lane"] == "grievances":
                yield from _statement(row, "value", [("area", code, int(row["year"]), "received")])


def _statement(row: dict, column: str, names: list[Name], times: float = 1) -> Told:
    state = row.get(f"{column}_state", row.get("state"))
    if state in SHOWN:
        yield names, float(row[column]) * times, row.get("is_partial") != "true"
