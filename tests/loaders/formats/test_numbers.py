"""Amounts as publishers write them."""

import pandas as pd
import pytest

from loaders.gate.numbers import parse_amounts, total, with_amounts

# A column as it is written, and as it is read; words stand for states without a number.
COLUMNS = {
    "American": (["$1,234.00", "($4.50)", "1,234", "-$4.50", "$-4.50", "US$ 5"], "1234.00 -4.50 1234 -4.50 -4.50 5"),
    "Russian": (["1 234,5", "1\u00a0234,56", "1\u202f234\u2009567,8", "12,345"], "1234.5 1234.56 1234567.8 12.345"),
    "German": (["1.234,56", "1.234", "1.234.567"], "1234.56 1234 1234567"),
    "Swiss": (["1'234.50", "1’234"], "1234.50 1234"),
    "words": (
        ["12 млн", "3,5 тыс. сом", "2 млрд", "7 thousand", "5 миллионов"],
        "12000000 3500.0 2000000000 7000 5000000",
    ),
    "currencies": (["5 сом", "5 KGS", "€5", "5 USD", "сом 5"], "5 5 5 5 5"),
    "footnotes": (["1 234*", "1234¹", "1 234 [2]", "5 †"], "1234 1234 1234 5"),
    "minus": (["−5", "–5", "- 5", "(5)"], "-5 -5 -5 -5"),
    "nothing": (["-", "- ", "—", "N/A", "", None, "<text>", "n/a"], "missing " * 8),
    "not reported": (["DNP", "dnp*", "н/д", "нет данных", "Not reported"], "not_reported " * 5),
    "grouped twice": (["1,234,567", "1,234"], "1234567 1234"),
    "decimals of three": (["0,125", "1,234"], "0.125 1.234"),
    "long and ungrouped": (["1234,567", "1,234"], "1234.567 1.234"),
    "doubtful alone": (["1,234", "5", "12,000"], "doubtful 5 doubtful"),
    "doubtful among both": (["1,5", "1.5", "1,234"], "1.5 1.5 doubtful"),
    "no amounts": (["abc", "12 34", "1,23,456", "(5", "5)", "5%", "12.", "1.234.56"], "unreadable " * 8),
    "digits lost by a spreadsheet": (["1.23E+11", "1,2e5"], "unreadable unreadable"),
}


@pytest.mark.parametrize("name", COLUMNS)
def test_a_column_is_read(name):
    texts, expected = COLUMNS[name]
    amounts = parse_amounts(pd.Series(texts, dtype="str"))
    assert amounts["amount"].fillna(amounts["state"]).tolist() == expected.split()


@pytest.mark.parametrize(("decimal", "amount"), [(".", "1234"), (",", "1.234")])
def test_the_mapping_decides_a_doubtful_column(decimal, amount):
    assert parse_amounts(pd.Series(["1,234"]), decimal)["amount"].tolist() == [amount]


def test_rows_that_cannot_be_read_are_set_aside_with_the_reason():
    frame = pd.DataFrame({"a": ["1,234", "5"], "b": ["x", "-"]}, index=[7, 8])
    rows, set_aside = with_amounts(frame, ["a", "b"])
    assert rows.index.tolist() == [8] and rows["b"].isna().all()
    assert [(item.row, item.column, item.value) for item in set_aside] == [(7, "a", "1,234"), (7, "b", "x")]
    assert "state `decimal` in the mapping" in set_aside[0].reason


def test_sums_are_exact():
    assert str(total(["0.1"] * 10)) == "1.0"
