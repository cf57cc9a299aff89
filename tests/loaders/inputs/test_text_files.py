"""Text files that are none, or not of their dataset: refused with the place and what to do."""

import os
from itertools import product

import pytest

import loaders.engine.run as loading
from tests.loaders.kinds import each_kind_of_table, only_exhaustive
from tests.loaders.stand_ins import FILES

READINGS = FILES["readings"]
HEADER = READINGS.splitlines()[0]
ROW = "st-1,as,2020-01-30,single,1,mg/L,state,ok\n"
TRACES = ROW.replace(",1,", ",следы,")
MANY = ",".join(map(str, range(16_384)))
TEXT_FILES = {
    "NUL bytes": (READINGS.replace(",", ",\0", 9).encode(), "contains NUL bytes"),
    "picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, "is not UTF-8 text"),
    "photograph": (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01" + bytes(range(256)) * 9, "is not UTF-8 text"),
    "UTF-16 without mark": (READINGS.encode("utf-16-le"), "contains NUL bytes"),
    "UTF-16 without mark, the other way": (READINGS.encode("utf-16-be"), "contains NUL bytes"),
    "UTF-16 cut off": (READINGS.encode("utf-16")[:-1], "damaged or cut off"),
    "UTF-32": (READINGS.encode("utf-32"), "contains NUL bytes"),
    "two encodings": ((READINGS + TRACES).encode() + TRACES.encode("cp1251"), "is not UTF-8 text"),
    "KOI8-R": ((READINGS + TRACES).encode("koi8-r"), "row 6, column value"),
    "header twice alike": (READINGS.replace("value", "unit", 1).encode(), "row 1, column unit"),
    "quotation mark": ((READINGS + ROW.replace(",1,", ',"1,') + ROW * 50).encode(), "row 56: a quotation mark"),
    # How long a cell may be is a setting of the whole process, which libraries change: too long or too few, it is told.
    "cell without end": ((READINGS + "a" * 200_000).encode(), "row 6: "),
    "formula": (READINGS.replace("0.012", "=1+1").encode(), "row 2, column value"),
    "error of a sheet": (READINGS.replace("0.012", "#NAME?").encode(), "row 2, column value"),
    "day as a number": (READINGS.replace("2020-01-10", "43840").encode(), "row 2, column sampled_on"),
    "16,384 columns": (f"{MANY}\n{MANY}\n".encode(), "row 1: has 16,384 columns"),
    "a million columns": (",".join(map(str, range(1_000_000))).encode(), "row 1: has no line end"),
    "a row of a million cells": ((READINGS + "1," * 1_000_000 + "\n").encode(), "row 6: the header has 8 cells"),
    "cut off": (READINGS[:-12].encode(), "row 5: the header has 8 cells, this row 6"),
    "HTML page called .xls": (b"<html><body><table><tr><th>station_id</th></tr></table></body></html>", "HTML page"),
    "words": (b"Dear colleagues,\nplease find attached\n", "the column is"),
}
# dataset, what stands in it, instead of which; the column that is named
NUMBERS = {
    "revenue": (",90,100,", ",90,{},", "amount_government"),
    "national_revenue": ("2014,100,", "2014,{},", "amount_government_usd"),
    "statistics": ("20.5", "{}", "value"),
    "incidents": (",2,100,", ",2,{},", "participants_min"),
    "sites": ("41.867", "{}", "lat"),
    "districts": ("69400", "{}", "population"),
    "thresholds": ("0.01", "{}", "max_value"),
    "readings": ("0.012", "{}", "value"),
    "grievances": ("10,0\n", "10,{}\n", "is_sensitive"),
}
NO_NUMBERS = ("1e999", "NaN", "nan", "Infinity", "-inf", "1_000", "0x10", "٣", "9" * 400, "1 000", "--1", "1e308")
DAYS = {
    "readings": ("2020-01-10", "sampled_on"),
    "incidents": ("2019-08-05", "date"),
    "revenue": ("2014-12-31", "period_end"),
    "thresholds": ("2000-01-01", "valid_from"),
    "grievances": ("2020-01-10", "status_on"),
}
NO_DAYS = ("0000-01-01", "0001-01-01", "1600-01-01", "9999-12-31", "2019-02-29", "2019-13-01", "43840", "05.08.2019")


@each_kind_of_table
@pytest.mark.parametrize("content", ["", " \n\n \n"])
def test_a_file_without_anything(refused_content, dataset, content):
    assert "is empty" in refused_content(dataset, content.encode())


@each_kind_of_table
def test_a_file_of_only_a_header(refused_content, dataset):
    assert "the file has no rows" in refused_content(dataset, FILES[dataset].partition("\n")[0].encode())


@each_kind_of_table
def test_the_file_of_another_dataset(refused_content, dataset):
    other = FILES["revenue" if dataset == "readings" else "readings"]
    assert "column" in refused_content(dataset, other.encode())


@pytest.mark.parametrize("case", TEXT_FILES)
def test_what_is_no_table_of_readings(refused_content, case):
    content, reason = TEXT_FILES[case]
    assert reason in refused_content("readings", content)


def _is_decisive(dataset: str, number: str) -> bool:
    """All texts where amounts and where whole numbers stand; elsewhere what pandas would take and what is too large."""
    return dataset in ("revenue", "incidents") or number in ("NaN", "1e308")


# Laboratories write thousands with a space.
@pytest.mark.parametrize(
    ("dataset", "number"),
    [
        pair if _is_decisive(*pair) else only_exhaustive(*pair)
        for pair in product(NUMBERS, NO_NUMBERS)
        if pair != ("readings", "1 000")
    ],
)
def test_what_is_no_number(refused_content, dataset, number):
    right, wrong, column = NUMBERS[dataset]
    assert right in FILES[dataset]
    message = refused_content(dataset, FILES[dataset].replace(right, wrong.format(number), 1).encode())
    assert f"row 2, column {column}: " in message


# All of them in one dataset, and in the others a day that is none, and one that is out of reach.
@pytest.mark.parametrize(
    ("dataset", "day"),
    [
        pair if pair[0] == "readings" or pair[1] in ("2019-02-29", "9999-12-31") else only_exhaustive(*pair)
        for pair in product(DAYS, NO_DAYS)
    ],
)
def test_what_is_no_day(refused_content, dataset, day):
    right, column = DAYS[dataset]
    message = refused_content(dataset, FILES[dataset].replace(right, day, 1).encode())
    assert f"row 2, column {column}: must be a date that exists" in message


def test_a_first_line_that_states_the_separator_is_no_row(run, tmp_path):
    path = tmp_path / "file.csv"
    path.write_text("sep=;\r\n" + READINGS.replace("< 0,005", "2").replace(",", ";"), encoding="utf-16")
    assert run("load", "readings", path, "--source", "readings", "--dry-run") == (0, "")


def test_minus_zero_is_zero(run, tmp_path):
    path = tmp_path / "file.csv"
    path.write_text(FILES["statistics"].replace("20.5", "-0"), encoding="utf-8")
    assert run("load", "statistics", path, "--source", "statistics", "--dry-run") == (0, "")


def test_a_header_repeated_in_the_middle_is_left_out(run, tmp_path):
    path = tmp_path / "file.csv"
    path.write_text(f"{READINGS}{HEADER}\n{ROW}", encoding="utf-8")
    assert run("load", "readings", path, "--source", "readings", "--dry-run") == (0, "")


@pytest.mark.parametrize("key", ["readings", "readings_csv", "boundaries", "acled", "open311"])
def test_where_there_is_no_file(refusal_of, tmp_path, key):
    assert "nowhere.csv: cannot be read" in refusal_of(key, tmp_path / "nowhere.csv")


def test_a_folder_without_files(refusal_of, tmp_path):
    (tmp_path / "folder" / "inner").mkdir(parents=True)
    assert "folder: the folder holds no files" in refusal_of("readings", tmp_path / "folder")


@pytest.mark.parametrize("change", [lambda path: path.write_text(READINGS + ROW * 2), lambda path: path.unlink()])
def test_a_file_that_changes_while_it_is_read(refusal_of, tmp_path, monkeypatch, change):
    path = tmp_path / "file.csv"
    path.write_text(READINGS + ROW, encoding="utf-8")
    finish = loading.finish

    def change_then_finish(*arguments: object) -> None:
        change(path)
        finish(*arguments)

    monkeypatch.setattr(loading, "finish", change_then_finish)
    assert "file.csv: changed while it was read; load it again" in refusal_of("readings", path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_nobody_may_read(refusal_of, tmp_path):
    path = tmp_path / "file.csv"
    path.write_text(READINGS)
    path.chmod(0)
    assert "file.csv: cannot be read: Permission denied" in refusal_of("readings", path)
