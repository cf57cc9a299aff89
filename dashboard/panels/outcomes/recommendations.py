"""Recommendations to the legislator: what, to whom, and how far each has come."""

from functools import partial

from dashboard.figures.base import Canvas, Picture
from dashboard.panels import reply_targets
from dashboard.panels.outcomes.stages import of_stages, parts
from dashboard.panels.panel import Column, Panel
from dashboard.panels.site.statements import place
from dashboard.text import Words, wording
from dashboard.text.table import Cell, Table
from data_access.answers import follow_up
from data_access.vocabulary import schema
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.fields.follow_up import RECOMMENDATION_STATES
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.shape import REGISTER

HEADERS = ("reached_on", "recommendation", "addressed_to", "come_to", "place", "evidence")


def draw(answer: Answer, canvas: Canvas) -> Picture:
    """How many have come how far."""
    return of_stages("recommendation_stage", RECOMMENDATION_STATES, answer, canvas)


def tabulate(answer: Answer, words: Words, _selection: Selection) -> Table:
    """Since when, what, to whom, how far, where, which document."""
    rows = tuple(
        (
            Cell(words.day(row.reached_on)),
            Cell(getattr(row, f"recommendation_{words.language}")),
            Cell(getattr(row, f"addressed_to_{words.language}")),
            Cell(words(f"recommendation_stage.{row.recommendation_stage}")),
            place(row, words),
            Cell(row.published_in, address=row.url, language="en"),
        )
        for row in answer.rows
    )
    return Table(tuple(words(f"table.{name}") for name in HEADERS), rows)


def say(answer: Answer, words: Words, _selection: Selection) -> str:
    """How many there are, and how far they have come."""
    return words(
        "say.recommendations",
        place=wording.place(answer, words),
        recommendations=words.plural("count.recommendations", len(answer.rows)),
        parts=parts("recommendation_stage", RECOMMENDATION_STATES, answer, words),
    )


PANEL = Panel(
    key="recommendations_by_stage",
    topic="outcomes",
    shape=REGISTER,
    depends_on=("district", "site"),
    read=partial(follow_up.newest_first, schema.recommendation, "reached_on", "no_recommendation"),
    draw=draw,
    say=say,
    tabulate=tabulate,
    replies_to=reply_targets.no_codes,
    columns={
        "recommendation": Column("What is recommended, in the language of the file"),
        "addressed_to": Column("Body that it is addressed to, in the language of the file"),
    },
)
