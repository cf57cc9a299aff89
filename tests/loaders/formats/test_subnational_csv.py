"""Sub-national series, on the disbursements of the United States: real in shape, of another country."""

import pytest

from loaders.formats.subnational_csv import SUBNATIONAL_CSV
from loaders.gate.numbers import total

DISBURSEMENTS = "published/onrr_fiscal_year_disbursements.csv"
FUNDS = (
    "State",
    "State - GoMESA",
    "State 8(g)",
    "U.S. Treasury",
    "U.S. Treasury - GoMESA",
    "Native American Tribes & Allottees",
    "Reclamation",
    "Land & Water Conservation Fund",
    "Land & Water Conservation Fund - GoMESA",
    "Other",
    "Historic Preservation Fund",
)
MAPPING = {
    "columns": {
        "year": "Fiscal Year",
        "stream": "Fund Type",
        "place": ["State", "County"],
        "amount_government": "Disbursement",
    },
    "constants": {"currency": "USD"},
    "stream_alias": dict.fromkeys(FUNDS, "royalty"),
    "receiver_level": {"district": "local_budget", "oblast": "oblast_fund", "country": "republic"},
    "place": {"California, Kern County": "41702205", "Wyoming": "41702"},
}


def _read(content: bytes, **changes: object):
    return SUBNATIONAL_CSV.read(content, "disbursements.csv", MAPPING | changes, None)


def test_every_row_is_loaded_or_set_aside_and_places_only_by_the_mapping(published_file):
    reading = _read(published_file(DISBURSEMENTS))
    assert len(reading.frame) + len(reading.set_aside) == 1_957
    assert {item.column for item in reading.set_aside} == {"place"}
    assert reading.frame["district_code"].dropna().unique().tolist() in ([], ["41702205"])
    assert set(reading.frame["stage"]) == {"transfer"}


def test_counties_are_places_below_their_state(published_file):
    content = published_file(DISBURSEMENTS)
    places = {item.value for item in _read(content).set_aside}
    counties = {place: "41702205" for place in places if ", " in place}
    reading = _read(content, place=MAPPING["place"] | counties)
    assert reading.frame["district_code"].notna().sum() == 1_015
    assert set(reading.frame.loc[reading.frame["district_code"].notna(), "receiver_level"]) == {"local_budget"}


def test_one_fund_in_two_spellings_is_one_stream(published_file):
    name = "Land & Water Conservation Fund - GoMESA"
    reading = _read(published_file(DISBURSEMENTS), stream_alias={name: "royalty"}, place={})
    assert len(reading.frame) == 12


def test_money_as_americans_write_it():
    rows = [
        "Fiscal Year,Fund Type,State,County,Disbursement",
        '2020,State,Wyoming,,"$1,234.00"',
        "2020,State,,,($4.50)",
    ]
    reading = _read("\n".join(rows).encode())
    cells = reading.frame[["oblast_code", "receiver_level", "amount_government", "period_start"]].fillna("")
    assert cells.to_numpy().tolist() == [
        ["41702", "oblast_fund", "1234.00", "2020-01-01"],
        ["", "republic", "-4.50", "2020-01-01"],
    ]
    assert total(reading.frame["amount_government"]) == pytest.approx(1229.5)
