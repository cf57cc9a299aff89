"""A workbook: the rows, what must be said of them, and what each column is. Written row by row."""

from collections.abc import Iterable, Sequence
from io import BufferedWriter
from itertools import chain
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.worksheet._write_only import WriteOnlyWorksheet
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.writer.excel import ExcelWriter

from dashboard.downloads import about
from dashboard.downloads.sheet import Sheet
from dashboard.text import Words
from data_access.vocabulary.formulas import neutral

# A sheet has room for ten times as many; but cell by cell a workbook takes ten times the time of a CSV file, and one
# that is opened by hand is no place for them.
MOST_ROWS = 100_000
WIDTH = 24
BUFFER_BYTES = 64 * 1024


class TooLong(Exception):
    """A sheet has more rows than a workbook may take."""


class _Archive(ZipFile):
    """The archive that a workbook is. Its pages are written into it row by row."""

    def write(self, *_page: Any, **_settings: Any) -> None:
        """A page that openpyxl has written beside the archive would be copied into it; ours is in it already."""


class _Page(WorksheetWriter):
    """Writes the rows of a page into the archive. openpyxl has a file on the disk for them, which may be full."""

    def __init__(self, page: WriteOnlyWorksheet, archive: ZipFile) -> None:
        part = archive.open(page.path.removeprefix("/"), "w", force_zip64=True)
        self._part = BufferedWriter(part, BUFFER_BYTES)
        super().__init__(page, self._part)

    def close(self) -> None:
        super().close()
        self._part.close()

    def cleanup(self) -> None:
        """There is no file to remove."""


def write(sheet: Sheet, words: Words, has_tags: bool, target: IO[bytes]) -> None:
    """Write the workbook into an open file. Raises TooLong."""
    if sheet.count > MOST_ROWS:
        raise TooLong
    book = Workbook(write_only=True)
    archive = _Archive(target, "w", ZIP_DEFLATED)
    heads = [sheet.names, sheet.tags] if has_tags else [sheet.names]
    data = book.create_sheet("data")
    data.freeze_panes = f"A{len(heads) + 1}"
    _fill(data, archive, chain(heads, ([_cell(value) for value in row] for row in sheet.rows())))
    entries = [(words("download.title"), sheet.about.title), *about.entries(sheet, words)]
    _list_rows(book, archive, "about", [[_cell(value) for value in row] for row in entries], (WIDTH, 4 * WIDTH))
    fields = [[field.name, field.type, field.unit, field.says, field.tag] for field in sheet.fields]
    names = ["name", "type", "unit", "description", "hxl"]
    _list_rows(book, archive, "columns", [names, *fields], (WIDTH, WIDTH / 2, WIDTH, 3 * WIDTH, WIDTH))
    ExcelWriter(book, archive).save()


def _list_rows(
    book: Workbook, archive: ZipFile, title: str, rows: Iterable[Sequence[Any]], widths: tuple[float, ...]
) -> None:
    page = book.create_sheet(title)
    for column, width in zip("ABCDE", widths, strict=False):
        page.column_dimensions[column].width = width
    _fill(page, archive, rows)


def _fill(page: Any, archive: ZipFile, rows: Iterable[Sequence[Any]]) -> None:
    """Write a page of openpyxl's, the last that the workbook has so far, as its own method ``append`` does."""
    page._id = len(page.parent.worksheets)
    page._writer = _Page(page, archive)
    page._writer.write_top()
    for row in rows:
        page.append(row)
    page.close()


def _cell(value: Any) -> Any:
    return neutral(value) if isinstance(value, str) else value
