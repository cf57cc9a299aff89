"""The same frame as a table: plain rows that any page, with or without scripts, can write out."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import compress
from typing import NamedTuple

from dashboard.text import Words, wording
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.frames import named_rows
from data_access.vocabulary.measures import EXCEEDANCES, Measure
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.states import MISSING, VALUE, ZERO


class Link(NamedTuple):
    """A text that leads to another place on its page."""

    text: str
    anchor: str


class Cell(NamedTuple):
    """A text; ``choice`` (``district:slug``) makes it a link that chooses, ``share`` (0–1) draws a bar behind it.

    ``page`` is the page where that choice is made, else it is the one where the table stands; there ``panel`` is the
    key of the panel that it leads to, and ``measure`` what a map is coloured by. ``address`` makes it a link that
    leaves; ``language`` is the text's where it is not the page's. ``mark`` is a further link behind the text.
    ``order`` is what a column is sorted by where its text says it otherwise: a day as ISO has it.
    """

    text: str
    choice: str | None = None
    share: float | None = None
    state: str = VALUE
    is_number: bool = False
    address: str | None = None
    language: str | None = None
    page: str | None = None
    panel: str | None = None
    measure: str | None = None
    mark: Link | None = None
    order: str = ""


# Where a district has no rank, the number beside it says why.
NO_RANK = "–"


@dataclass(frozen=True)
class Table:
    """Headers, rows of cells, and the number of the row that stands for what is chosen.

    ``keys`` say of each row what it is of, as ``incident:key``, where it is one thing that others can refer to.
    """

    headers: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    marked_rows: tuple[int, ...] = ()
    hue: str = ""
    keys: tuple[str, ...] = ()

    @property
    def number_columns(self) -> set[int]:
        """The columns in which a number stands: their heads are written above its end."""
        return {number for cells in self.rows for number, cell in enumerate(cells) if cell.is_number}


def with_marks(table: Table, marks: Mapping[str, Link]) -> Table:
    """The table with a mark in the first cell of the rows that have one, by their keys."""
    rows = zip(table.rows, table.keys or [""] * len(table.rows), strict=True)
    return replace(table, rows=tuple((row[0]._replace(mark=marks.get(key)), *row[1:]) for row, key in rows))


def without_empty_columns(table: Table) -> Table:
    """The table without the columns in which no row tells anything."""
    is_filled = [any(row[place].text != NO_RANK for row in table.rows) for place in range(len(table.headers))]
    rows = tuple(tuple(compress(row, is_filled)) for row in table.rows)
    return replace(table, headers=tuple(compress(table.headers, is_filled)), rows=rows)


def of_districts(answer: Answer, words: Words, selection: Selection, measure: Measure) -> Table:
    """Every district by rank, with a bar (frame: ``places.by_district``): the keyboard's way through the map."""
    largest = max((abs(row.value) for row in answer.rows if row.value == row.value), default=0) or 1
    rows = tuple(_district(row, words, measure, largest) for row in answer.rows)
    marked_rows = tuple(n for n, row in enumerate(answer.rows) if row.slug == selection.district)
    headers: tuple[str, ...] = (words("table.rank"), words("table.district"), wording.header(answer, measure, words))
    if measure.key in EXCEEDANCES:
        headers, rows = (*headers, words("table.readings")), tuple(_with_readings(rows, answer, words))
    if "of_year" in answer.frame:
        headers, rows = (*headers, words("table.year")), tuple(_with_years(rows, answer))
    return Table(headers, rows, marked_rows, measure.topic)


def _with_years(rows: Iterable[tuple[Cell, ...]], answer: Answer) -> Iterator[tuple[Cell, ...]]:
    """The year of each number, where districts have each their own."""
    for cells, row in zip(rows, answer.rows, strict=True):
        yield (*cells, Cell(str(row.of_year) if row.of_year == row.of_year else NO_RANK))


def _with_readings(rows: Iterable[tuple[Cell, ...]], answer: Answer, words: Words) -> Iterator[tuple[Cell, ...]]:
    """The number of readings that a share is of; a share of few says little."""
    for cells, row in zip(rows, answer.rows, strict=True):
        yield (*cells, number(row.judged, words) if row.judged > 0 else Cell(NO_RANK))


def _district(row, words: Words, measure: Measure, largest: float) -> tuple[Cell, ...]:
    has_value = row.value == row.value
    text = (
        wording.full(row.value, measure.unit, words, measure.places)
        if has_value
        else wording.instead(row, measure, words)
    )
    return (
        Cell(str(int(row.rank)) if has_value else NO_RANK, state=row.state, is_number=has_value),
        Cell(getattr(row, f"name_{words.language}"), choice=f"district:{row.slug}"),
        Cell(
            words.least(text, row.is_partial and has_value),
            share=max(0.0, row.value) / largest if has_value else None,
            state=row.state,
            is_number=has_value,
        ),
    )


def of_years(frame, words: Words, year: str, code: str, names, header: str) -> Table:
    """Years down, codes across (frame: year, code, value); an empty cell says that nothing is known."""
    wide = frame.pivot_table(index=year, columns=code, values="value", aggfunc="sum", min_count=1)
    rows = tuple(
        (Cell(str(int(index)), choice=f"period:{int(index)}"), *(number(value, words) for value in values))
        for index, values in zip(wide.index, wide.to_numpy().tolist(), strict=True)
    )
    return Table((header, *(names(column) for column in wide.columns)), rows)


def of_rows(frame, columns: dict[str, str], words: Words, first, empty: str = MISSING) -> Table:
    """One row per row of the frame: ``first`` makes the first cell, ``columns`` maps number columns to headers.

    ``empty`` is the state of a number that is not there.
    """
    rows = tuple(
        (first(row), *(number(getattr(row, column), words, state=empty) for column in list(columns)[1:]))
        for row in named_rows(frame)
    )
    return Table(tuple(columns.values()), rows)


def number(
    value: float | None,
    words: Words,
    value_text: Callable[[float], str] | None = None,
    *,
    state: str = MISSING,
    otherwise: str | None = None,
) -> Cell:
    """A number as ``value_text``; where there is none, the word for what it is instead: its ``state``.

    ``otherwise`` is the key of another word for the same state.
    """
    if value is None or value != value:
        return Cell(words(otherwise or f"state.{state}"), state=state)
    text = value_text(value) if value_text else words.number(value, _places(value))
    return Cell(text, state=VALUE if value else ZERO, is_number=True)


def _places(value: float) -> int:
    return 0 if float(value).is_integer() or abs(value) >= 100 else 1
