"""How many people took part in meetings, by sex and by age."""

from typing import Any

from dashboard.figures import bars, theme
from dashboard.figures.base import Canvas, Picture, plain
from dashboard.panels import reply_targets
from dashboard.panels.panel import PLACE_AND_PERIOD, Column, Panel
from dashboard.text import Words, wording
from dashboard.text.table import Cell, Table, number
from data_access.answers import participants
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.fields.dialogue import WHOLE
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.shape import CHART
from data_access.vocabulary.states import WITHHELD

HEADERS = ("who_took_part", "participants", "told_meetings", "withheld_meetings")
SAID = (WHOLE, "sex")


def draw(answer: Answer, canvas: Canvas) -> Picture:
    """A bar for all, for each sex and for each age."""
    words, rows = canvas.words, answer.rows
    names = [_name(row.part, words) for row in rows]
    part = bars.Part(words("table.participants"), theme.middle("outcomes"), plain([row.value for row in rows]))
    return bars.stacked_bars(names, [part], canvas, lambda place, _length: _people(rows[place], words))


def tabulate(answer: Answer, words: Words, _selection: Selection) -> Table:
    """Who, how many, of how many meetings it is told, and of how many it is withheld."""
    return Table(tuple(words(f"table.{name}") for name in HEADERS), tuple(_row(row, words) for row in answer.rows))


def say(answer: Answer, words: Words, _selection: Selection) -> str:
    """How many took part in how many meetings, and how many women and men were among them."""
    return words(
        "say.participants",
        place=wording.place(answer, words),
        years=wording.years(answer, words),
        meetings=words.plural("count.meetings", answer.extras["meetings"]),
        parts=", ".join(
            words("value.named", name=words(f"participants.{row.part}"), value=_people(row, words))
            for row in answer.rows
            if row.division in SAID
        ),
    )


def _name(part: str, words: Words) -> str:
    text = words(f"participants.{part}")
    return text[:1].upper() + text[1:]


def _people(row: Any, words: Words) -> str:
    if row.state == WITHHELD:
        return words("state.withheld")
    return words.least(words.number(row.value), row.is_partial)


def _row(row: Any, words: Words) -> tuple[Cell, ...]:
    return (
        Cell(_name(row.part, words)),
        Cell(_people(row, words), state=row.state, is_number=row.state != WITHHELD),
        *(number(one, words) for one in (row.told_count, row.withheld_count)),
    )


PANEL = Panel(
    key="meeting_participants",
    topic="outcomes",
    shape=CHART,
    depends_on=(*PLACE_AND_PERIOD, "site"),
    read=participants.by_part,
    draw=draw,
    say=say,
    tabulate=tabulate,
    replies_to=reply_targets.no_codes,
    columns={
        "part": Column(codes=("participants",)),
        "value": Column(unit="persons", empty=WITHHELD),
        "told_count": Column(
            "Meetings whose number is in the sum; who came to several is counted in each", unit="meetings"
        ),
        "withheld_count": Column("Meetings whose number is withheld, and in no sum", unit="meetings"),
    },
)
