"""The same frame as a table: plain rows that any page, with or without scripts, can write out."""

from dataclasses import dataclass
from typing import NamedTuple

from dashboard import wording
from dashboard.answer import MISSING, VALUE, Answer
from dashboard.measures import Measure
from dashboard.selection import Selection
from dashboard.text import Words


class Cell(NamedTuple):
    """A text; ``choice`` (``district:slug``) makes it a link that chooses, ``share`` (0–1) draws a bar behind it.

    ``page`` is the page where that choice is made, else it is the one where the table stands. ``address`` makes it a
    link that leaves; ``language`` is the text's where it is not the page's.
    """

    text: str
    choice: str | None = None
    share: float | None = None
    state: str = VALUE
    is_number: bool = False
    address: str | None = None
    language: str | None = None
    page: str | None = None


@dataclass(frozen=True)
class Table:
    """Headers, rows of cells, and the number of the row that stands for what is chosen."""

    headers: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    marked: tuple[int, ...] = ()
    hue: str = ""


def of_districts(answer: Answer, words: Words, selection: Selection, measure: Measure) -> Table:
    """Every district by rank, with a bar (frame: ``places.by_district``): the keyboard's way through the map."""
    largest = max((abs(row.value) for row in answer.rows if row.value == row.value), default=0) or 1
    rows = tuple(_district(row, words, measure, largest) for row in answer.rows)
    marked = tuple(n for n, row in enumerate(answer.rows) if row.slug == selection.district)
    headers = (words("table.rank"), words("table.district"), wording.unit(answer, measure.unit, words))
    return Table(headers, rows, marked, measure.topic)


def _district(row, words: Words, measure: Measure, largest: float) -> tuple[Cell, ...]:
    has_value = row.value == row.value
    text = (
        wording.full(row.value, measure.unit, words, measure.places)
        if has_value
        else wording.state(row.state, measure, words)
    )
    return (
        Cell(str(int(row.rank)) if has_value else "", is_number=True),
        Cell(getattr(row, f"name_{words.language}"), choice=f"district:{row.slug}"),
        Cell(
            words("value.at_least", value=text) if row.is_partial and has_value else text,
            share=max(0.0, row.value) / largest if has_value else None,
            state=row.state,
            is_number=has_value,
        ),
    )


def of_years(frame, words: Words, year: str, code: str, names, header: str) -> Table:
    """Years down, codes across (frame: year, code, value); an empty cell says that nothing is known."""
    wide = frame.pivot_table(index=year, columns=code, values="value", aggfunc="sum", min_count=1)
    rows = tuple(
        (Cell(str(int(index)), choice=f"period:{int(index)}"), *(_number(value, words) for value in values))
        for index, values in zip(wide.index, wide.to_numpy().tolist(), strict=True)
    )
    return Table((header, *(names(column) for column in wide.columns)), rows)


def of_rows(frame, columns: dict[str, str], words: Words, first) -> Table:
    """One row per row of the frame: ``first`` makes the first cell, ``columns`` maps number columns to headers."""
    rows = tuple(
        (first(row), *(_number(getattr(row, column), words) for column in list(columns)[1:]))
        for row in frame.itertuples()
    )
    return Table(tuple(columns.values()), rows)


def count_cell(value: float | None, words: Words, otherwise: str, state: str = MISSING) -> Cell:
    """A whole number, or the text of the key ``otherwise`` where there is none, for the reason ``state``."""
    if value is None or value != value:
        return Cell(words(otherwise), state=state)
    return Cell(words.number(value), is_number=True)


def _number(value: float | None, words: Words) -> Cell:
    if value is None or value != value:
        return Cell(words("state.missing"), state=MISSING)
    return Cell(words.number(value, 0 if float(value).is_integer() or abs(value) >= 100 else 1), is_number=True)
