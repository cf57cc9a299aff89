"""Small workbooks for tests."""

import io
from collections.abc import Sequence

import openpyxl


def workbook(**sheets: Sequence[Sequence[object]]) -> bytes:
    """An .xlsx file with these sheets, row by row; a sheet whose name begins with ``hidden`` is hidden."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        sheet.sheet_state = "hidden" if name.startswith("hidden") else "visible"
        for row in rows:
            sheet.append(list(row))
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    """The bytes of a workbook."""
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()
