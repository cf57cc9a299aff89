"""Merged cells of workbooks: what they show stands in each of their rows, and no amount counts twice."""

import io

import pytest

from loaders.formats import merged_cells
from loaders.formats.merged_cells import merges
from loaders.formats.ours import READINGS_CSV
from loaders.formats.reconciliation import RECONCILIATION
from loaders.formats.tables import MERGED_CELL, read_table
from tests.loaders.formats.books import content_of, sheets
from tests.loaders.formats.test_totals import HEADER, MAPPING

ROWS = [
    ["Mine B", "Royalty", "Treasury", 20, 20],
    ["", "Land tax", "Treasury", 3, 2],
    ["Mine C", "Royalty", "Treasury", 1, 1],
]


def _book(rows: list[list], *cells: str) -> bytes:
    book = sheets(a=rows)
    for each in cells:
        book["a"].merge_cells(each)
    return content_of(book)


def _payments(*cells: str):
    return RECONCILIATION.read(_book([HEADER.split(","), *ROWS], *cells), "report.xlsx", MAPPING, None)


def test_a_company_over_several_rows_pays_in_each():
    reading = _payments("A2:A3")
    assert reading.frame["payer_code"].fillna("").tolist() == ["b", "b", ""] and not reading.set_aside


def test_an_amount_over_several_rows_is_counted_in_none():
    reading = _payments("A2:A3", "D2:D3")
    assert reading.frame.index.tolist() == [4]
    assert [(item.row, item.column, item.value) for item in reading.set_aside] == [
        (2, "Company reports", "20"),
        (3, "Company reports", "20"),
    ]
    assert {item.reason for item in reading.set_aside} == {MERGED_CELL}


def test_words_of_our_own_columns_are_filled_down_and_values_are_not():
    rows = [["station_id", "value"], ["st-1", 1], ["", 2], ["st-2", 3], ["st-3", ""]]
    reading = READINGS_CSV.read(_book(rows, "A2:A3", "B4:B5"), "readings.xlsx", {}, None)
    assert reading.frame.to_dict("index") == {
        2: {"station_id": "st-1", "value": "1"},
        3: {"station_id": "st-1", "value": "2"},
    }
    assert [(item.row, item.column, item.reason) for item in reading.set_aside] == [
        (4, "value", MERGED_CELL),
        (5, "value", MERGED_CELL),
    ]


def test_headings_over_columns_and_blank_rows_stay_as_they_are():
    rows = [["Report", ""], ["name", "amount"], ["a", 1], ["", ""], ["b", 2]]
    table = read_table(_book(rows, "A1:B1", "A3:A4"), "b.xlsx", header_row=2)
    assert table.frame.to_dict("index") == {3: {"name": "a", "amount": "1"}, 5: {"name": "b", "amount": "2"}}


def test_a_header_of_two_rows_is_read_in_the_lower_one():
    rows = [["name", "amounts", ""], ["", "company", "state"], ["a", 1, 2]]
    table = read_table(_book(rows, "A1:A2", "B1:C1"), "b.xlsx", header_row=2)
    assert table.frame.to_dict("index") == {3: {"name": "a", "company": "1", "state": "2"}}


@pytest.mark.parametrize("cut", range(20, 60, 7))
def test_a_merge_that_two_pieces_of_the_sheet_share_is_found(monkeypatch, cut):
    monkeypatch.setattr(merged_cells, "PIECE", cut)
    part = b'<mergeCells count="2"><mergeCell ref="A2:A3"/><x:mergeCell  ref="AB10:AC1200"/><mergeCell ref="A5:B5"/>'
    ranges = merges(io.BytesIO(part))
    assert {row: {*places} for row, places in ranges.items()} == {2: {(0, 3)}, 10: {(27, 1200)}}
