"""Small workbooks for tests."""

import io
import zipfile
from collections.abc import Sequence

import openpyxl


def workbook(**rows_by_sheet: Sequence[Sequence[object]]) -> bytes:
    """An .xlsx file with these sheets, row by row; a sheet whose name begins with ``hidden`` is hidden."""
    return content_of(sheets(**rows_by_sheet))


def sheets(**rows_by_sheet: Sequence[Sequence[object]]) -> openpyxl.Workbook:
    """The same as a workbook that is not saved yet."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in rows_by_sheet.items():
        sheet = book.create_sheet(name)
        sheet.sheet_state = "hidden" if name.startswith("hidden") else "visible"
        for row in rows:
            sheet.append(list(row))
    return book


def content_of(book: openpyxl.Workbook) -> bytes:
    """The bytes of a workbook."""
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def with_claim(*sizes: int) -> bytes:
    """A small zip file that says of itself that its parts unpack to so many bytes each."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, size in enumerate(sizes, start=1):
            archive.writestr(f"xl/worksheets/sheet{number}.xml", b"")
            archive.infolist()[-1].file_size = size
    return file.getvalue()
