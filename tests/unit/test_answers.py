"""Answers against the rows of the public store, counted another way, and each state of a number where it belongs."""

import shutil
import sqlite3
from collections import defaultdict
from contextlib import closing
from functools import partial

import pytest

from data_access.answers import conditions, grievances, incident_list, incidents, indicators, key_figures, overview
from data_access.answers.revenue import flows
from data_access.store.database import Database, Snapshot
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.states import HIGHER_LEVEL, MISSING, NOT_COLLECTED, VALUE, WITHHELD, ZERO


@pytest.fixture(scope="module")
def snapshot(example_public_url) -> Snapshot:
    return Database(example_public_url).snapshot()


@pytest.fixture(scope="module")
def rows(example_public_url):
    """Rows of a query, past everything that is tested."""
    connection = sqlite3.connect(example_public_url.removeprefix("sqlite:///"))
    yield lambda sql, *values: connection.execute(sql, values).fetchall()
    connection.close()


def by_slug(answer, column="value") -> dict:
    return dict(zip(answer.frame["slug"], answer.frame[column], strict=True))


@pytest.mark.parametrize("stage", [None, "payment", "spending"])
def test_totals_are_of_one_stage_and_lose_nothing(snapshot, rows, stage):
    answer = flows.by_district(snapshot, Selection(stage=stage, since="2018", until="2020", per="total"))
    which = f"stage = '{stage}'" if stage else "reached_local"
    query = f"SELECT sum(amount_kgs), sum(flow_count) FROM revenue WHERE {which} AND fiscal_year BETWEEN 2018 AND 2020"
    whole, _ = rows(query)[0]
    unplaced, count = rows(query + " AND district_code IS NULL")[0]
    assert (answer.unplaced.value, answer.unplaced.count) == pytest.approx((unplaced or 0, count or 0))
    assert answer.frame["value"].sum() + answer.unplaced.value == pytest.approx(whole)
    assert answer.years == (2018, 2020)


def test_money_per_person_is_a_mean_over_years_with_data(snapshot, rows):
    answer = flows.by_district(snapshot, Selection(stage="transfer"))
    years = defaultdict(set)
    sums = defaultdict(float)
    people = {}
    query = """SELECT slug, population, fiscal_year, amount_kgs FROM revenue JOIN district USING (district_code)
               WHERE stage = 'transfer'"""
    for slug, population, year, amount in rows(query):
        years[slug].add(year)
        sums[slug] += amount
        people[slug] = population
    expected = {slug: sums[slug] / len(years[slug]) / people[slug] for slug in sums}
    values = {slug: value for slug, value in by_slug(answer).items() if value == value}
    assert values == pytest.approx(expected)
    assert len(years["jumgal"]) == 9  # two years are missing in the example, and are not counted as zero


@pytest.mark.parametrize(
    ("slug", "period", "state"),
    [
        ("jeti-oguz", ("2019", "2019"), VALUE),
        ("toguz-toro", ("2019", "2019"), ZERO),
        ("jumgal", ("2019", "2020"), MISSING),
        ("alamudun", ("2019", "2019"), HIGHER_LEVEL),
        ("bishkek", ("2019", "2019"), NOT_COLLECTED),
    ],
)
def test_states_of_money(snapshot, slug, period, state):
    answer = flows.by_district(snapshot, Selection(since=period[0], until=period[1]))
    assert by_slug(answer, "state")[slug] == state


@pytest.fixture(scope="module")
def complete(example_public_url, tmp_path_factory):
    """The example, whose list of incidents claims to be complete from 2010 on."""
    path = tmp_path_factory.mktemp("complete") / "public.sqlite"
    shutil.copy(example_public_url.removeprefix("sqlite:///"), path)
    with closing(sqlite3.connect(path)) as store:
        store.execute("UPDATE source SET complete_from = '2010-01-01' WHERE dataset = 'incidents'")
        store.commit()
    return Database(f"sqlite:///{path}").snapshot()


