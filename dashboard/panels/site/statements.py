"""What named authors have said about a place; and how statements are shown on every page."""

from datetime import date
from functools import partial
from typing import Any

from dashboard.figures import statements as figure
from dashboard.figures.base import Canvas, Picture
from dashboard.panels import reply_targets
from dashboard.panels.panel import UNSTATED_KEY, Column, Panel
from dashboard.text import Words, wording
from dashboard.text.table import NO_RANK, Cell, Table
from dashboard.text.words import HELD
from data_access.answers import statements
from data_access.answers.annotations import last_day
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.shape import SENTENCES
from data_access.vocabulary.states import HIGHER_LEVEL

# On a phone the first three are seen at once.
HEADERS = ("said_on", "statement", "figure", "author", "about_days", "place", "quote", "report")
# Of an amount of money: a part of a sum must be told from another one.
FIGURES = 4
EXACTLY = "exactly"
COLUMNS = {name: Column(empty=UNSTATED_KEY) for name in ("value_low", "value_high")}


def draw(answer: Answer, canvas: Canvas) -> Picture:
    """Every statement that has a day."""
    words = canvas.words
    dated_rows = [row for row in answer.rows if row.said_on]
    return figure.by_day([_mark_of(row, words) for row in dated_rows], canvas)


def tabulate(answer: Answer, words: Words, _selection: Selection) -> Table:
    """When, what, how much, who, of which days, where, in which words, by whom it is reported."""
    headers = tuple(words(f"table.{name}") for name in HEADERS)
    return Table(headers, tuple(_statement(row, words) for row in answer.rows))


def say(answer: Answer, words: Words, _selection: Selection) -> str:
    """How many there are, by how many authors, and that they are in no sum."""
    frame = answer.frame
    return words(
        "say.statements",
        place=wording.place(answer, words),
        statements=words.plural("count.statements", len(frame)),
        authors=words.plural("count.authors", frame[f"author_{words.language}"].nunique()),
    )


def _statement(row: Any, words: Words) -> tuple[Cell, ...]:
    return (
        Cell(_day(row, words), order=str(row.said_on or "")),
        Cell(getattr(row, f"text_{words.language}")),
        _figure(row, words),
        Cell(getattr(row, f"author_{words.language}")),
        _about(row, words),
        place(row, words),
        Cell(row.quote or NO_RANK, language=row.quote_language),
        Cell(row.published_in, address=row.url, language="en"),
    )


def _day(row: Any, words: Words) -> str:
    """The day as exactly as it is known."""
    if not row.said_on:
        return words("statement.undated")
    if row.date_precision == "year":
        return str(row.said_on.year)
    return words.month(row.said_on) if row.date_precision == "month" else words.day(row.said_on)


def _about(row: Any, words: Words) -> Cell:
    """Whole years and months as such; where a beginning or an end is not told, that is said."""
    first, last = row.period_start, row.period_end
    if first and last:
        return Cell(_between(first, last, words))
    if first:
        return Cell(words("period.since", since=words.day(first)))
    if last:
        return Cell(words("statement.until", until=words.day(last)))
    return Cell(words("statement.no_days"))


def _between(first: date, last: date, words: Words) -> str:
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return words.years((first.year, last.year))
    is_of_months = first.day == 1 and last == last_day(last, "month")
    ends = dict.fromkeys((words.month if is_of_months else words.day)(day) for day in (first, last))
    return f"{HELD}– ".join(ends)


def _figure(row: Any, words: Words) -> Cell:
    return Cell(_amount(row, words) or words("statement.no_figure"))


def _amount(row: Any, words: Words) -> str:
    """The figure with its unit, and whether it is more, less or a plan; empty where there is none."""
    ends = dict.fromkeys(value for value in (row.value_low, row.value_high) if value == value)
    if not ends:
        return ""
    numbers = "–".join(_number(value, row.figure_unit, words) for value in ends)
    value = f"{numbers}{HELD}{words(f'statement_unit.{row.figure_unit}')}"
    return value if row.qualifier == EXACTLY else words(f"statement_value.{row.qualifier}", value=value)


def _number(value: float, unit: str, words: Words) -> str:
    """Large numbers in millions or billions, small ones with their decimals."""
    return words.short_number(value, FIGURES) if value >= 1000 else words.number(value, 0 if value.is_integer() else 1)


def place(row: Any, words: Words) -> Cell:
    """The site, else the district, else the oblast; else it is about the country, or about several places."""
    language = words.language
    if row.site_id:
        return Cell(getattr(row, f"site_name_{language}"), choice=f"site:{row.site_id}", page="site")
    if row.slug:
        return Cell(getattr(row, f"name_{language}"), choice=f"district:{row.slug}", page="district")
    oblast = getattr(row, f"oblast_{language}")
    if oblast:
        return Cell(f"{oblast}: {words('place.oblast_only')}", state=HIGHER_LEVEL)
    return Cell(words("statement.no_place"))


def _mark_of(row: Any, words: Words) -> figure.Statement:
    about = (row.period_start, row.period_end) if row.period_start and row.period_end else None
    parts = (_day(row, words), getattr(row, f"author_{words.language}"), _amount(row, words))
    on = (row.said_on, last_day(row.said_on, row.date_precision))
    return figure.Statement(row.statement_subject, on, about, " · ".join(filter(None, parts)))


PANEL = Panel(
    key="site_statements",
    topic="site",
    shape=SENTENCES,
    depends_on=("district", "site"),
    read=partial(statements.by_matter, statements.ALL_SUBJECTS),
    draw=draw,
    say=say,
    tabulate=tabulate,
    replies_to=reply_targets.no_codes,
    columns=COLUMNS,
)
