"""Tables with a row per place and a column per year, in Russian and Kyrgyz, on the poverty rates of all districts."""

import pandas as pd
import pytest

from loaders.config.sources import BUNDLED_FOLDER
from loaders.formats.statistics_wide import HEADING, STATISTICS_WIDE, UNKNOWN, WHOLE_COUNTRY
from loaders.gate.checks import LoadRefused
from tests.loaders.formats.books import workbook
from tests.loaders.formats.whole import csv_bytes, mapping_of, tidy_tables

MAPPING = {"indicator": "poverty", "place": "Район"}


def _table(name: str) -> pd.DataFrame:
    return pd.read_csv(BUNDLED_FOLDER / name, dtype=str)


def _read(content: bytes, reference, **changes: object):
    return STATISTICS_WIDE.read(content, "table.csv", MAPPING | changes, reference)


def _rows(reading) -> list[list[str]]:
    return reading.frame[["district_code", "year", "value"]].to_numpy().tolist()


@pytest.mark.parametrize(("language", "year"), [("ru", "{} г."), ("ky", "{}-жыл"), ("en", "{}")])
def test_all_districts_are_known_by_their_names(reference, language, year):
    places = _table("districts.csv").set_index("district_code")
    rates = _table("statistics.csv").query("indicator_code == 'poverty' and district_code in @places.index")
    # In English both a district and a town bear some names; there the table says which.
    kind = places["unit_type"].map({"raion": " district"}).fillna("") if language == "en" else ""
    names = places[f"name_{language}"] + kind
    wide = rates.pivot(index="district_code", columns="year", values="value")
    rows = [[names[code], *values] for code, values in zip(wide.index, wide.to_numpy().tolist(), strict=True)]
    book = workbook(**{"Бедность": [["Уровень бедности, %"], [], ["Район", *map(year.format, wide)], *rows]})
    reading = STATISTICS_WIDE.read(book, "book.xlsx", MAPPING | {"header_row": 3}, reference)
    assert reading.set_aside == () and len(reading.frame) > 300
    expected = rates[["district_code", "year", "value"]].to_numpy().tolist()
    assert sorted(_rows(reading)) == sorted([code, when, value] for code, when, value in expected)


TABLE = csv_bytes(
    "Район;2019;2020*;2021 1);Код",
    "Кыргызская Республика;20,1;25,3;33,3;0",
    "Иссык-Кульская область;26,2;28,1;34,6;1",
    "в том числе районы:;;;;",
    "Иссык-Кульский район;10,5;…;-;2",
    "г. Балыкчы;1,5;2;н/д;3",
    "Баткен;1,5;2;3;4",
    "Тридевятый район;7,5;8;9;5",
    "* предварительные данные;;;;",
)


def test_an_oblast_stays_one_and_what_has_no_figure_has_no_row(reference):
    reading = _read(TABLE, reference)
    codes = [row for row in _rows(reading) if row[0] != "41702"]
    assert [row[2] for row in _rows(reading) if row[0] == "41702"] == ["26.2", "28.1", "34.6"]
    assert codes == [["41702215", "2019", "10.5"], [codes[1][0], "2019", "1.5"], [codes[1][0], "2020", "2"]]
    assert {(item.row, item.value, item.reason) for item in reading.set_aside} == {
        (7, "Баткен", UNKNOWN),
        (8, "Тридевятый район", UNKNOWN),
    }
    assert f"{WHOLE_COUNTRY}: 3 (2019, 2020, 2021)" in reading.warnings
    assert f"{HEADING}: 2 (в том числе районы:, * предварительные данные)" in reading.warnings
    assert "columns that the mapping does not name were not read: 1 (Код)" in reading.warnings
    (statistics, *_) = tidy_tables("statistics", reading, reference).values()
    assert len(statistics) == 6


def test_the_mapping_decides_about_names_that_may_be_several(reference):
    mapping = mapping_of("example_statistics_wide") | {"ignore": ["Код"]}
    reading = STATISTICS_WIDE.read(TABLE, "table.csv", mapping, reference)
    batken = [row[1:] for row in _rows(reading) if row[0] == "41705214"]
    assert batken == [["2019", "1.5"], ["2020", "2"], ["2021", "3"]]
    assert not [text for text in reading.warnings if "does not name" in text]


def test_the_whole_table_shows_its_decimal_sign(reference):
    content = csv_bytes("Район;2019;2020", "Ак-Суйский район;1,250;4,5", "Тонский район;-2,5;x")
    reading = _read(content, reference)
    assert _rows(reading) == [["41702205", "2019", "1.250"], ["41702205", "2020", "4.5"], ["41702220", "2019", "-2.5"]]
    (item,) = reading.set_aside
    assert (item.row, item.column, item.value, item.reason) == (3, "2020", "x", "is not an amount")
    doubtful = csv_bytes("Район;2019", "Ак-Суйский район;1,250")
    assert "may be a thousand or a decimal fraction" in _read(doubtful, reference).set_aside[0].reason
    assert _rows(_read(doubtful, reference, decimal=".")) == [["41702205", "2019", "1250"]]


def test_a_scale_that_the_table_says_must_be_in_the_mapping(reference):
    book = workbook(a=[["Выбросы, тыс. тонн"], ["Район", "2019"], ["Тонский район", "1,5"]])
    with pytest.raises(LoadRefused, match="another unit than one; state `unit` in the mapping"):
        _read(book, reference, header_row=2)
    assert _rows(_read(book, reference, header_row=2, unit=1000)) == [["41702220", "2019", "1500.0"]]


@pytest.mark.parametrize(
    ("header", "reason"),
    [
        ("Район;Всего", "no column is a year such as 2015; there are Район, Всего. State header_row"),
        ("Район;2019;2019 г.", "column 2019: two columns are of this year"),
        ("Место;2019", "column Район: the column is missing; there are Место, 2019"),
    ],
)
def test_columns_that_are_not_clear_are_refused(reference, header, reason):
    with pytest.raises(LoadRefused, match=reason):
        _read(csv_bytes(header, ";".join(["Тонский район", *"12"][: header.count(";") + 1])), reference)