@pytest.mark.parametrize(
    ("period", "years", "zero", "missing"),
    [
        ((None, None), (1998, 2021), 0, 38),
        (("2010", "2020"), (2010, 2020), 38, 0),
        (("2010", "2010"), (2010, 2010), 54, 0),
        (("2009", "2010"), (2009, 2010), 0, 54),
        (("2030", "2031"), None, 0, 54),
    ],
)
def test_no_incident_is_zero_only_where_a_list_claims_to_be_complete(snapshot, complete, period, years, zero, missing):
    choice = Selection(since=period[0], until=period[1])
    for store, expected in ((complete, (zero, missing)), (snapshot, (0, zero + missing))):
        answer = incidents.count_by_district(store, choice)
        states = answer.frame["state"].value_counts()
        assert (answer.years, (states.get(ZERO, 0), states.get(MISSING, 0))) == (years, expected)


def test_a_quiet_year_is_a_zero_only_where_a_list_claims_to_be_complete(snapshot, complete):
    whole = {
        store: incidents.by_year(store, Selection()).frame.groupby("year")["value"].sum()
        for store in (snapshot, complete)
    }
    assert (whole[snapshot] > 0).all()
    zeros = whole[complete][whole[complete] == 0].index.tolist()
    assert zeros == sorted(set(range(2010, 2021)) - set(whole[snapshot].index)) != []
    for store, expected in ((snapshot, None), (complete, 0)):
        lanes = overview.four_subjects_by_year(store, Selection(district="manas-city")).frame.query(
            "lane == 'incidents'"
        )
        assert lanes["value"].sum(min_count=1) == expected or expected is None and lanes.empty


def test_accidents_and_stops_are_not_conflicts(snapshot, rows):
    every, conflicts = rows("SELECT count(*), sum(is_conflict) FROM incident")[0]
    assert (every, conflicts) == (39, 36)
    for answer in (
        incident_list.by_incident,
        incidents.by_year,
        partial(incidents.by_code, "outcome_group"),
        incidents.count_by_district,
    ):
        frame = answer(snapshot, Selection()).frame
        assert len(frame) == 36 if "value" not in frame else frame["value"].sum() == 36


def test_a_rate_is_per_ten_thousand_residents(snapshot, rows):
    (people,) = rows("SELECT population FROM district WHERE slug = 'jeti-oguz'")[0]
    count = by_slug(incidents.count_by_district(snapshot, Selection()))["jeti-oguz"]
    assert by_slug(incidents.rate_by_district(snapshot, Selection()))["jeti-oguz"] == pytest.approx(
        10_000 * count / people
    )


@pytest.mark.parametrize(
    ("until", "year"), [(None, 2020), ("2020", 2020), ("2019", 2018), ("2019-06", 2018), ("2011", 2011), ("2010", None)]
)
def test_poverty_says_of_which_year_it_is(snapshot, rows, until, year):
    answer = conditions.by_district("poverty", snapshot, Selection(until=until))
    assert answer.years == (year and (year, year))
    if year:
        expected = dict(
            rows(
                """SELECT slug, value FROM statistic JOIN district USING (district_code)
                    WHERE indicator_code = 'poverty' AND year = ?""",
                year,
            )
        )
        assert {slug: value for slug, value in by_slug(answer).items() if value == value} == expected


def test_poverty_went_to_the_right_districts(snapshot):
    """The publisher's file pairs codes and names wrongly for two pairs of districts."""
    rates = by_slug(conditions.by_district("poverty", snapshot, Selection()))
    assert (rates["alay"], rates["alamudun"], rates["jeti-oguz"], rates["jayil"]) == (47, 8.9, 19, 4.9)


@pytest.mark.parametrize("code", ["as", "hg", "pm25"])
def test_a_share_of_readings_is_of_those_judged(snapshot, rows, code):
    answer = indicators.exceedance_by_district("water", snapshot, Selection(indicator=code, since="2022", until="2023"))
    query = """SELECT slug, 100.0 * sum(exceeds_count) / sum(ok_count + near_count + exceeds_count)
               FROM reading JOIN district USING (district_code)
               WHERE indicator_code = ? AND month BETWEEN '2022-01-01' AND '2023-12-31'
               GROUP BY slug HAVING sum(ok_count + near_count + exceeds_count) >= max(4, sum(cannot_tell_count))"""
    assert {slug: value for slug, value in by_slug(answer).items() if value == value} == pytest.approx(
        dict(rows(query, code))
    )


