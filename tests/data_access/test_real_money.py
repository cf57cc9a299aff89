"""The real figures that come along: sums that their reports state, each on its way once, and what is said of gaps."""

from datetime import date

import pytest
from sqlalchemy import func, select

from dashboard import panels
from dashboard.figures.base import Canvas
from dashboard.text import LANGUAGES, instead, load, notes
from data_access.answers.revenue import flows, national
from data_access.store.database import Database, Snapshot
from data_access.vocabulary import schema
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.states import HIGHER_LEVEL, NOT_COLLECTED, VALUE
from tests.support.spaces import plain_spaces

flow = schema.revenue.c
MILLION = 1_000_000
PAID = Selection(stage="payment", per="total", currency="usd")


@pytest.fixture(scope="module")
def snapshot(bundle_settings) -> Snapshot:
    return Database(bundle_settings.public_url).snapshot()


@pytest.fixture(scope="module")
def words():
    return load()


def _sentence(snapshot, words, key: str, language: str = "en", **choices: str) -> str:
    panel, selection = panels.BY_KEY[key], Selection(**choices)
    answer = panel.answer(snapshot, selection)
    return instead.sentence(answer, panel.say(answer, words[language], selection), words[language])


def _in_usd(snapshot, payer: str, stream: str | None = None) -> dict[int, float]:
    selection = Selection(stage="payment", per="total", currency="usd", operator=payer, stream=stream)
    sums = flows.by_year(snapshot, selection).frame.groupby("fiscal_year")["value"].sum() / MILLION
    return sums.round(3).to_dict()


@pytest.mark.parametrize(
    ("payer", "stream", "sums"),
    [
        ("centerra-gold", "taxes", {2016: 86.24, 2017: 99.98, 2018: 107.99, 2019: 117.58}),
        ("centerra-gold", "fees", {2016: 1.53, 2017: 1.73, 2018: 2.65, 2019: 1.53}),
        ("centerra-gold", "infrastructure", {2017: 7.0, 2018: 0.17, 2019: 66.1}),
        ("centerra-gold", None, {2016: 95.09, 2017: 108.71, 2018: 110.81, 2019: 185.21}),
        ("kaz-bozymchak", None, {2017: 7.129, 2019: 11.318}),
    ],
)
def test_payments_come_to_what_the_companies_report_in_dollars(snapshot, payer, stream, sums):
    assert _in_usd(snapshot, payer, stream) == pytest.approx(sums)


def test_what_the_fund_of_issyk_kul_spent_comes_to_what_it_states(snapshot):
    spending = flows.spending_by_purpose(snapshot, Selection(per="total")).frame
    assert (len(spending), spending["value"].sum()) == (9, pytest.approx(590.7 * MILLION))


def test_years_without_a_transfer_are_zeros_and_others_are_missing(snapshot):
    answer = flows.by_year(snapshot, Selection(stage="transfer", per="total"))
    sums = answer.frame.groupby("fiscal_year")["value"].sum()
    assert sums.to_dict() == {2000: 0, 2007: 0, 2008: 0, 2011: 463 * MILLION, 2020: 481 * MILLION}


def test_a_zero_is_drawn_and_a_year_that_is_not_known_is_not(snapshot, words):
    panel, selection = panels.BY_KEY["revenue_by_stream"], Selection(stage="transfer", per="total")
    picture = panel.draw(panel.answer(snapshot, selection), Canvas(words["en"], selection))
    zeros = [note["x"][:4] for note in picture.figure["layout"]["annotations"] if note["text"] == "0"]
    assert zeros == ["2000", "2007", "2008"]


def test_national_totals_are_those_of_the_reports_and_of_the_ministry(snapshot):
    totals = national.totals(snapshot, Selection()).frame.set_index("fiscal_year")["amount_government"]
    assert totals[[2022, 2023]].tolist() == [31.5e9, 33.07e9]
    assert [*totals.index] == [*range(2004, 2015), 2022, 2023]
    in_usd = national.totals(snapshot, Selection(currency="usd")).frame.set_index("fiscal_year")["amount_government"]
    assert in_usd[2004] == 26_829_783 and in_usd[2023] == pytest.approx(33.07e9 / 87.8561)


def test_rates_of_national_reports_stay_beside_those_of_all_years(snapshot):
    rates = snapshot.frame(select(schema.fx_rate))
    assert (len(rates), rates["source_key"].unique().tolist()) == (31, ["imf_fx_rates"])
    report_rate = snapshot.frame(
        select(schema.national_revenue.c.kgs_per_usd).where(schema.national_revenue.c.fiscal_year == 2008)
    )
    assert report_rate.iloc[0, 0] != rates.set_index("year")["kgs_per_unit"][2008]


