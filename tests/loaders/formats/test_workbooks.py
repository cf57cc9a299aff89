"""Workbooks as cells: numbers, days, errors, hidden sheets, and files that must not be unpacked."""

import io
import zipfile
from datetime import date, datetime, time

import openpyxl
import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from loaders.formats import tables, workbooks
from loaders.formats.tables import grids, read_table
from loaders.gate.checks import LoadRefused
from tests.loaders.formats.books import content_of, with_claim, workbook

COMPOUND = workbooks.COMPOUND + b"\0" * 100


def _zip(*parts: tuple[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts:
            archive.writestr(name, content)
    return file.getvalue()


REFUSED = {
    "password": (lambda: COMPOUND + workbooks.ENCRYPTION_MARK, "protected with a password; remove it"),
    "old Excel": (lambda: COMPOUND, "save it as .xlsx"),
    "cut off": (lambda: workbook(a=[["x"]] * 50)[:-400], "damaged or cut off"),
    "beginning only": (lambda: workbook(a=[["x"]])[:40], "damaged or cut off"),
    "bomb": (lambda: _zip(("xl/worksheets/sheet1.xml", b"0" * 21_000_000)), "times its size"),
    "larger bomb": (lambda: with_claim(*[30_000_000] * 7), "unpacks to 210 MB"),
    "too many parts": (lambda: _zip(*((str(number), b"") for number in range(2_001))), "holds 2,001 parts"),
    "no workbook": (lambda: _zip(("word/document.xml", b"<a/>")), "cannot be read as an Excel workbook"),
    "16,384 columns": (lambda: workbook(a=[["x"] * 16_384]), "16,384 columns; at most 2,000"),
    "no cells": (lambda: workbook(a=[]), "is empty"),
    "hidden only": (lambda: workbook(hidden=[["a"], [1]], empty=[]), "is empty"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_workbooks_that_cannot_be_used_are_refused_with_words(case):
    make, reason = REFUSED[case]
    with pytest.raises(LoadRefused, match=reason):
        read_table(make(), "book.xlsx")


def test_a_workbook_is_known_by_its_bytes_not_its_name():
    assert read_table(workbook(a=[["x"], [1]]), "renamed.csv").frame.to_dict("index") == {2: {"x": "1"}}


def test_numbers_keep_every_digit_and_days_become_iso():
    row = [372165870, 0.1, 1e21, 12.0, True, date(2012, 1, 1), datetime(2012, 1, 1, 13, 45), time(7, 30), " ", "007"]
    cells = [
        "372165870",
        "0.1",
        "1000000000000000000000",
        "12",
        "TRUE",
        "2012-01-01",
        "2012-01-01 13:45:00",
        "07:30:00",
    ]
    frame = read_table(workbook(a=[[f"c{n}" for n in range(10)], row, ["x"] * 10]), "b.xlsx").frame
    assert frame.loc[2].fillna("").tolist() == [*cells, "", "007"]


@pytest.mark.parametrize("epoch", [None, CALENDAR_MAC_1904])
def test_days_are_right_in_both_date_systems(epoch):
    book = openpyxl.Workbook()
    book.epoch = epoch or book.epoch
    for row in (["day"], [date(1999, 12, 31)], [date(2024, 2, 29)]):
        book.active.append(row)
    assert read_table(content_of(book), "b.xlsx").frame["day"].tolist() == ["1999-12-31", "2024-02-29"]


def test_errors_are_missing_and_named():
    content = workbook(a=[["name", "amount"], ["Talas", "#NAME?"], ["Osh", 2], ["Chuy", "#N/A"], ["#REF!", 3]])
    table = read_table(content, "b.xlsx")
    assert [(error.row, error.column, error.value) for error in table.errors] == [
        (2, "amount", "#NAME?"),
        (4, "amount", "#N/A"),
        (5, "name", "#REF!"),
    ]
    assert table.frame.isna().sum().sum() == 3
    frame, set_aside = table.without_errors(["amount"])
    assert frame.index.tolist() == [3, 5] and [item.row for item in set_aside] == [2, 4]


def test_hidden_sheets_are_skipped_and_a_sheet_can_be_named():
    content = workbook(hidden=[["a"], [1]], empty=[], one=[["b"], [2]], two=[["c"], [3]])
    assert [grid.name for grid in grids(content, "b.xlsx")] == ["empty", "one", "two"]
    assert read_table(content, "b.xlsx").name == "one"
    assert read_table(content, "b.xlsx", sheet=" TWO").frame.loc[2, "c"] == "3"
    with pytest.raises(LoadRefused, match="no visible sheet 'hidden'"):
        read_table(content, "b.xlsx", sheet="hidden")


def test_a_row_number_out_of_reach_is_refused_not_waited_for(monkeypatch):
    monkeypatch.setattr(tables, "MOST_ROWS", 20_000)
    content = workbook(a=[["x"], [1]])
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = [(name, archive.read(name)) for name in archive.namelist()]
    far = [(name, part.replace(b'r="2"', b'r="999999999"')) for name, part in parts]
    with pytest.raises(LoadRefused, match="more than 20,000 rows"):
        read_table(_zip(*far), "b.xlsx")
