"""Plans of two months: what each is to reach, and where it stands in its time."""

from functools import partial
from typing import Any

from dashboard.figures import periods, theme
from dashboard.figures.base import Canvas, Picture
from dashboard.panels import reply_targets
from dashboard.panels.panel import Column, Panel
from dashboard.panels.site.statements import place
from dashboard.text import Words, wording
from dashboard.text.table import NO_RANK, Cell, Table
from data_access.answers import follow_up
from data_access.vocabulary import schema
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.shape import REGISTER

HEADERS = ("plan_days", "plan", "place", "long_aim", "evidence")
# In the picture, from the newest on.
MOST = 12


def draw(answer: Answer, canvas: Canvas) -> Picture:
    """A bar over the days of each plan, and a line at today."""
    words, colour = canvas.words, theme.middle("outcomes")
    bars = [
        periods.Period(_plan(row, words), row.plan_from, row.plan_until, None, colour, _days(row, words))
        for row in answer.rows[:MOST]
    ]
    return periods.of_things(bars, canvas, ())


def tabulate(answer: Answer, words: Words, _selection: Selection) -> Table:
    """Its days, what it is to reach, where, and what in the long run."""
    rows = tuple(
        (
            Cell(_days(row, words)),
            Cell(_plan(row, words)),
            place(row, words),
            Cell(getattr(row, f"long_aim_{words.language}") or NO_RANK),
            Cell(row.published_in, address=row.url, language="en"),
        )
        for row in answer.rows
    )
    return Table(tuple(words(f"table.{name}") for name in HEADERS), rows)


def say(answer: Answer, words: Words, _selection: Selection) -> str:
    """How many there are, and the days of the newest."""
    return words(
        "say.plans",
        place=wording.place(answer, words),
        plans=words.plural("count.plans", len(answer.rows)),
        days=_days(answer.rows[0], words),
    )


def _plan(row: Any, words: Words) -> str:
    return str(getattr(row, f"plan_{words.language}"))


def _days(row: Any, words: Words) -> str:
    return f"{words.day(row.plan_from)} – {words.day(row.plan_until)}"


PANEL = Panel(
    key="plans_by_day",
    topic="outcomes",
    shape=REGISTER,
    depends_on=("district", "site"),
    read=partial(follow_up.newest_first, schema.plan, "plan_from", "no_plan"),
    draw=draw,
    say=say,
    tabulate=tabulate,
    replies_to=reply_targets.no_codes,
    columns={
        "plan": Column("What is to be reached by its end, in the language of the file"),
        "long_aim": Column("What is to be reached in the long run, in the language of the file"),
    },
)
