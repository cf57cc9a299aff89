"""Where residents monitor: since when, by which protocol, who takes part by role, how results are told back."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from dashboard.figures import periods, theme
from dashboard.figures.base import Canvas, Picture
from dashboard.panels import reply_targets
from dashboard.panels.panel import Column, Panel
from dashboard.text import Words, wording
from dashboard.text.table import NO_RANK, Cell, Table, without_empty_columns
from data_access.answers import pem
from data_access.answers.pem import Member
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.shape import REGISTER

# On a phone the first three are seen at once.
HEADERS = ("pem_area", "district", "monitored_since", "team", "protocol", "told_back", "evidence")


def draw(answer: Answer, canvas: Canvas) -> Picture:
    """A bar for each area from its first day to today; one of which no day is told has none."""
    words = canvas.words
    spans = [
        periods.Period(_name(row, words), *_span(row, canvas.today), None, theme.middle("outcomes"), _hover(row, words))
        for row in answer.rows
    ]
    return periods.of_things(spans, canvas, ())


def tabulate(answer: Answer, words: Words, _selection: Selection) -> Table:
    """Area, place, since when, who takes part, protocol, how results are told back, the document."""
    teams = answer.extras["teams"]
    headers = tuple(words(f"table.{name}") for name in HEADERS)
    return without_empty_columns(
        Table(headers, tuple(_area(row, teams.get(row.pem_area_id, ()), words) for row in answer.rows))
    )


def say(answer: Answer, words: Words, _selection: Selection) -> str:
    """In how many areas residents monitor, and of how many it is told how results come back to them."""
    told_count = sum(bool(getattr(row, f"told_back_{words.language}")) for row in answer.rows)
    return words(
        "say.pem_areas",
        place=wording.place(answer, words),
        areas=words.plural("count.pem_areas", len(answer.rows)),
        told=words.number(told_count),
    )


def _area(row: Any, team: Sequence[Member], words: Words) -> tuple[Cell, ...]:
    language = words.language
    return (
        Cell(_name(row, words)),
        Cell(getattr(row, f"district_{language}"), choice=f"district:{row.slug}", page="district"),
        Cell(words.day(row.monitored_since) if row.monitored_since else NO_RANK),
        Cell("; ".join(_member(one, words) for one in team) or NO_RANK),
        Cell(row.protocol or NO_RANK, language="en"),
        Cell(getattr(row, f"told_back_{language}") or NO_RANK),
        Cell(row.evidence or NO_RANK, address=row.evidence_url, language="en"),
    )


def _member(member: Member, words: Words) -> str:
    """A role with its number: full tens, at least so many; a small one is withheld."""
    if member.members is None:
        count = words("team.few")
    else:
        count = words("value.at_least", value=words.number(member.members)) if member.members else words.number(0)
    return words("value.named", name=words(f"team_role.{member.role}"), value=count)


def _span(row: Any, today: date) -> tuple[date, date]:
    return (row.monitored_since or today, today)


def _hover(row: Any, words: Words) -> str:
    since = (
        words("period.since", since=words.day(row.monitored_since)) if row.monitored_since else words("state.missing")
    )
    return f"{_name(row, words)} · {since}"


def _name(row: Any, words: Words) -> str:
    return str(getattr(row, f"name_{words.language}"))


PANEL = Panel(
    key="monitored_areas",
    topic="outcomes",
    shape=REGISTER,
    depends_on=("district",),
    read=pem.areas,
    draw=draw,
    say=say,
    tabulate=tabulate,
    replies_to=reply_targets.no_codes,
    columns={
        "told_back": Column("How results are told back to residents"),
    },
)
