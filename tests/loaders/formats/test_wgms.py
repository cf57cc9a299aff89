"""Mass balance of glaciers: each a station, its year that of the balance, on the publisher's file of Sary-Tor."""

import pytest

from loaders.formats.wgms import TWICE, WGMS
from loaders.gate.checks import LoadRefused
from tests.loaders.formats.whole import csv_bytes, mapping_of

MAPPING = mapping_of("wgms")
HEADER = "YEAR,WGMS_ID,POLITICAL_UNIT,NAME,AREA,WINTER_BALANCE,SUMMER_BALANCE,ANNUAL_BALANCE,REMARKS"
COMPILED = "real/glaciers_wgms/kgz_glacier_mass_balance.csv"


def _read(content: bytes, **changes: object):
    return WGMS.read(content, "mbdata.csv", MAPPING | changes, None)


def _row(year: str = "2016", glacier: str = "805", country: str = "KG", balance: str = "-790.0") -> str:
    return f"{year},{glacier},{country},X,2.6,420.0,-1210.0,{balance},"


def test_an_annual_balance_is_a_reading_of_the_glacier(sample_file):
    reading = _read(sample_file("mbdata_WGMS-00805.csv"))
    assert reading.set_aside == () and reading.warnings == ()
    assert reading.frame.iloc[-1].to_dict() == {
        "station_id": "glacier-sary-tor",
        "indicator_code": "glacier_balance",
        "sampled_on": "2016-09-30",
        "averaging": "year",
        "value": "-790.0",
        "unit": "mm w.e.",
        "collected_by": "third_party",
        "qa_flag": "ok",
    }
    assert reading.frame["value"].tolist() == ["-134.0", "-143.0", "220.0", "-453.0", "-167.0", "-820.0", "-790.0"]


def test_the_table_compiled_of_all_glaciers(published_file):
    reading = _read(published_file(COMPILED))
    counts = reading.frame["station_id"].value_counts()
    assert len(reading.frame) == 177 and len(counts) == 9 and counts["glacier-kara-batkak"] == 49
    assert (reading.frame["sampled_on"].min(), reading.frame["sampled_on"].max()) == ("1957-09-30", "2020-09-30")


def test_other_countries_and_years_without_a_balance_are_told():
    reading = _read(csv_bytes(HEADER, _row(), _row(country="CH", glacier="491"), _row(year="2017", balance="")))
    assert len(reading.frame) == 1 and reading.set_aside == ()
    assert reading.warnings == ("rows of other countries were left out: 1", "years without an annual balance: 1")


@pytest.mark.parametrize(
    ("changes", "column", "reason"),
    [
        ({"glacier": "1"}, "WGMS_ID", "is not in the mapping's stations"),
        ({"year": "2016/17"}, "YEAR", "is not a year of four digits"),
        ({"balance": "about 5"}, "ANNUAL_BALANCE", "is not an amount"),
        ({"balance": "no data"}, "ANNUAL_BALANCE", "is not a number"),
        ({"country": ""}, "POLITICAL_UNIT", "names no country"),
    ],
)
def test_a_row_that_is_not_clear_is_set_aside(changes, column, reason):
    reading = _read(csv_bytes(HEADER, _row(year="2015"), _row(**changes)))
    (item,) = reading.set_aside
    assert (item.row, item.column, item.reason) == (3, column, reason) and len(reading.frame) == 1


def test_of_two_balances_of_a_year_neither_counts():
    reading = _read(csv_bytes(HEADER, _row(), _row(balance="-100.0"), _row(year="2015")))
    assert [(item.row, item.reason) for item in reading.set_aside] == [(2, TWICE), (3, TWICE)]
    assert len(reading.frame) == 1


def test_metres_are_refused():
    with pytest.raises(LoadRefused, match="column ANNUAL_BALANCE: has no annual balance of 10 or more"):
        _read(csv_bytes(HEADER, _row(balance="-0.79"), _row(year="2015", balance="0.4")))


def test_a_file_of_another_kind_is_refused():
    with pytest.raises(LoadRefused, match="column ANNUAL_BALANCE: the column is missing"):
        _read(csv_bytes("YEAR,WGMS_ID", "2016,805"))
