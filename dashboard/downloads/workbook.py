"""A workbook: the rows, what must be said of them, and what each column is. Written row by row to a file."""

from collections.abc import Iterable, Sequence
from typing import IO, Any

from openpyxl import Workbook

from dashboard.downloads import about
from dashboard.downloads.sheet import Sheet
from dashboard.formulas import neutral
from dashboard.text import Words

# A sheet has room for ten times as many; but cell by cell a workbook takes ten times the time of a CSV file, and one
# that is opened by hand is no place for them.
MOST_ROWS = 100_000
WIDTH = 24


def fits(sheet: Sheet) -> bool:
    """Whether a workbook may take so many rows."""
    return sheet.count <= MOST_ROWS


def write(sheet: Sheet, words: Words, has_tags: bool, target: IO[bytes]) -> None:
    """Write the workbook into an open file."""
    book = Workbook(write_only=True)
    data = book.create_sheet("data")
    data.freeze_panes = "A3" if has_tags else "A2"
    data.append(sheet.names)
    if has_tags:
        data.append(sheet.tags)
    for row in sheet.rows():
        data.append([_cell(value) for value in row])
    said = [(words("download.title"), sheet.about.title), *about.entries(sheet, words)]
    _listed(book, "about", [[_cell(value) for value in row] for row in said], (WIDTH, 4 * WIDTH))
    fields = [[field.name, field.type, field.unit, field.says, field.tag] for field in sheet.fields]
    heads = ["name", "type", "unit", "description", "hxl"]
    _listed(book, "columns", [heads, *fields], (WIDTH, WIDTH / 2, WIDTH, 3 * WIDTH, WIDTH))
    book.save(target)


def _listed(book: Workbook, title: str, rows: Iterable[Sequence[Any]], widths: tuple[float, ...]) -> None:
    page = book.create_sheet(title)
    for column, width in zip("ABCDE", widths, strict=False):
        page.column_dimensions[column].width = width
    for row in rows:
        page.append(row)


def _cell(value: Any) -> Any:
    return neutral(value) if isinstance(value, str) else value
