"""Text files as cells: encodings, separators, headers, and files that are no table."""

import pytest

from loaders.formats.tables import MOST_COLUMNS, read_table
from loaders.gate.checks import LoadRefused

PLACES = "район;сумма\nЧуйский район;1,5\nТалас;2\n"
REFUSED = {
    "empty": (b"", None, "is empty"),
    "blank": (b"\n \n", None, "is empty"),
    "NUL bytes": (b"a,b\n1,\0\n", None, "NUL bytes"),
    "a million columns": (b"a," * 1_000_000, 1, "1,000,001 columns; at most 2,000"),
    "two columns of one name": (b"a, A ,a\n1,2,3\n", 1, "names two columns alike"),
    "a row too long": (b"a,b\n1,2\n1,2,3\n", 3, "the header has 2 cells, this row 3"),
    "a row too short": (b"a,b\n1,2\n1\n", 3, "the header has 2 cells, this row 1"),
    "an open quotation mark": (b'a,b\n1,2\n3,"4\n5,6\n', 3, "a quotation mark"),
    "Western text": ("a,b\nTürkiye,1\n".encode("latin-1"), None, "is not UTF-8 text"),
    "KOI8-R": (PLACES.encode("koi8-r"), None, "is not UTF-8 text"),
    "DOS": (PLACES.encode("cp866"), None, "is not UTF-8 text"),
    "an HTML page": (b"\xef\xbb\xbf<html><table><tr><td>a</td></tr></table></html>", None, "is an HTML page"),
    "half of UTF-16": (PLACES.encode("utf-16")[:-1], None, "damaged or cut off"),
}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251"])
def test_encodings_of_the_region_are_read(encoding):
    frame = read_table(PLACES.encode(encoding), "f.csv").frame
    assert frame.to_dict("records") == [{"район": "Чуйский район", "сумма": "1,5"}, {"район": "Талас", "сумма": "2"}]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_the_separator_is_the_one_that_makes_a_table(separator):
    rows = [["place", "amount in KGS"], ['"Osh, city"', '"1,5"'], ['"Talas; raion"', "2"]]
    text = "\r\n".join(separator.join(row) for row in rows)
    frame = read_table(text.encode(), "f.csv").frame
    assert frame["place"].tolist() == ["Osh, city", "Talas; raion"]


@pytest.mark.parametrize("first_line", ["sep=;", "sep=,", '"sep=;"', "SEP=;"])
def test_a_first_line_that_states_the_separator_is_no_row(first_line):
    sign = first_line.strip('"')[-1]
    table = read_table(f"{first_line}\r\na{sign}b\r\n1{sign}2\r\n".encode("utf-8-sig"), "f.csv").frame
    assert table.to_dict("index") == {2: {"a": "1", "b": "2"}}


def test_a_decimal_comma_is_no_separator():
    assert read_table(b"a;b\n1,5;2,5\n", "f.csv").frame.loc[2].tolist() == ["1,5", "2,5"]


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_no_table_is_refused_with_the_place(case):
    content, row, reason = REFUSED[case]
    with pytest.raises(LoadRefused) as error:
        read_table(content, "f.csv")
    assert error.value.row == row and reason in str(error.value)


def test_as_many_columns_as_allowed_are_read():
    header = ",".join(f"c{number}" for number in range(MOST_COLUMNS))
    assert read_table(f"{header}\n{header.replace('c', '')}\n".encode(), "f.csv").frame.shape == (1, MOST_COLUMNS)


def test_the_index_is_the_row_of_the_file():
    frame = read_table(b'\na,b\n1,"two\nlines"\n\n3, \n', "f.csv").frame
    assert frame.index.tolist() == [3, 5]
    assert frame.loc[3, "b"] == "two\nlines" and frame["b"].isna().tolist() == [False, True]


def test_a_header_repeated_on_each_page_is_left_out_and_said():
    table = read_table(b"a,b,\n1,2,\na,b,\n3,4,\n", "f.csv")
    assert table.frame.index.tolist() == [2, 4]
    assert table.warnings == ("row 3 repeats the header and was left out",)


def test_a_header_below_a_title_and_columns_without_name():
    table = read_table(b"Revenue of 2017\n\nname,,\nTalas,1,\n", "f.csv", header_row=3)
    assert table.frame.to_dict("index") == {4: {"name": "Talas", "column B": "1"}}
