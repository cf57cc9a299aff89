"""Conflict incidents one by one."""

from typing import Any

from dashboard.figures import events
from dashboard.figures.base import Canvas, Picture
from dashboard.panels import reply_targets
from dashboard.panels.panel import ABOUT, PLACE_AND_PERIOD, Panel
from dashboard.text import Words, wording
from dashboard.text.table import Cell, Table
from data_access.answers import incident_list
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.shape import REGISTER
from data_access.vocabulary.states import HIGHER_LEVEL, MISSING, VALUE, ZERO

SEVERE = 4
EVENT = (
    *("date", "district", "site", "category", "severity", "issues"),
    *("participants", "injured", "deaths", "outcome", "sources", "report"),
)


def draw(answer: Answer, canvas: Canvas) -> Picture:
    """Every incident at its date."""
    return events.by_date(answer, canvas, [_hover(row, canvas.words) for row in answer.rows])


def tabulate(answer: Answer, words: Words, _selection: Selection) -> Table:
    """The list: when, where, which site, what, how severe, about what, how many people, how it ended, who says so."""
    rows = tuple(_event(row, words) for row in answer.rows)
    keys = tuple(f"incident:{row.incident_id}" for row in answer.rows)
    return Table(tuple(words(f"table.{header}") for header in EVENT), rows, keys=keys)


def say(answer: Answer, words: Words, _selection: Selection) -> str:
    """How many, and how many of them severe; of a wave counted once, the severity of its worst."""
    frame = answer.frame
    events = (
        frame["episode_id"].fillna(frame["incident_id"]) if answer.counted_unit == "episodes" else frame["incident_id"]
    )
    worst = frame.groupby(events)["severity"].max()
    return words(
        "say.incidents.count",
        place=wording.place(answer, words),
        years=words.years(answer.span),
        incidents=words.plural(f"unit.{answer.counted_unit}.amount", len(worst)),
        severe=words.number(int((worst >= SEVERE).sum())),
    )


def _event(row: Any, words: Words) -> tuple[Cell, ...]:
    return (
        Cell(wording.date_of(row, words), order=row.starts_on.isoformat()),
        _place(row, words),
        _about(row, words),
        Cell(_category(row, words)),
        Cell(str(row.severity), is_number=True),
        Cell("; ".join(words(f"issue.{code}") for code in row.issues)),
        _range(row.participants_min, row.participants_max, words),
        _range(row.injured_min, row.injured_max, words),
        _range(row.fatalities_min, row.fatalities_max, words),
        Cell(words(f"outcome_code.{row.outcome_code}")),
        _support(row, words),
        Cell(row.report_title, address=row.report_url, language="en"),
    )


def _category(row: Any, words: Words) -> str:
    """What happened; of a wave at several places it is said that it was one."""
    category = words(f"category.{row.category}")
    return words("incident.of_wave", category=category) if isinstance(row.episode_id, str) else category


def _place(row: Any, words: Words) -> Cell:
    if row.slug:
        return Cell(_district(row, words), choice=f"district:{row.slug}")
    return Cell(_district(row, words), state=HIGHER_LEVEL if isinstance(row.oblast_code, str) else MISSING)


def _about(row: Any, words: Words) -> Cell:
    """The site that it was about; not every incident is about one."""
    if not _site(row, words):
        return Cell(words("incident.no_site"), state=MISSING)
    return Cell(_site(row, words), choice=f"site:{row.site_id}", page="site")


def _support(row: Any, words: Words) -> Cell:
    """How many reports tell of it, and how far its coding is trusted."""
    if row.source_count != row.source_count or not isinstance(row.confidence, str):
        return Cell(words("state.missing"), state=MISSING)
    reports = words.plural("unit.reports.amount", int(row.source_count))
    return Cell(f"{reports}; {words(f'confidence.{row.confidence}')}")


def _range(low: float | None, high: float | None, words: Words) -> Cell:
    if low is None or low != low:
        return Cell(words("state.missing"), state=MISSING)
    if high is None or high != high:
        return Cell(words("value.at_least", value=words.number(low)))
    if low == high:
        return Cell(words.number(low), state=VALUE if low else ZERO)
    return Cell(f"{words.number(low)}–{words.number(high)}")


def _district(row: Any, words: Words) -> str:
    if row.slug:
        return str(getattr(row, f"name_{words.language}"))
    oblast = getattr(row, f"oblast_{words.language}")
    return f"{oblast}: {words('place.oblast_only')}" if isinstance(oblast, str) else words("unplaced.nowhere")


def _site(row: Any, words: Words) -> str:
    name = getattr(row, f"site_name_{words.language}")
    return name if isinstance(name, str) else ""


def _hover(row: Any, words: Words) -> str:
    return " · ".join(
        part
        for part in (
            wording.date_of(row, words),
            _district(row, words),
            _site(row, words),
            words(f"category.{row.category}"),
        )
        if part
    )


PANEL = Panel(
    key="incident_events",
    topic="incidents",
    shape=REGISTER,
    depends_on=(*PLACE_AND_PERIOD, *ABOUT, "count"),
    read=incident_list.by_incident,
    draw=draw,
    say=say,
    tabulate=tabulate,
    replies_to=reply_targets.incidents,
)
