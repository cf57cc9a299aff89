"""A part of a year beside whole ones: in no sentence, mean or key figure, and in stripes wherever it is drawn."""

from datetime import UTC, date, datetime

import pandas as pd
import pytest

from dashboard.figures.base import Canvas
from dashboard.figures.columns import incomplete_quarter
from dashboard.panels.revenue import by_stream, parts
from dashboard.text import load
from data_access.answers import key_figures
from data_access.answers.revenue import flows as revenue
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.legend import Key
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.source import Source, incomplete_year
from tests.support.money_store import SOURCE, make, with_names
from tests.support.spaces import plain_spaces

WORDS = load()["en"]
HERE = Selection(district="d1")


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory):
    """A district of 100 people that gets 100 a year, of which the first quarter of 2026 has brought 20 so far."""
    flows = [
        {"district_code": "1", "fiscal_year": year, "amount_kgs": amount, "stream_code": stream}
        for year, amount in ((2023, 10_000.0), (2024, 8_000.0), (2025, 10_000.0), (2026, 2_000.0))
        for stream in ("royalty", "infra_2pct")
    ]
    newest = SOURCE | {"newest_on": date(2026, 3, 31), "loaded_at": datetime(2026, 4, 2, tzinfo=UTC)}
    people = {"1": {2020: 100}}
    return make(tmp_path_factory.mktemp("part"), people=people, revenue=flows, source=[newest])


def test_a_mean_per_year_is_of_whole_years(snapshot):
    answer = revenue.by_district(snapshot, Selection())
    assert answer.years == (2023, 2025)
    assert answer.frame["value"].tolist() == pytest.approx([560 / 3])
    alone = revenue.by_district(snapshot, Selection(since="2026"))
    assert (alone.years, alone.empty_reason) == (None, "part_of_year")
    later = revenue.by_district(snapshot, Selection(since="2027"))
    assert (later.years, later.empty_reason) == (None, None)
    # What came in altogether is no comparison of years.
    assert revenue.by_district(snapshot, Selection(per="total")).frame["value"].tolist() == [60_000]


@pytest.mark.parametrize(
    ("choices", "sentence"),
    [
        ({}, "Whole country: 200 KGS per person per year in 2025, +25% against 2024."),
        ({"since": "2026"}, "Whole country: 40 KGS per person per year in 2026 (incomplete)."),
        ({"until": "2024", "per": "total"}, "Whole country: 16,000 KGS in 2024, −20% against 2023."),
    ],
)
def test_no_sentence_compares_it(snapshot, choices, sentence):
    selection = Selection(**choices)
    assert plain_spaces(by_stream.say(revenue.by_year(snapshot, selection), WORDS, selection)) == sentence


def test_its_bars_have_stripes_and_a_word(snapshot):
    picture = parts.draw_parts("stream", revenue.by_year(snapshot, Selection()), Canvas(WORDS, Selection()))
    bars = picture.figure["data"][0]
    assert bars["marker"]["pattern"]["shape"] == ["", "", "", "|"]
    assert bars["text"][-1].startswith("2026 (incomplete)")
    assert picture.legend[-1] == Key("part", "Hatched: only a part of the period is known")


def test_a_key_figure_and_its_course_agree(snapshot):
    row = key_figures.key_figures(snapshot, HERE).frame.set_index("lane").loc["revenue"]
    assert row["value"] == pytest.approx(560 / 3)
    assert (row["first_year"], row["last_year"], row["last_known_year"]) == (2023, 2025, 2025)
    assert (row["last_value"], row["before_value"]) == (200, 160)
    course = key_figures.courses(snapshot, HERE)["revenue"]
    assert [(year.is_part, year.is_chosen) for year in course] == [(False, True)] * 3 + [(True, True)]
    total = key_figures.key_figures(snapshot, Selection(per="total")).frame.set_index("lane").loc["revenue"]
    assert (total["value"], total["last_year"], total["ends_on"]) == (60_000, 2026, date(2026, 3, 31))


def test_a_key_figure_and_the_map_agree_where_a_source_ended_within_a_year(tmp_path):
    flows = [{"district_code": "1", "fiscal_year": 2013, "amount_kgs": 500.0}]
    flows.append({"district_code": "2", "fiscal_year": 2026, "amount_kgs": 700.0, "source_key": "other"})
    newest = {"s": date(2013, 12, 24), "other": date(2026, 3, 31)}
    sources = [SOURCE | {"source_key": key, "newest_on": day} for key, day in newest.items()]
    snapshot = make(tmp_path, people={"1": {2020: 10}, "2": {2020: 10}}, revenue=flows, source=sources)
    on_map = revenue.by_district(snapshot, Selection()).frame.set_index("slug")["value"]
    row = key_figures.key_figures(snapshot, HERE).frame.set_index("lane").loc["revenue"]
    assert (row["value"], row["ends_on"]) == (on_map["d1"], date(2013, 12, 24)) == (50, date(2013, 12, 24))


def test_years_of_different_reporters_are_not_compared(tmp_path):
    sources = [SOURCE, SOURCE | {"source_key": "other"}]
    flows = [
        {"district_code": "1", "fiscal_year": 2019, "amount_kgs": 100.0, "stage": "payment", "payer_code": "a"},
        {"district_code": "1", "fiscal_year": 2020, "amount_kgs": 253.0, "stage": "payment", "payer_code": "b"},
        {"district_code": "1", "fiscal_year": 2019, "amount_kgs": 100.0},
        {"district_code": "1", "fiscal_year": 2020, "amount_kgs": 253.0, "source_key": "other"},
    ]
    organisations = [{"organisation_code": code, "is_synthetic": False} | with_names(code) for code in "ab"]
    snapshot = make(tmp_path, people={"1": {2020: 1}}, revenue=flows, source=sources, organisation=organisations)
    for stage in ("payment", "transfer"):
        selection = Selection(stage=stage, per="total")
        sentence = plain_spaces(by_stream.say(revenue.by_year(snapshot, selection), WORDS, selection))
        assert sentence == "Whole country: 253 KGS in 2020."
    row = key_figures.key_figures(snapshot, HERE).frame.set_index("lane").loc["revenue"]
    assert row["before_value"] is None or row["before_value"] != row["before_value"]


def source(day: date | None, dataset: str = "monitoring") -> Source:
    return Source("s", dataset, {}, {}, {}, None, "compiled", day, date(2026, 11, 1))


@pytest.mark.parametrize(
    ("day", "year", "quarter"),
    [
        (None, None, None),
        (date(2025, 12, 31), None, None),
        (date(2026, 9, 30), 2026, None),
        (date(2026, 10, 30), 2026, date(2026, 10, 1)),
        (date(2026, 1, 1), 2026, date(2026, 1, 1)),
    ],
)
def test_what_is_incomplete(day, year, quarter):
    sources = (source(day), source(date(2027, 11, 8), "reference"))
    assert incomplete_year(sources) == year
    assert incomplete_quarter(Answer(pd.DataFrame(), None, None, sources)) == quarter
