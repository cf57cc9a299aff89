"""Several tables under one mapping: sheets of a workbook, columns of one sheet, and files of several layouts."""

import pytest

from loaders.formats.reconciliation import RECONCILIATION
from loaders.formats.subnational_csv import SUBNATIONAL_CSV
from loaders.gate.checks import LoadRefused
from tests.loaders.formats.books import workbook
from tests.loaders.formats.whole import csv_bytes

ROYALTY, LAND = ({"constants": {"stream": name, "year": 2019, "currency": "KGS"}} for name in ("Роялти", "Земля"))
MAPPING = {
    "table": [
        {"sheet": "2018", "columns": {"place": "Район", "amount_government": "Роялти"}}
        | {"constants": {**ROYALTY["constants"], "year": 2018}, "unit": 1000},
        {"sheet": "2019", "columns": {"place": "Район", "amount_government": "Роялти"}, **ROYALTY},
        {"sheet": "2019", "columns": {"place": "Район", "amount_government": "Земля"}, **LAND},
    ],
    "stream_alias": {"Роялти": "royalty", "Земля": "land_property"},
    "receiver_level": {"district": "local_budget", "oblast": "oblast_fund"},
    "place": {"Тон": "41702220", "Джети-Огуз": "41702210"},
}
BOOK = workbook(
    **{
        "2018": [["Район", "Роялти"], ["Тон", 1.5], ["Нет такого", 3]],
        "2019": [["Район", "Роялти", "Земля"], ["Тон", 2000, 7], ["Джети-Огуз", 3000, 8]],
    }
)


def test_sheets_and_columns_are_one_source():
    reading = SUBNATIONAL_CSV.read(BOOK, "book.xlsx", MAPPING, None)
    rows = reading.frame[["district_code", "stream_code", "period_start", "amount_government"]].to_numpy().tolist()
    assert rows == [
        ["41702220", "royalty", "2018-01-01", "1500.0"],
        ["41702220", "royalty", "2019-01-01", "2000"],
        ["41702210", "royalty", "2019-01-01", "3000"],
        ["41702220", "land_property", "2019-01-01", "7"],
        ["41702210", "land_property", "2019-01-01", "8"],
    ]
    assert reading.frame["flow_id"].is_unique
    # Rows are counted sheet by sheet: row 3 of the first is set aside, those of the others are loaded.
    assert [[len(one.frame), [place.row for place in one.set_aside]] for one in reading.tables] == [
        [1, [3]],
        [2, []],
        [2, []],
    ]
    assert reading.set_aside[0].reason == "table 1: is not in [place] of the mapping"


def test_equal_payments_of_two_tables_have_keys_of_their_own():
    twice = {**MAPPING, "table": MAPPING["table"][1:2] * 2}
    assert SUBNATIONAL_CSV.read(BOOK, "book.xlsx", twice, None).frame["flow_id"].nunique() == 4


def test_each_file_of_a_folder_may_have_its_own_layout():
    tables = [
        {"file": "*2018*", "columns": {"place": "Raion", "amount_government": "Royalty"}, **ROYALTY},
        {"file": "ROYALTY-*.csv", "columns": {"place": "Район", "amount_government": "Роялти"}, **ROYALTY},
    ]
    mapping = {**MAPPING, "table": tables}
    for file, header in (("old 2018.csv", "Raion;Royalty"), ("royalty-2019.csv", "Район;Роялти")):
        reading = SUBNATIONAL_CSV.read(csv_bytes(header, "Тон;5"), file, mapping, None)
        assert reading.frame["amount_government"].tolist() == ["5"] and not reading.tables
    with pytest.raises(
        LoadRefused, match=r"no \[\[table\]\] of the mapping is for a file of this name; they are for \*2018\*"
    ):
        SUBNATIONAL_CSV.read(csv_bytes("Район;Роялти", "Тон;5"), "other.csv", mapping, None)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"columns": {}}, "the mapping has an entry 'columns'; this format knows payer, place,"),
        ({"table": [{"sheet": "2018"}]}, r"without 'table\[\].columns' in the mapping"),
        ({"table": [{**MAPPING["table"][0], "shet": "x"}]}, r"has an entry 'table\[\].shet'"),
    ],
)
def test_a_slip_in_a_table_is_named(changes, reason):
    with pytest.raises(LoadRefused, match=reason):
        SUBNATIONAL_CSV.read(BOOK, "book.xlsx", {**MAPPING, **changes}, None)


def test_each_table_of_a_reconciliation_needs_both_sides():
    with pytest.raises(LoadRefused, match="must name the column of amount_company"):
        RECONCILIATION.read(BOOK, "book.xlsx", MAPPING, None)