def test_a_map_has_four_districts_an_oblast_and_many_not_collected(snapshot):
    answer = flows.by_district(snapshot, Selection())
    states = answer.frame.groupby("state")["slug"].apply(set)
    assert states[VALUE] == {"ala-buka", "toguz-toro", "ton", "chatkal"}
    assert len(states[HIGHER_LEVEL]) == 6 and len(states[NOT_COLLECTED]) == 44
    assert answer.place_bases == {"site", "oblast_or_district"} and answer.one_sided == "some"


@pytest.mark.parametrize("language", LANGUAGES)
def test_money_that_was_told_before_its_year_was_over_says_up_to_when(snapshot, words, language):
    panel = panels.BY_KEY["revenue_by_stream"]
    day = words[language].day(date(2013, 12, 24))
    whole = notes.of_page([panel.answer(snapshot, Selection())], words[language])
    assert sum(day in note for note in whole) == 1
    later = notes.of_page([panel.answer(snapshot, Selection(since="2016"))], words[language])
    assert not any(day in note for note in later)
    # Of a district of which nothing else is known, the year itself is a part.
    assert panel.answer(snapshot, Selection(district="chatkal")).incomplete_year == 2013


def test_no_money_counts_twice(snapshot):
    query = select(func.sum(flow.amount_kgs)).where(flow.reached_local)
    total = snapshot.frame(query).iloc[0, 0]
    local = flow.receiver_level != "republic"
    all_of_both = select(func.sum(flow.amount_kgs)).where(local, flow.stage.in_(["payment", "transfer"]))
    assert (total, snapshot.frame(all_of_both).iloc[0, 0]) == pytest.approx((1_229_815_070.7,) * 2)


def test_what_is_known_of_few_places_is_not_divided_by_the_country(snapshot, words):
    answer = flows.by_year(snapshot, Selection())
    assert (answer.money.per, answer.money.is_of_few) == ("total", True)
    sentence = _sentence(snapshot, words, "revenue_by_stream")
    assert (
        plain_spaces(sentence).startswith("Part of the country: 481 mln KGS in 2020.")
        and "not divided by its people" in sentence
    )
    assert flows.by_year(snapshot, Selection(stage="payment")).money.per == "person"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("key", "choices"),
    [
        ("revenue_by_stream", {"district": "ala-buka"}),
        ("overview_timeline", {"district": "ton"}),
        ("revenue_map", {"stage": "payment"}),
        ("revenue_flow", {"stage": "payment"}),
        ("site_flows", {"site": "kumtor"}),
    ],
)
def test_figures_of_companies_alone_are_called_so(snapshot, words, key, choices, language):
    assert words[language]("one_sided.all") in _sentence(snapshot, words, key, language, **choices)


def test_years_of_different_reporters_are_not_compared(snapshot, words):
    for stage, years in (("", (2000, 2007, 2008, 2011, 2013, 2016, 2017, 2019, 2020)), ("payment", range(2016, 2022))):
        for last in map(str, years):
            sentence = _sentence(snapshot, words, "revenue_by_stream", stage=stage, until=last)
            assert "against" not in sentence, sentence
    alone = _sentence(snapshot, words, "revenue_by_stream", stage="payment", operator="centerra-gold", per="total")
    assert "against 2018" in alone
    assert "+5% against 2022" in _sentence(snapshot, words, "revenue_reported")


def test_a_source_stands_where_its_rows_do(snapshot):
    here = flows.by_year(snapshot, Selection(district="ala-buka"))
    assert [source.key for source in here.sources] == ["kaz_minerals"]
    payments = panels.BY_KEY["site_flows"].answer(snapshot, Selection(site="kumtor"))
    assert {source.key for source in payments.sources} == {"centerra_estma", "kumtor_2021"}


def test_the_site_says_of_which_years_nothing_is_on_record(snapshot, words):
    assert "Nothing is on record for 2020." in _sentence(snapshot, words, "site_flows", site="kumtor")


def test_what_place_is_not_told_is_written_where_money_without_a_district_is_listed(snapshot, words):
    panel, selection = panels.BY_KEY["revenue_unplaced"], Selection()
    cells = [row[1].text for row in panel.tabulate(panel.answer(snapshot, selection), words["en"], selection).rows]
    assert [cell for cell in cells if "oblast, or district of the same name: not told" in cell]
