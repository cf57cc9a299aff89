"""The cells in which grievances are counted, and how many each holds. Pure functions.

A cell is one way of dividing the cases, and one closed year or quarter: ("area", code, year, flow or "open"), (kind,
code, year), (kind, code, year, question, answer), ("stage", stage, year), ("age", age, year), (flow or "open",
quarter). Of a district no more is counted than what was received.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator

import pandas as pd

from data_access.vocabulary.soate import COUNTRY_CODE, OBLAST_DIGITS
from data_access.vocabulary.stages import CASE_STAGES
from loaders.publish.cases import open_at, open_spells
from loaders.publish.events import ANSWERS

Cell = Hashable
COUNTRY = ("country", COUNTRY_CODE)
DIVISION_COLUMNS = {"issue": "issue_code", "channel": "channel", "body": "responsible_body"}
WIDER = ("oblast_code", "country_code")
AREAS = {"received": ("district_code", *WIDER), "closed": WIDER}
FLOWS = tuple(AREAS)
LAST = 4


def posted_cells(posted_events: pd.DataFrame) -> dict[Cell, int]:
    """How many posted events (``posting.COLUMNS``) are in each cell that has any."""
    posted_events = posted_events.assign(
        year=posted_events["quarter"].dt.year,
        quarter=posted_events["quarter"].dt.to_period("Q").astype(str),
        oblast_code=posted_events["district_code"].str[:OBLAST_DIGITS],
        country_code=COUNTRY_CODE,
    )
    groups = dict([*posted_events.groupby("event")])
    counts_by_cell: dict[Cell, int] = {}
    for event, cell_of, columns in _event_cells():
        if event in groups:
            counts = groups[event].groupby(list(columns))["event_count"].sum()
            counts_by_cell |= {cell_of(*_tuple(key)): int(count) for key, count in counts.items()}
    return counts_by_cell


def stocks_of(steps: pd.DataFrame, quarters: Iterable[str]) -> dict[Cell, int]:
    """How many cases stood open at the end of each quarter, and of each full year by oblast and by age."""
    open_periods = open_spells(steps)
    stocks: dict[Cell, int] = {}
    for name in quarters:
        quarter = pd.Period(name, freq="Q")
        cases = open_at(open_periods, quarter.end_time.normalize())
        stocks["open", name] = len(cases)
        if quarter.quarter == LAST:
            oblasts, ages = cases["district_code"].str[:OBLAST_DIGITS].value_counts(), cases["age"].value_counts()
            oblasts[COUNTRY_CODE] = len(cases)
            stocks |= {("area", code, quarter.year, "open"): int(count) for code, count in oblasts.items()}
            stocks |= {("age", age, quarter.year): int(count) for age, count in ages.items()}
    return stocks


def _event_cells() -> Iterator[tuple[str, Callable[..., Cell], tuple[str, ...]]]:
    """Each event that is counted, what makes a cell of the values of some columns, and these columns."""
    for flow, areas in AREAS.items():
        for area in areas:
            yield flow, lambda code, year, flow=flow: ("area", code, year, flow), (area, "year")
        yield flow, lambda quarter, flow=flow: (flow, quarter), ("quarter",)
    for kind, column in DIVISION_COLUMNS.items():
        yield "received", lambda code, year, kind=kind: (kind, code, year), (column, "year")
    for stage in CASE_STAGES:
        event = stage if stage == "received" else f"stage:{stage}"
        yield event, lambda year, stage=stage: ("stage", stage, year), ("year",)
    for question, answers in ANSWERS.items():
        for answer in answers:
            outcome, event = (question, answer), f"{question}:{answer}"
            yield event, lambda year, outcome=outcome: (*COUNTRY, year, *outcome), ("year",)
            for kind, column in DIVISION_COLUMNS.items():
                yield (
                    event,
                    lambda code, year, kind=kind, outcome=outcome: (kind, code, year, *outcome),
                    (column, "year"),
                )


def _tuple(key: Hashable) -> tuple[Hashable, ...]:
    return key if isinstance(key, tuple) else (key,)