@pytest.mark.parametrize("medium", indicators.MEDIA)
def test_places_that_measure_another_medium_have_no_rank(snapshot, rows, medium):
    answer = indicators.exceedance_by_district(medium, snapshot, Selection())
    query = """SELECT slug, sum(ok_count + near_count + exceeds_count) FROM reading JOIN district USING (district_code)
               JOIN indicator USING (indicator_code) WHERE medium = ? GROUP BY slug"""
    counts = dict(rows(query, medium))
    by_district = answer.frame.set_index("slug")
    assert by_district["judged"].dropna().to_dict() == counts
    assert set(by_district.index[by_district["rank"].notna()]) <= counts.keys()
    assert set(by_district["state"].drop(counts.keys())) == {"not_collected"}


def test_withheld_grievances_are_neither_zero_nor_missing(snapshot):
    answer = grievances.received_by_district(snapshot, Selection(since="2022", until="2022"))
    states = by_slug(answer, "state")
    assert (states["jeti-oguz"], states["ak-suu"], states["panfilov"], states["bishkek"]) == (
        VALUE, WITHHELD, ZERO, NOT_COLLECTED,
    )  # fmt: skip
    assert answer.frame.loc[answer.frame["state"] == WITHHELD, "value"].isna().all()


def test_a_sum_with_withheld_years_is_marked(snapshot, rows):
    answer = grievances.received_by_district(snapshot, Selection())
    partial = by_slug(answer, "is_partial")
    query = """SELECT slug, sum(received_count), sum(received_count IS NULL) FROM grievance_year
               JOIN district ON area_code = district_code GROUP BY slug"""
    for slug, total, withheld in rows(query):
        value = by_slug(answer)[slug]
        assert partial[slug] == (withheld > 0 and bool(total))
        assert value == total if total else value != value


def test_key_figures_compare_complete_years_only(snapshot):
    frame = key_figures.key_figures(snapshot, Selection()).frame.set_index("lane")
    assert frame["last_known_year"].to_dict() == {
        "revenue": 2025, "monitoring": 2025, "incidents": 2020, "grievances": 2025,
    }  # fmt: skip
    assert frame.loc["incidents", "value"] == 36


@pytest.mark.parametrize(("district", "withheld"), [("jeti-oguz", 0), ("talas", 8), ("ak-suu", 7), (None, 0)])
def test_a_key_figure_knows_what_it_leaves_out(snapshot, district, withheld):
    frame = key_figures.key_figures(snapshot, Selection(district=district)).frame.set_index("lane")
    assert frame.loc["grievances", "withheld_count"] == withheld


def test_of_a_district_without_records_nothing_is_known(snapshot):
    frame = key_figures.key_figures(snapshot, Selection(district="manas-city")).frame.set_index("lane")
    assert frame.loc["incidents", "value"] != frame.loc["incidents", "value"]
    assert frame.loc["revenue", "value"] != frame.loc["revenue", "value"]


@pytest.mark.parametrize("district", [None, "chatkal"])
def test_the_four_lanes_say_what_their_topics_say(snapshot, district):
    here = Selection(district=district, since="2021", until="2021")
    lanes = overview.four_subjects_by_year(snapshot, here).frame.query("year == 2021").groupby("lane")["value"].sum()
    assert lanes["incidents"] == len(incident_list.by_incident(snapshot, here).frame)
    money = flows.by_year(snapshot, here).frame.query("fiscal_year == 2021")["value"].sum()
    assert lanes["revenue"] == pytest.approx(money)
    assert lanes["monitoring"] == pytest.approx(indicators.judged_in_period(snapshot, here, "water"))
