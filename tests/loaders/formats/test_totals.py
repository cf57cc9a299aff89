"""Totals of payments: rows that add up, not names that begin with such a word."""

import pytest

from loaders.formats.reconciliation import RECONCILIATION
from loaders.formats.subnational_csv import SUBNATIONAL_CSV

COLUMNS = {"payer": "Company", "stream": "Tax", "agency": "Receiver"}
SIDES = {"amount_company": "Company reports", "amount_government": "State reports"}
MAPPING = {
    "columns": COLUMNS | SIDES,
    "constants": {"year": 2021, "currency": "KGS"},
    "stream_alias": {"Royalty": "royalty", "Land tax": "land_property", "Жалпы мамлекеттик салыктар": "profit_tax"},
    "receiver_level": {"Treasury": "republic"},
    "payer": {"TotalEnergies Kumushtak": "a", "Mine B": "b", "Total Gold LLC": "c"},
}
HEADER = ",".join(MAPPING["columns"].values())
ROWS = ("TotalEnergies Kumushtak,Royalty,Treasury,10,10", "Mine B,Royalty,Treasury,20,20")
# Lines below ROWS, how many payments there are then, and what is said.
TABLES = {
    "company that the mapping knows": (["Total Gold LLC,Land tax,Treasury,3,3", "Total,,,33,33"], 3, ""),
    "company that the mapping knows and that adds up": (["Total Gold LLC,Land tax,Treasury,30,30"], 3, ""),
    "company that nobody knows": (["Total Silver,Land tax,Treasury,3,3"], 3, "'Total Silver' is not in [payer]"),
    "stream that the mapping knows": (["Mine B,Жалпы мамлекеттик салыктар,Treasury,3,3", "Итого:,,,33,33"], 3, ""),
    "group that adds up": (["Total royalties,Royalty,Treasury,30,30"], 2, "row 4 adds up and is read as a total"),
    "group that does not add up": (["Итого Б,,,31,31"], 2, "row 4, amount_company: the total printed is 31"),
    "nothing but the word": (["Total,Royalty,Treasury,31,31"], 2, "row 4, amount_company: the total printed is 31"),
    "a side alone": (["Total royalties,Royalty,Treasury,,30"], 2, "row 4 adds up and is read as a total"),
}


def _read(rows: list[str], **changes: object):
    return RECONCILIATION.read("\n".join([HEADER, *ROWS, *rows]).encode(), "report.csv", MAPPING | changes, None)


@pytest.mark.parametrize("case", TABLES)
def test_a_total_is_a_row_that_adds_up(case):
    rows, payments, warning = TABLES[case]
    reading = _read(rows)
    assert len(reading.frame) == payments and not reading.set_aside
    assert (warning in "; ".join(reading.warnings)) if warning else not reading.warnings


def test_what_may_be_either_is_set_aside():
    columns = {"payer": "Company"} | SIDES
    constants = MAPPING["constants"] | {"stream": "Royalty", "agency": "Treasury"}
    reading = _read(["Total Silver,,,3,3", "Total by mines,,,30,30"], columns=columns, constants=constants)
    assert [(item.row, item.value) for item in reading.set_aside] == [(4, "Total Silver")]
    assert "may be a total that does not add up" in reading.set_aside[0].reason and len(reading.frame) == 2


def test_sums_are_compared_in_the_unit_of_the_table():
    reading = _read(["Total royalties,Royalty,Treasury,30.0004,30"], unit=1000)
    assert len(reading.frame) == 2


def test_a_total_of_places_without_a_receiver_is_one():
    mapping = {
        "columns": {"place": "Place", "amount_government": "KGS"},
        "constants": {"year": 2021, "currency": "KGS", "stream": "Royalty"},
        "stream_alias": MAPPING["stream_alias"],
        "receiver_level": {"district": "district_fund"},
        "place": {"Ton": "41702220", "Total valley": "41702225"},
    }
    content = b"Place,KGS\nTon,4\nTotal valley,5\nTotal,9\n"
    reading = SUBNATIONAL_CSV.read(content, "places.csv", mapping, None)
    assert reading.frame["amount_government"].tolist() == ["4", "5"] and not reading.warnings
