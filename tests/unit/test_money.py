"""Amounts in the chosen terms, by worked numbers."""

import pytest

from data_access.answers.revenue import flows, national
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.states import MISSING, VALUE
from tests.support.money_store import make, with_names

CHATKAL, OTHER = "41703230", "41703204"
RATES = [
    {"currency": "USD", "year": 2019, "kgs_per_unit": 50.0, "source_key": "s"},
    {"currency": "USD", "year": 2020, "kgs_per_unit": 80.0, "source_key": "s"},
]
INDEX = [
    {"year": year, "index_value": value, "base_year": 2020, "source_key": "s"} | with_names("CPI")
    for year, value in ((2019, 50.0), (2020, 100.0))
]
NATIONAL = [
    {"fiscal_year": 2019, "amount_government_usd": 10.0, "kgs_per_usd": 50.0, "source_key": "s"},
    {"fiscal_year": 2018, "amount_government_usd": 10.0, "kgs_per_usd": 40.0, "source_key": "s"},
]
PEOPLE = {CHATKAL: {2022: 29_937}, OTHER: {2018: 100, 2020: 400}}


def flow(district: str, year: int, amount: float) -> dict:
    return {"district_code": district, "oblast_code": "41701", "fiscal_year": year, "amount_kgs": amount}


FLOWS = [
    flow(CHATKAL, 2020, 15e6), flow(OTHER, 2019, 8_000.0), flow(OTHER, 2020, 8_000.0), flow(OTHER, 2021, 8_000.0)
]  # fmt: skip


@pytest.fixture
def snapshot(tmp_path):
    return make(tmp_path, people=PEOPLE, revenue=FLOWS, fx_rate=RATES, price_index=INDEX, national_revenue=NATIONAL)


def of_district(answer, code: str):
    return next(answer.frame[answer.frame["district_code"] == code].itertuples())


def test_fifteen_million_for_the_people_of_chatkal(snapshot):
    answer = flows.by_district(snapshot, Selection(since="2020", until="2020"))
    assert round(of_district(answer, CHATKAL).value) == 501
    assert (answer.money.unit, answer.money.people_years) == ("kgs_per_person_year", (2020, 2022))


@pytest.mark.parametrize(
    ("choices", "value", "is_partial", "unknown_years"),
    [
        ({"per": "total"}, 24_000, False, ()),
        # 2019 lies as far from 2018 as from 2020: the earlier figure; 2021 has that of 2020.
        ({}, (80 + 20 + 20) / 3, False, ()),
        ({"per": "total", "currency": "usd"}, 160 + 100, True, (2021,)),
        ({"currency": "usd"}, (1.6 + 0.25) / 2, False, (2021,)),
        ({"per": "total", "prices": "constant"}, 16_000 + 8_000, True, (2021,)),
        ({"per": "total", "prices": "constant", "currency": "usd"}, 200 + 100, True, (2021,)),
    ],
)
def test_terms_of_an_amount(snapshot, choices, value, is_partial, unknown_years):
    answer = flows.by_district(snapshot, Selection(**choices))
    row = of_district(answer, OTHER)
    assert row.value == pytest.approx(value)
    assert (row.state, row.is_partial, answer.money.unknown_years) == (VALUE, is_partial, unknown_years)


@pytest.mark.parametrize("choices", [{"currency": "usd"}, {"prices": "constant"}])
def test_a_year_without_a_rate_is_missing_not_guessed(snapshot, choices):
    answer = flows.by_district(snapshot, Selection(since="2021", until="2021", **choices))
    assert (of_district(answer, OTHER).state, answer.money.unknown_years) == (MISSING, (2021,))
    series = flows.by_year(snapshot, Selection(**choices)).frame
    assert set(series["fiscal_year"]) == {2019, 2020}


def test_a_series_per_person_is_of_the_people_of_the_place(snapshot):
    here = flows.by_year(snapshot, Selection(district=f"d{OTHER}")).frame
    assert here["value"].tolist() == pytest.approx([80, 20, 20])
    country = flows.by_year(snapshot, Selection()).frame.set_index("fiscal_year")["value"]
    assert country[2019] == pytest.approx(8_000 / (29_937 + 100))


@pytest.mark.parametrize(
    ("choices", "expected"),
    [
        ({}, {2018: 400, 2019: 500}),
        ({"currency": "usd"}, {2018: 10, 2019: 10}),
        ({"prices": "constant"}, {2019: 1_000}),
        ({"prices": "constant", "currency": "usd"}, {2019: 12.5}),
    ],
)
def test_national_totals_are_converted_by_the_stated_rate(snapshot, choices, expected):
    frame = national.totals(snapshot, Selection(**choices)).frame
    assert dict(zip(frame["fiscal_year"], frame["amount_government"], strict=True)) == pytest.approx(expected)
