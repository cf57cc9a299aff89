"""Where one district, one pair or one year alone has a number: no rank, no middle, no wrong form of a word."""

import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from dashboard.figures.base import Canvas
from dashboard.pages import panel_text
from dashboard.panels import BY_KEY
from dashboard.panels.monitoring import by_place as monitoring_grid
from dashboard.panels.panel import Panel
from dashboard.text import LANGUAGES, load
from data_access.answers import conditions, indicators
from data_access.store.database import Database, Snapshot
from data_access.vocabulary.selection import Selection
from tests.support.money_store import SOURCE, make
from tests.support.spaces import plain_spaces

WORDS = load()


@pytest.fixture(scope="module")
def snapshot(example_public_url) -> Snapshot:
    return Database(example_public_url).snapshot()


@pytest.fixture(scope="module")
def alone(tmp_path_factory) -> Snapshot:
    """Two districts, of which one alone has money, a reading and an annual statistic."""
    source = SOURCE | {"loaded_at": datetime(2026, 4, 2, tzinfo=UTC)}
    return make(
        tmp_path_factory.mktemp("alone"),
        people={"1": {2020: 100}, "2": {2020: 100}},
        revenue=[{"district_code": "1", "fiscal_year": 2020, "amount_kgs": 300.0}],
        indicator=[{"indicator_code": "unemp", "medium": "social", "unit": "%", "direction": "higher_worse"}],
        statistic=[{"indicator_code": "unemp", "district_code": "1", "year": 2020, "value": 5.0} | {"source_key": "s"}],
        source=[source],
    )


def sentence_of(snapshot: Snapshot, panel: Panel, selection: Selection, language: str = "en") -> str:
    relevant = panel.relevant(selection)
    text = panel_text.of_answer(panel.answer(snapshot, relevant), panel, relevant, WORDS[language])
    return plain_spaces(text.sentence)


def test_the_only_number_has_neither_rank_nor_middle(alone):
    panel = BY_KEY["revenue_map"]
    expected = "1: 3 KGS per person per year, 2020. No other district has a number."
    assert sentence_of(alone, panel, Selection()) == sentence_of(alone, panel, Selection(district="d1")) == expected
    standing = BY_KEY["district_standing"]
    answer = standing.answer(alone, Selection(district="d1"))
    assert "1 of 1" not in str(standing.tabulate(answer, WORDS["en"], Selection(district="d1")))
    assert "no measure has a figure that can be ranked" in sentence_of(alone, standing, Selection(district="d1"))


@pytest.mark.parametrize(("count", "first"), [(2, "1, 2"), (3, "1, 2, 3"), (5, "1, 2, 3 and 2 more")])
def test_none_of_those_that_share_the_first_place_stands_before_the_others(tmp_path, count, first):
    codes = [str(number) for number in range(1, count + 1)]
    store = make(
        tmp_path,
        people={code: {2020: 100} for code in codes},
        revenue=[{"district_code": code, "fiscal_year": 2020, "amount_kgs": 300.0} for code in codes],
        source=[SOURCE | {"loaded_at": datetime(2026, 4, 2, tzinfo=UTC)}],
    )
    assert sentence_of(store, BY_KEY["revenue_map"], Selection()).startswith(f"{first}: 3 KGS per person per year")


def test_a_statistic_of_one_district_has_no_place(alone):
    frame = conditions.newest(conditions.OF_DISTRICTS, alone, Selection(district="d1")).frame
    assert frame["place"].isna().all() and frame["value"].notna().any()


def test_what_lies_in_the_middle_is_said_as_the_middle(snapshot):
    """Of sixteen districts with incidents five have fewer than two: not half of them."""
    assert "Middle of 16 districts with data: 2 incidents" in sentence_of(
        snapshot, BY_KEY["incidents_map"], Selection()
    )


@pytest.mark.parametrize(
    ("language", "beginning"), [("en", ": 1 pair of district"), ("ru", ": можно оценить 1 пару «"), ("ky", " 1 жубун ")]
)
def test_one_pair_is_no_pairs(snapshot, language, beginning):
    answer = indicators.judged_by_place(snapshot, Selection())
    single = answer.frame.dropna(subset="share").head(1)
    sentence = monitoring_grid.say(type(answer)(single, answer.years, answer.known_years), WORDS[language], Selection())
    assert beginning in plain_spaces(sentence)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_condition_of_one_year_is_said_once(snapshot, language):
    sentence = sentence_of(snapshot, BY_KEY["condition_by_year"], Selection(since="2020", district="talas"), language)
    assert len(re.findall("2020", sentence.partition(". ")[0])) == 1


@pytest.mark.parametrize("key", ["readings_by_indicator", "readings_by_place", "station_series"])
def test_an_indicator_without_words_is_called_by_its_code(snapshot, key):
    panel, selection = BY_KEY[key], Selection(district="talas")
    answer = panel.answer(snapshot, panel.relevant(selection))
    code = answer.frame["code"].iloc[0]
    answer = replace(answer, frame=answer.frame.assign(code=answer.frame["code"].replace(code, "tritium")))
    canvas = Canvas(WORDS["en"], selection)
    texts = [panel.say(answer, WORDS["en"], selection), str(panel.tabulate(answer, WORDS["en"], selection))]
    texts.append(str(panel.draw(answer, canvas).figure))
    assert "tritium" in "".join(texts) and "[indicator" not in "".join(texts)


@pytest.mark.parametrize(("key", "is_part"), [("incidents_map", True), ("revenue_map", False)])
def test_a_rank_by_sums_says_that_the_last_year_is_not_whole(snapshot, key, is_part):
    for selection in (Selection(), Selection(district="talas")):
        assert ("(last year incomplete)" in sentence_of(snapshot, BY_KEY[key], selection)) is is_part
