"""Workbooks that cannot be used: refused before they are unpacked, or with the cell that is to be mended."""

import csv
import io
import zipfile

import pytest

from loaders.formats.registry import FORMATS
from tests.loaders.formats.books import with_claim, workbook
from tests.loaders.stand_ins import FILES

READINGS = [*csv.reader(io.StringIO(FILES["readings"]))]
BOOK = workbook(readings=READINGS)
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def archive_of(parts: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def with_value(value: object) -> bytes:
    """The readings' first row with another value."""
    return workbook(readings=[READINGS[0], [*READINGS[1][:4], value, *READINGS[1][5:]]])


WORKBOOKS = {
    "cut off": (BOOK[: len(BOOK) // 2], "is damaged or cut off"),
    "password": (COMPOUND + "EncryptedPackage".encode("utf-16-le") + bytes(4096), "is protected with a password"),
    "before 2007": (COMPOUND + "Workbook".encode("utf-16-le") + bytes(4096), "save it as .xlsx"),
    "bomb": (with_claim(201_000_000), "unpacks to 201 MB"),
    "small bomb": (with_claim(21_000_000), "times its size"),
    "many parts": (archive_of({f"part{number}": b"" for number in range(2_001)}), "holds 2,001 parts"),
    "no workbook": (archive_of({"readme.txt": b"hello"}), "cannot be read as an Excel workbook"),
    "document": (
        archive_of({"word/document.xml": b"<w/>", "[Content_Types].xml": b"<Types/>"}),
        "as an Excel workbook",
    ),
    "damaged sheet": (BOOK.replace(b"sheet1.xml", b"sheet7.xml", 1), "Excel workbook"),
    "empty": (workbook(readings=[]), "is empty"),
    "only hidden": (workbook(empty=[], hidden=READINGS), "is empty"),
    "other table": (workbook(a=[["a", "b"], [1, 2]]), "column a: the column is not part"),
    "header twice alike": (workbook(a=[["unit", "unit"], [1, 2]]), "row 1, column unit"),
    "16,384 columns": (workbook(a=[[*range(16_384)], [1] * 16_384]), "row 1: has 16,384 columns"),
}
CELLS = {
    "error": ("#NAME?", "row 2, column value"),
    "formula without a value": ("=1+1", "formula without a value: =1+1"),
    "division": ("#DIV/0!", "row 2, column value"),
}


@pytest.mark.parametrize("case", WORKBOOKS)
def test_a_workbook_that_cannot_be_used(refused_content, case):
    content, reason = WORKBOOKS[case]
    assert reason in refused_content("readings", content, "book.xlsx")


@pytest.mark.parametrize("case", ["cut off", "password", "bomb", "no workbook"])
@pytest.mark.parametrize("form", [name for name, form in FORMATS.items() if ".xlsx" in form.files])
def test_of_every_format_that_reads_workbooks(refused_content, form, case):
    content, reason = WORKBOOKS[case]
    assert reason in refused_content(form, content, "book.xlsx")


@pytest.mark.parametrize("case", CELLS)
def test_a_cell_without_a_value(refused_content, case):
    value, reason = CELLS[case]
    assert reason in refused_content("readings", with_value(value), "book.xlsx")
