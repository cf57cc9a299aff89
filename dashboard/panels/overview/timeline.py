"""The four subjects on one time axis."""

from typing import Any

from dashboard.figures import timeline
from dashboard.figures.base import Canvas, Picture, whole_span
from dashboard.panels import reply_targets
from dashboard.panels.panel import MONEY, PLACE_AND_PERIOD, Column, Panel
from dashboard.text import Words, instead, wording
from dashboard.text.table import Cell, Table, number
from data_access.answers import overview
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.measures import LANE_UNITS, lane_units
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.shape import WIDE
from data_access.vocabulary.states import MISSING, NOT_COLLECTED, WITHHELD


def draw(answer: Answer, canvas: Canvas) -> Picture:
    """Four lanes above one another."""
    return timeline.of_four_subjects(
        answer, canvas, [_hover(row, lane_units(answer), canvas.words) for row in answer.rows]
    )


def tabulate(answer: Answer, words: Words, _selection: Selection) -> Table:
    """Years down, subjects across."""
    years = range(whole_span(answer)[0], whole_span(answer)[1] + 1)
    subjects = (
        f"{_subject(lane, answer, words)}, {wording.unit(answer, unit, words)}"
        for lane, unit in lane_units(answer).items()
    )
    return Table((words("table.year"), *subjects), tuple(_year(answer, year, words) for year in years))


def say(answer: Answer, words: Words, _selection: Selection) -> str:
    """From when on each subject is known, so that silence is not read as calm."""
    spans, lanes = answer.extras["spans"], {row.lane for row in answer.rows}
    parts = [
        words("say.timeline.span", subject=_span_text(lane, answer, words), years=words.years(spans[lane]))
        for lane in LANE_UNITS
        if lane in lanes
    ]
    return words("say.timeline", place=wording.place(answer, words), spans="; ".join(parts))


def _subject(lane: str, answer: Answer, words: Words) -> str:
    return instead.money(answer, "topic.revenue", words) if lane == "revenue" else words(f"topic.{lane}")


def _span_text(lane: str, answer: Answer, words: Words) -> str:
    """A subject, and the station where all readings of the country are of one."""
    subject = _subject(lane, answer, words)
    is_one = lane == "monitoring" and "only_station" in answer.names
    return f"{subject} ({wording.measured_at(answer, words)})" if is_one else subject


def _year(answer: Answer, year: int, words: Words) -> tuple[Cell, ...]:
    rows, lanes = [row for row in answer.rows if row.year == year], {row.lane for row in answer.rows}
    cells = (
        Cell(words(instead.NO_PEOPLE), state=MISSING)
        if lane == "revenue" and instead.lacks_people(answer)
        else _cell([row.value for row in rows if row.lane == lane], lane in lanes, unit, words)
        for lane, unit in lane_units(answer).items()
    )
    return (Cell(str(year), choice=f"period:{year}"), *cells)


def _cell(values: list[float], is_collected: bool, unit: str, words: Words) -> Cell:
    """The sum of a year; a subject that has no year at all is not collected there."""
    known_values = [value for value in values if value == value]
    state = WITHHELD if values else MISSING if is_collected else NOT_COLLECTED
    total = sum(known_values) if known_values else None
    return number(total, words, lambda value: wording.full(value, unit, words, places=1), state=state)


def _hover(row: Any, unit: dict[str, str], words: Words) -> str:
    value = "" if row.value != row.value else wording.amount(row.value, unit[row.lane], words, places=1)
    severity = f" · {words(f'severity.{int(row.severity)}')}" if row.severity == row.severity else ""
    return f"{row.year}{severity} · {value}"


PANEL = Panel(
    key="overview_timeline",
    topic="overview",
    shape=WIDE,
    depends_on=(*PLACE_AND_PERIOD, *MONEY),
    read=overview.four_subjects_by_year,
    draw=draw,
    say=say,
    tabulate=tabulate,
    replies_to=reply_targets.lanes,
    columns={"value": Column(empty=WITHHELD)},
)
