"""Small grants: for what, how much, how many consultations were held, how far each has come."""

from functools import partial
from typing import Any

from dashboard.figures.base import Canvas, Picture
from dashboard.panels import reply_targets
from dashboard.panels.outcomes.stages import of_stages, parts
from dashboard.panels.panel import Column, Panel
from dashboard.panels.site.statements import place
from dashboard.text import Words, wording
from dashboard.text.table import Cell, Table
from dashboard.text.words import HELD
from data_access.answers import follow_up
from data_access.vocabulary import schema
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.fields.follow_up import GRANT_STATES
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.shape import REGISTER
from data_access.vocabulary.states import MISSING, VALUE, ZERO

HEADERS = ("granted_on", "purpose_of_grant", "grant_amount", "stage_of_grant", "consultations", "place", "evidence")


def draw(answer: Answer, canvas: Canvas) -> Picture:
    """How many have come how far."""
    return of_stages("grant_stage", GRANT_STATES, answer, canvas)


def tabulate(answer: Answer, words: Words, _selection: Selection) -> Table:
    """When, for what, how much, how far, how many consultations, where, which document."""
    rows = tuple(
        (
            Cell(words.day(row.granted_on)),
            Cell(getattr(row, f"purpose_{words.language}")),
            Cell(f"{words.number(row.grant_amount)}{HELD}{words(f'statement_unit.{row.grant_currency}')}"),
            Cell(words(f"grant_stage.{row.grant_stage}")),
            _consultations(row, words),
            place(row, words),
            Cell(row.published_in, address=row.url, language="en"),
        )
        for row in answer.rows
    )
    return Table(tuple(words(f"table.{name}") for name in HEADERS), rows)


def say(answer: Answer, words: Words, _selection: Selection) -> str:
    """How many there are, and how far they have come; amounts of several currencies are not added."""
    return words(
        "say.grants",
        place=wording.place(answer, words),
        grants=words.plural("count.grants", len(answer.rows)),
        parts=parts("grant_stage", GRANT_STATES, answer, words),
    )


def _consultations(row: Any, words: Words) -> Cell:
    count = row.consultations_count
    if count != count:
        return Cell(words("state.missing"), state=MISSING)
    return Cell(words.number(count), is_number=True, state=VALUE if count else ZERO)


PANEL = Panel(
    key="grants_by_stage",
    topic="outcomes",
    shape=REGISTER,
    depends_on=("district", "site"),
    read=partial(follow_up.newest_first, schema.small_grant, "granted_on", "no_grant"),
    draw=draw,
    say=say,
    tabulate=tabulate,
    replies_to=reply_targets.no_codes,
    columns={
        "purpose": Column("What it is for, in the language of the file"),
        "consultations_count": Column(empty=MISSING),
    },
)
