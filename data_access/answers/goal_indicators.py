"""Annual statistics by the goals that they stand for (SDG): in how many places each moved which way."""

from typing import Any

import pandas as pd
from sqlalchemy import select

from data_access.answers import filters, indicator_list, places, sources, statistic_rows
from data_access.answers.statistic_rows import OF_OBLASTS
from data_access.store.database import Snapshot, per_version
from data_access.vocabulary import schema
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.facets import GOALS
from data_access.vocabulary.fields.statements import CURRENCIES
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.soate import oblast_of

TABLES = (schema.statistic, schema.oblast_statistic)
# Which sign of a difference is the better one; of others no end is.
BETTER = {"higher_better": 1, "lower_worse": 1, "higher_worse": -1}
COLUMNS = (
    *("code", "sdg", "direction", "level", "first_year", "last_year", "place_count"),
    *("better_count", "worse_count", "same_count", "first_value", "last_value"),
)
# Figures are published with one digit behind the comma: one step of it may be of rounding alone.
STEP = 0.1
NAN = float("nan")


def by_goal(snapshot: Snapshot, selection: Selection) -> Answer:
    """A row for each statistic of the chosen goal of which a place has figures of two chosen years, goal by goal.

    Each place is set against itself: its last figure against its first. Columns code, sdg (goals, comma separated),
    direction, level (district or oblast), first_year and last_year (of all these places), place_count, better_count,
    worse_count, same_count (places); first_value and last_value of the chosen place (NaN without one).
    """
    goals = _goals(snapshot)
    codes = [code for code, own in goals.items() if selection.goal is None or selection.goal in own.split(",")]
    rows = [row for code in codes if (row := _row(snapshot, code, goals[code], selection))]
    known_years = _span([statistic_rows.known_years(snapshot, code) for code in goals])
    frame = pd.DataFrame(rows, columns=list(COLUMNS))
    years = _span([(row["first_year"], row["last_year"]) for row in rows])
    return Answer(frame, years, known_years, sources.of_indicators(snapshot, TABLES, frame["code"]))


def goals_with_indicators(snapshot: Snapshot) -> list[str]:
    """The goals for which any annual statistic stands that has a better end, and figures of two years of a place."""
    shown_goals = by_goal(snapshot, Selection()).frame["sdg"]
    named = {goal for own in shown_goals for goal in own.split(",")}
    return [goal for goal in GOALS if goal in named]


@per_version
def _goals(snapshot: Snapshot) -> dict[str, str]:
    """The goals of each statistic that has some, and a better end; in the order of the list.

    None of money in prices of its years: it grows with prices, which is no better end.
    """
    column = schema.indicator.c
    has_better_end = (column.direction.in_(BETTER), column.unit.not_in(CURRENCIES))
    query = select(column.indicator_code, column.sdg).where(column.sdg.is_not(None), *has_better_end)
    goals = {code: named.replace(" ", "") for code, named in snapshot.rows(query)[1]}
    return {code: goals[code] for code in indicator_list.statistics(snapshot) if goals.get(code)}


def _row(snapshot: Snapshot, code: str, goals: str, selection: Selection) -> dict[str, Any] | None:
    years = filters.chosen_years(selection, statistic_rows.known_years(snapshot, code))
    level, rows = statistic_rows.level(snapshot, code), statistic_rows.of_level(snapshot, code).dropna(subset="value")
    column = "oblast_code" if level == OF_OBLASTS else "district_code"
    here = places.code_of(snapshot, selection.district)
    rows = rows[rows["year"].between(*years)] if years else rows.head(0)
    if here:
        rows = rows[rows[column] == (oblast_of(here) if level == OF_OBLASTS else here)]
    groups = rows.groupby(column)["value"]
    ends = pd.DataFrame({"first": groups.first(), "last": groups.last()})[groups.count() > 1]
    if ends.empty:
        return None
    direction = indicator_list.by_code(snapshot)[code].direction
    moves = ((ends["last"] - ends["first"]) * BETTER[direction]).round(6)
    of_places = rows[rows[column].isin(ends.index)]["year"]
    values = (ends["first"].iloc[0], ends["last"].iloc[0]) if here else (NAN, NAN)
    return {
        **{"code": code, "sdg": goals, "direction": direction, "level": level},
        **{"first_year": int(of_places.min()), "last_year": int(of_places.max()), "place_count": len(ends)},
        **{"better_count": int((moves > STEP).sum()), "worse_count": int((moves < -STEP).sum())},
        **{"same_count": int((moves.abs() <= STEP).sum()), "first_value": values[0], "last_value": values[1]},
    }


def _span(spans: list[tuple[int, int] | None]) -> tuple[int, int] | None:
    known_spans = [span for span in spans if span]
    return (min(first for first, _ in known_spans), max(last for _, last in known_spans)) if known_spans else None
