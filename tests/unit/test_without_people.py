"""A district whose population is not known, or is said to be nobody: in no amount per person, and told."""

import pytest

from dashboard import panels
from dashboard.downloads.answers import file_columns
from dashboard.figures.base import Canvas
from dashboard.text import load
from dashboard.text.instead import NO_PEOPLE
from data_access.answers import grievances, places
from data_access.answers.places import PEOPLE_PER_RATE
from data_access.answers.revenue import fairness
from data_access.answers.revenue import flows as revenue
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.states import MISSING, VALUE
from tests.support.money_store import make

KNOWN, UNKNOWN, NOBODY, SILENT = "41702205", "41702210", "41702215", "41702220"
PEOPLE = {KNOWN: {2020: 100}, UNKNOWN: {}, NOBODY: {2020: 0}, SILENT: {}}
HERE = Selection(district=f"d{UNKNOWN}", beside=(f"d{KNOWN}",))
COUNTRY = Selection()
RECEIVED = {"received_count": 10, "open_count": 1, "closed_count": 9, "is_withheld": False, "source_key": "s"}


def _flow(code: str, amount: float) -> dict:
    return {"district_code": code, "oblast_code": "41701", "fiscal_year": 2020, "amount_kgs": amount}


@pytest.fixture
def snapshot(tmp_path):
    flows = [_flow(KNOWN, 1_000.0), _flow(UNKNOWN, 5_000.0), _flow(NOBODY, 7_000.0)]
    areas = [{"area_level": "district", "area_code": code, "year": 2020, **RECEIVED} for code in (KNOWN, UNKNOWN)]
    return make(tmp_path, people=PEOPLE, revenue=flows, grievance_year=areas)


@pytest.fixture(scope="module")
def words():
    return load()["en"]


def _row(answer, code: str):
    return next(answer.frame[answer.frame["district_code"] == code].itertuples())


@pytest.mark.parametrize("code", [UNKNOWN, NOBODY])
def test_a_map_per_person_says_why_there_is_no_number(snapshot, words, code):
    answer = revenue.by_district(snapshot, COUNTRY)
    assert (_row(answer, KNOWN).value, _row(answer, KNOWN).state) == (10, VALUE)
    assert (_row(answer, code).state, _row(answer, code).is_without_people) == (MISSING, True)
    assert not _row(answer, SILENT).is_without_people
    panel, reason = panels.BY_KEY["revenue_map"], words(NO_PEOPLE)
    table = panel.tabulate(answer, words, COUNTRY)
    assert [cell.text for row in table.rows for cell in row].count(reason) == 2
    columns = file_columns(panel, answer, COUNTRY, words)
    assert columns["state_label"].count(reason) == columns["state"].count(MISSING) == 2
    assert f"Jeti {reason}" not in str(columns) and reason in str(panel.draw(answer, Canvas(words, COUNTRY)).figure)


def test_a_total_has_the_money_of_all(snapshot):
    answer = revenue.by_district(snapshot, Selection(per="total"))
    assert _row(answer, UNKNOWN).value == 5_000 and not answer.frame["is_without_people"].any()


def test_the_country_leaves_them_out_on_both_sides_and_says_so(snapshot, words, monkeypatch):
    answer = panels.BY_KEY["revenue_by_stream"].answer(snapshot, COUNTRY)
    assert answer.frame["value"].tolist() == [1_000 / 100]
    assert answer.money.without_people.keys() == {f"d{UNKNOWN}", f"d{NOBODY}"}
    whole = revenue.by_year(snapshot, Selection(per="total"))
    assert whole.frame["value"].tolist() == [13_000] and not whole.money.without_people
    monkeypatch.setattr(fairness, "FEWEST", 1)
    shares = fairness.hosts(snapshot, COUNTRY)
    assert shares.frame["value"].tolist() == [10] and len(shares.money.without_people) == 2
    total = fairness.hosts(snapshot, Selection(per="total"))
    assert total.frame[["value", "districts"]].to_numpy().tolist() == [[13_000, 3]]


@pytest.mark.parametrize("key", ["revenue_by_stream", "overview_timeline", "district_standing", "compare_years"])
def test_no_panel_of_the_district_is_down(snapshot, words, key):
    panel = panels.BY_KEY[key]
    answer = panel.answer(snapshot, panel.relevant(HERE))
    if answer.is_empty:
        assert answer.empty_reason == "no_people"
        return
    cells = [cell.text for row in panel.tabulate(answer, words, HERE).rows for cell in row]
    assert words(NO_PEOPLE) in cells
    assert panel.draw(answer, Canvas(words, HERE)).figure and panel.say(answer, words, HERE)


def test_the_picture_over_time_does_not_say_that_there_was_no_money(snapshot, words):
    panel = panels.BY_KEY["overview_timeline"]
    figure = panel.draw(panel.answer(snapshot, HERE), Canvas(words, HERE)).figure
    texts = [note["text"] for note in figure["layout"]["annotations"]]
    assert words(NO_PEOPLE) in texts and words("timeline.revenue.nothing") not in texts


def test_rates_of_people_say_it_too(snapshot):
    answer = grievances.rate_by_district(snapshot, COUNTRY)
    assert _row(answer, KNOWN).value == PEOPLE_PER_RATE * 10 / 100
    assert (_row(answer, UNKNOWN).state, _row(answer, UNKNOWN).is_without_people) == (MISSING, True)


def test_nobody_lives_in_no_district(snapshot):
    assert places.districts(snapshot)["population"].isna().sum() == 3
    assert set(places.without_people(snapshot)) == {UNKNOWN, NOBODY, SILENT}
