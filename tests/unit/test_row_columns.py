"""Columns in rows: each row by its own largest year, which is written beside it."""

import pytest

from dashboard.figures import row_columns
from dashboard.figures.base import Canvas
from dashboard.figures.row_columns import HEIGHT, LEAST, Row
from dashboard.text import load
from data_access.vocabulary.selection import Selection

ROWS = (
    Row("gold", {2015: 10.0, 2017: 40.0}, {2015: "ten", 2017: "forty"}, "40 kg"),
    Row("ore & more", {2016: 0.0, 2017: 7_000.0}, {2016: "none", 2017: "much"}, "7,000 t"),
    Row("nothing sold", {2016: 0.0}, {2016: "zero"}, "0 kg"),
)


@pytest.fixture(scope="module")
def figure() -> dict:
    canvas = Canvas(load()["en"], Selection())
    return row_columns.of_rows(ROWS, range(2015, 2018), "#000", "a part", canvas).figure


def test_a_column_is_a_part_of_the_largest_of_its_row_and_a_zero_is_seen(figure):
    (columns,) = figure["data"]
    shares = [-height / HEIGHT for height in columns["y"]]
    assert shares == pytest.approx([0.25, 1.0, LEAST / HEIGHT, 1.0, LEAST / HEIGHT])
    assert columns["x"] == [2015, 2017, 2016, 2017, 2016]
    assert [base - place for base, place in zip(columns["base"], (0, 0, 1, 1, 2), strict=True)] == pytest.approx(
        [HEIGHT / 2] * 5
    )


def test_each_row_says_its_name_and_its_largest_number_and_a_click_chooses_the_year(figure):
    texts = [note["text"] for note in figure["layout"]["annotations"]]
    assert texts == ["gold", "40 kg", "ore &amp; more", "7,000 t", "nothing sold", "0 kg"]
    assert figure["data"][0]["customdata"][:2] == ["period:2015", "period:2017"]
    assert figure["data"][0]["text"][:2] == ["ten", "forty"]
