"""The panel of indicators by goal: in how many places each has moved to the better or the worse."""

from typing import Any

from dashboard.figures import bars, theme
from dashboard.figures.base import Canvas, Picture
from dashboard.panels import reply_targets
from dashboard.panels.panel import PLACE_AND_PERIOD, UNSTATED_KEY, Column, Panel
from dashboard.text import Words, naming, wording
from dashboard.text.table import Cell, Table, number
from data_access.answers import goal_indicators
from data_access.vocabulary import measures
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.fields.field import IN_UNIT
from data_access.vocabulary.measures import Measure
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.shape import REGISTER

MOVES = {"better": theme.middle("outcomes"), "worse": theme.PATTERN, "same": theme.RAMPS["outcomes"][0]}
HEADERS = ("sdg", "measure", "first_to_last", "better")
# Behind these, of all places and of a chosen one.
OF_ALL = ("places_of_two_years", "moved_better", "moved_worse")
OF_ONE = ("figure_of", "first_figure", "last_figure")


def draw(answer: Answer, canvas: Canvas) -> Picture:
    """A bar for each indicator: the shares of places where it moved to the better, to the worse, and not."""
    words, frame = canvas.words, answer.frame
    names = [f"{row.sdg.replace(',', ', ')} · {naming.of_measure(_measure(answer, row), words)}" for row in answer.rows]
    parts = [
        bars.Part(words(f"goal_move.{move}"), colour, (frame[f"{move}_count"] / frame["place_count"]).tolist())
        for move, colour in MOVES.items()
        if frame[f"{move}_count"].any()
    ]
    return bars.stacked_bars(names, parts, canvas, lambda row, _length: _end(answer, answer.rows[row], words))


def _end(answer: Answer, row: Any, words: Words) -> str:
    """In how many of how many places it moved to the better; of a chosen one its first and last figure."""
    if row.first_value != row.first_value:
        return f"{words.number(row.better_count)}/{words.number(row.place_count)}"
    places = _measure(answer, row).places
    return " → ".join(words.number(value, places) for value in (row.first_value, row.last_value))


def tabulate(answer: Answer, words: Words, selection: Selection) -> Table:
    """Goals, indicator, years, which end is better; how many places moved which way, or the figures of one."""
    more, cells = (OF_ONE, _of_one) if selection.district else (OF_ALL, _of_all)
    headers = tuple(words(f"table.{name}") for name in (*HEADERS, *more))
    return Table(headers, tuple((*_row(answer, row, words), *cells(answer, row, words)) for row in answer.rows))


def say(answer: Answer, words: Words, selection: Selection) -> str:
    """Of how many indicators more places moved to the better than to the worse, and of how many the other way."""
    frame = answer.frame
    better = int((frame["better_count"] > frame["worse_count"]).sum())
    worse = int((frame["better_count"] < frame["worse_count"]).sum())
    return words(
        "say.goal_indicators.here" if selection.district else "say.goal_indicators",
        place=wording.place(answer, words),
        years=wording.years(answer, words),
        indicators=words.plural("count.result_indicators", len(frame)),
        better=words.number(better),
        worse=words.number(worse),
    )


def _measure(answer: Answer, row: Any) -> Measure:
    return measures.of_indicator(row.code, answer.indicators)


def _row(answer: Answer, row: Any, words: Words) -> tuple[Cell, ...]:
    return (
        Cell(row.sdg.replace(",", ", ")),
        Cell(naming.of_measure(_measure(answer, row), words)),
        Cell(words.years((int(row.first_year), int(row.last_year)))),
        Cell(words(f"direction.{row.direction}")),
    )


def _of_all(_answer: Answer, row: Any, words: Words) -> tuple[Cell, ...]:
    return tuple(number(count, words) for count in (row.place_count, row.better_count, row.worse_count))


def _of_one(answer: Answer, row: Any, words: Words) -> tuple[Cell, ...]:
    measure = _measure(answer, row)
    figures = (
        number(value, words, lambda one: wording.amount(one, measure.unit, words, measure.places))
        for value in (row.first_value, row.last_value)
    )
    return (Cell(words(f"figure_of.{row.level}")), *figures)


PANEL = Panel(
    key="goal_indicators",
    topic="outcomes",
    shape=REGISTER,
    depends_on=(*PLACE_AND_PERIOD, "goal"),
    read=goal_indicators.by_goal,
    draw=draw,
    say=say,
    tabulate=tabulate,
    replies_to=reply_targets.no_codes,
    columns={
        "code": Column(codes=("measure",)),
        "level": Column("district or oblast: what the counts are of"),
        "first_year": Column("First year of which one of these places has a figure"),
        "last_year": Column("Last year of which one of these places has a figure"),
        "place_count": Column("Places with figures of two years or more", unit="places"),
        "better_count": Column("Of these, those whose last figure is better than their first", unit="places"),
        "worse_count": Column("Of these, those whose last figure is worse than their first", unit="places"),
        "same_count": Column("Of these, those whose last figure is their first", unit="places"),
        "first_value": Column("First figure of the chosen place or its oblast", unit=IN_UNIT, empty=UNSTATED_KEY),
        "last_value": Column("Last figure of the chosen place or its oblast", unit=IN_UNIT, empty=UNSTATED_KEY),
    },
)
