"""Hearings, workshops and other meetings: which lie ahead, which were held, who came, and what was agreed."""

from typing import Any

from dashboard.figures import meetings
from dashboard.figures.base import Canvas, Picture
from dashboard.panels import reply_targets
from dashboard.panels.panel import AS_THE_ROW, Column, Panel
from dashboard.panels.site.statements import place
from dashboard.text import Words, wording
from dashboard.text.table import NO_RANK, Cell, Table
from data_access.answers import dialogue
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.fields.dialogue import DIVISIONS, WHOLE
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.shape import SENTENCES
from data_access.vocabulary.states import MISSING, WITHHELD

# On a phone the first three are seen at once; sheets leave out the sixth and the seventh.
HEADERS = ("date", "meeting", "standing", "place", "participants", "roles", "issues", "of_them", "agreed", "evidence")
HELD, AHEAD = "held", "planned"


def draw(answer: Answer, canvas: Canvas) -> Picture:
    """Every meeting that was not cancelled, over the incidents and grievances of the same years."""
    words = canvas.words
    shown_meetings = [
        meetings.Meeting(row.starts_on, row.standing != HELD, _hover(row, words))
        for row in answer.rows
        if row.standing != "cancelled"
    ]
    return meetings.beside(shown_meetings, answer.extras["beside"], canvas)


def tabulate(answer: Answer, words: Words, _selection: Selection) -> Table:
    """When, what, whether it was held, where, how many, who by role, about what, of what sex and age, with what end."""
    headers, parts = tuple(words(f"table.{name}") for name in HEADERS), answer.extras["parts"]
    return Table(headers, tuple(_meeting(row, parts.get(row.dialogue_id, {}), words) for row in answer.rows))


def say(answer: Answer, words: Words, _selection: Selection) -> str:
    """How many were held, of how many it is told what was agreed, how many lie ahead, and the next of these."""
    held_count = [row for row in answer.rows if row.standing == HELD]
    ahead = [row for row in answer.rows if row.standing == AHEAD]
    sentence = words(
        "say.dialogue",
        place=wording.place(answer, words),
        meetings=words.plural("count.meetings", len(held_count)),
        agreed=words.number(sum(bool(getattr(row, f"agreed_{words.language}")) for row in held_count)),
    )
    if not ahead:
        return f"{sentence} {words('say.dialogue.none_ahead')}"
    kind = words(f"dialogue_kind.{ahead[0].dialogue_kind}")
    day = wording.date_of(ahead[0], words)
    return f"{sentence} {words('say.dialogue.ahead', n=words.number(len(ahead)), day=day, kind=kind)}"


def _hover(row: Any, words: Words) -> str:
    parts = (wording.date_of(row, words), words(f"dialogue_kind.{row.dialogue_kind}"), place(row, words).text)
    return " · ".join((*parts, words(f"dialogue_status.{row.standing}")))


def _meeting(row: Any, parts: Any, words: Words) -> tuple[Cell, ...]:
    language = words.language
    kind = words(f"dialogue_kind.{row.dialogue_kind}")
    return (
        Cell(wording.date_of(row, words)),
        Cell(words("meeting.about", kind=kind, what=getattr(row, f"dialogue_{language}"))),
        Cell(words(f"dialogue_status.{row.standing}")),
        place(row, words),
        _people(row, words),
        Cell(_code_list("actor", row.roles, words)),
        Cell(_code_list("issue", row.issues_raised, words)),
        Cell("; ".join(filter(None, (_division(one, parts, words) for one in DIVISIONS if one != WHOLE))) or NO_RANK),
        Cell(getattr(row, f"agreed_{language}") or NO_RANK),
        Cell(row.published_in, address=row.url, language="en"),
    )


def _code_list(family: str, codes: str | None, words: Words) -> str:
    return "; ".join(words(f"{family}.{code.strip()}") for code in codes.split(";")) if codes else NO_RANK


def _people(row: Any, words: Words) -> Cell:
    if row.state == MISSING and row.standing != HELD:
        return Cell(NO_RANK)
    if row.state in (MISSING, WITHHELD):
        return Cell(words(f"state.{row.state}"), state=row.state)
    return Cell(words.number(row.people), is_number=True, state=row.state)


def _division(division: str, parts: Any, words: Words) -> str:
    """One way of dividing those who took part: each part with its number, or that it is withheld; empty: not told."""
    counts = {part: parts[division, part] for part in DIVISIONS[division] if (division, part) in parts}
    if not counts:
        return ""
    if all(count is None for count in counts.values()):
        return words(f"meeting.withheld.{division}")
    numbers = (words("meeting.withheld") if count is None else words.number(count) for count in counts.values())
    names = (words(f"participants.{part}") for part in counts)
    return ", ".join(words("value.named", name=name, value=number) for name, number in zip(names, numbers, strict=True))


PANEL = Panel(
    key="dialogue",
    topic="outcomes",
    shape=SENTENCES,
    depends_on=("district", "site"),
    read=dialogue.by_meeting,
    draw=draw,
    say=say,
    tabulate=tabulate,
    replies_to=reply_targets.no_codes,
    lists_unplaced=True,
    columns={
        "dialogue": Column("What it is about, in the language of the file"),
        "agreed": Column("What was agreed, in the language of the file"),
        "standing": Column(
            "planned, unreported (its day has passed and nothing was reported), held or cancelled",
            codes=("dialogue_status",),
        ),
        "people": Column("How many took part; empty: see people_state", unit="persons", empty=AS_THE_ROW),
    },
)
