"""The newest reading of each indicator at a place, beside its limit."""

from functools import partial
from typing import Any

from dashboard.figures import bars, theme
from dashboard.figures.bars import Part
from dashboard.figures.base import Canvas, Picture
from dashboard.panels import reply_targets
from dashboard.panels.panel import PLACE_AND_PERIOD, UNSTATED_KEY, Column, Panel
from dashboard.text import Words, naming, wording
from dashboard.text.table import NO_RANK, Cell, Table, number
from data_access.answers import newest_readings
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.shape import BESIDE
from data_access.vocabulary.states import MISSING

SHADES = theme.RAMPS["monitoring"]


def draw(answer: Answer, canvas: Canvas) -> Picture:
    """A bar per indicator: how many times its limit the furthest reading of its newest month was."""
    words = canvas.words
    names = [naming.of_indicator(answer, row.code, words) for row in answer.rows]
    beyond, within = (
        [row.times if row.times == row.times and (row.times > 1) is is_beyond else 0.0 for row in answer.rows]
        for is_beyond in (True, False)
    )
    parts = [
        Part(words("judgement.exceeds"), SHADES[4], beyond),
        Part(words("judgement.ok"), SHADES[1], within),
    ]
    bar_texts = [_times(row, words) for row in answer.rows]
    choices = [f"indicator:{row.code}" for row in answer.rows]
    return bars.stacked_bars(names, parts, canvas, lambda row, _length: bar_texts[row], choices)


def tabulate(answer: Answer, words: Words, _selection: Selection) -> Table:
    """A row per indicator: value, limit, when, where, and who measured."""
    headers = tuple(
        words(f"table.{name}")
        for name in ("indicator", "newest_value", "limit", "times", "month", "station", "collector")
    )
    return Table(headers, tuple(_row(answer, row, words) for row in answer.rows))


def say(answer: Answer, words: Words, _selection: Selection) -> str:
    """How many indicators there are newest readings of, and how many of these were beyond their limit."""
    frame = answer.frame
    return words(
        "say.newest_readings",
        place=wording.place(answer, words),
        month=words.month(frame["month"].max()),
        beyond=words.number(int((frame["times"] > 1).sum())),
        n=words.number(len(frame)),
    )


def _row(answer: Answer, row: Any, words: Words) -> tuple[Cell, ...]:
    return (
        Cell(naming.of_indicator(answer, row.code, words), choice=f"indicator:{row.code}", page="monitoring"),
        _value(row, naming.unit(answer, row.code, words), words),
        Cell(_limit(row, words)),
        number(row.times, words, lambda times: words.number(times, 1), otherwise="station.no_times"),
        Cell(words.month(row.month), order=row.month.isoformat()),
        Cell(getattr(row, f"name_{words.language}"), choice=f"station:{row.station_id}", page="monitoring"),
        Cell(words(f"collected_by.{row.collected_by}")),
    )


def _value(row: Any, unit: str, words: Words) -> Cell:
    if row.mean == row.mean:
        return number(row.mean, words, lambda mean: f"{words.short_number(mean)} {unit}".strip())
    if row.detection_limit == row.detection_limit:
        return Cell(words("value.below", value=f"{words.short_number(row.detection_limit)} {unit}".strip()))
    return Cell(words("state.missing"), state=MISSING)


def _limit(row: Any, words: Words) -> str:
    ends = [words.short_number(end) for end in (row.least, row.most) if end is not None and end == end]
    return "–".join(ends) or NO_RANK


def _times(row: Any, words: Words) -> str:
    if row.times != row.times:
        return words("station.no_times")
    return words("value.times_limit", n=words.number(row.times, 1))


PANEL = Panel(
    key="readings_newest",
    topic="monitoring",
    shape=BESIDE,
    depends_on=(*PLACE_AND_PERIOD, "site"),
    read=newest_readings.newest,
    draw=draw,
    say=say,
    tabulate=tabulate,
    replies_to=partial(reply_targets.indicators, reply_targets.chosen_districts),
    columns={
        "code": Column(codes=("indicator",)),
        "averaging": Column("single, day or year: what each reading is a mean of"),
        "month": Column("First day of the newest month with readings"),
        "mean": Column("Mean of the month; empty where most readings are below detection", empty=UNSTATED_KEY),
        "times": Column("Largest reading as a multiple of its limit", empty=MISSING),
        "detection_limit": Column(empty=UNSTATED_KEY),
        "least": Column("Lowest value that the limit allows", empty=UNSTATED_KEY),
        "most": Column("Highest value that the limit allows", empty=UNSTATED_KEY),
    },
)
