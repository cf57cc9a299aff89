"""Who ran a site."""

from datetime import date
from typing import Any

from dashboard.figures import periods
from dashboard.figures.base import Canvas, Picture
from dashboard.panels import reply_targets
from dashboard.panels.panel import UNSTATED_KEY, Column, Panel
from dashboard.text import Words, wording
from dashboard.text.table import Cell, Table
from data_access.answers import sites
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.legend import Key
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.shape import CHART

TO_THE_DAY, OF_A_YEAR = "#3b5261", "#b0bec6"


def draw(answer: Answer, canvas: Canvas) -> Picture:
    """A bar per entry: dark over known days, pale over the year of which a report names the operator."""
    words = canvas.words
    rows = answer.rows
    spans = [
        periods.Period(row.operator, *_span(row, canvas.today), None, _colour(row), _hover(row, words)) for row in rows
    ]
    keys = {False: Key(TO_THE_DAY, words("legend.to_the_day")), True: Key(OF_A_YEAR, words("legend.of_a_year"))}
    legend = [key for is_stated, key in keys.items() if is_stated in {_is_stated(row) for row in rows}]
    return periods.of_things(spans, canvas, legend)


def tabulate(answer: Answer, words: Words, _selection: Selection) -> Table:
    """Who, from when, until when, which report says so."""
    headers = tuple(words(f"table.{name}") for name in ("operator", "when", "reports"))
    return Table(headers, tuple(_operator(row, words) for row in answer.rows))


def say(answer: Answer, words: Words, _selection: Selection) -> str:
    """The operator that is known last."""
    last = max(answer.rows, key=lambda row: _span(row, date.max)[1])
    return words("say.operators", site=wording.place(answer, words), operator=last.operator, when=_when(last, words))


def _is_stated(row: Any) -> bool:
    return not (row.valid_from or row.valid_to)


def _colour(row: Any) -> str:
    return OF_A_YEAR if _is_stated(row) else TO_THE_DAY


def _span(row: Any, today: date) -> tuple[date, date]:
    """First and last day to draw: an unknown beginning is that of the last year, an unknown end is today."""
    if _is_stated(row):
        return date(int(row.stated_year), 1, 1), date(int(row.stated_year), 12, 31)
    return row.valid_from or date(row.valid_to.year, 1, 1), row.valid_to or today


def _when(row: Any, words: Words) -> str:
    if _is_stated(row):
        return words("site.named_in", year=int(row.stated_year))
    first, last = (day and words.day(day) for day in (row.valid_from, row.valid_to))
    if first and last:
        return f"{first} – {last}"
    return words("period.since", since=first) if first else words("period.until", until=last)


def _hover(row: Any, words: Words) -> str:
    return f"{row.operator} · {_when(row, words)}"


def _operator(row: Any, words: Words) -> tuple[Cell, ...]:
    return (
        Cell(row.operator, language="en"),
        Cell(_when(row, words), order=str(row.valid_from or row.stated_year or "")),
        Cell(row.basis, language="en"),
    )


PANEL = Panel(
    key="site_operators",
    topic="site",
    shape=CHART,
    depends_on=("site",),
    read=sites.operators,
    draw=draw,
    say=say,
    tabulate=tabulate,
    replies_to=reply_targets.no_codes,
    columns={"stated_year": Column(empty=UNSTATED_KEY)},
)
