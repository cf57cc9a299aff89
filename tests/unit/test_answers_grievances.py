"""Answers about grievances: by full years that are never counted again, with what is withheld left out and said."""

import sqlite3
from functools import partial

import pytest

from dashboard import panels
from dashboard.downloads.answers import file_columns
from dashboard.downloads.dressing import Dressing
from dashboard.figures.base import Canvas
from dashboard.text import LANGUAGES, load
from data_access.answers import grievances, incident_list, incidents, outcomes
from data_access.store.database import Database, Snapshot
from data_access.vocabulary.fields.grievances import GRIEVANCE_YEARS
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.states import HIGHER_LEVEL, MISSING, VALUE, WITHHELD
from tests.support import grievance_store
from tests.support.grievance_store import SHOWN, SMALL
from tests.support.spaces import plain_spaces

ALL, NAN = Selection(), float("nan")
WORDS = load()


def of(since: int, until: int, **more: str) -> Selection:
    return Selection(since=str(since), until=str(until), **more)


@pytest.fixture(scope="module")
def store(tmp_path_factory) -> Snapshot:
    return grievance_store.make(tmp_path_factory.mktemp("grievances"))


def sentence(store: Snapshot, key: str, selection: Selection = ALL, language: str = "en") -> str:
    panel = panels.BY_KEY[key]
    return plain_spaces(panel.say(panel.answer(store, panel.relevant(selection)), WORDS[language], selection))


def by_slug(answer, column: str = "value") -> dict:
    return {code: answer.frame.set_index("district_code").loc[code, column] for code in (SHOWN, SMALL)}


def test_received_is_summed_over_the_chosen_years(store):
    answer = grievances.received_by_district(store, of(2022, 2024))
    assert by_slug(answer) == {SHOWN: 70, SMALL: 14} and by_slug(answer, "is_partial") == {SHOWN: False, SMALL: True}
    assert grievances.rate_by_district(store, of(2022, 2024)).frame["value"].tolist() == [70, 14]


@pytest.mark.parametrize(("years", "days", "year"), [((2021, 2024), 29, 2023), ((2021, 2022), 31, 2022)])
def test_days_of_a_district_are_of_its_newest_chosen_year_that_has_any(store, years, days, year):
    answer = grievances.resolve_days_by_district(store, of(*years))
    assert (by_slug(answer)[SHOWN], by_slug(answer, "of_year")[SHOWN]) == (days, year)
    assert by_slug(answer, "state")[SMALL] == WITHHELD
    panel, selection = panels.BY_KEY["grievances_map"], of(*years, measure="grievance_days")
    answer = panel.answer(store, selection)
    assert f"{days} days ({year})" in plain_spaces(panel.say(answer, WORDS["en"], selection))
    assert [row[-1].text for row in panel.tabulate(answer, WORDS["en"], selection).rows] == [str(year), "–"]
    assert file_columns(panel, answer, selection, WORDS["en"])["of_year"] == [year, None]


def test_medians_are_never_of_years_that_are_not_chosen(store):
    answer = grievances.resolve_days_by_district(store, of(2024, 2024))
    assert by_slug(answer, "state") == {SHOWN: WITHHELD, SMALL: WITHHELD}


def test_the_year_after_the_last_full_one_is_known_by_quarters_alone(store):
    assert grievances.by_quarter(store, of(2025, 2025)).years == (2025, 2025)
    assert grievances.by_year(store, of(2025, 2025)).is_empty and outcomes.waits(store, of(2025, 2025)).is_empty
    assert sentence(store, "grievances_by_channel", of(2024, 2025)).startswith("Whole country, 2024")
    assert "quarter 1" in sentence(store, "grievances_open")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_year_is_told_with_what_came_what_went_and_what_was_open_at_its_end(store, language):
    numbers = ("50", "30", "2022", "50")
    text = sentence(store, "grievances_by_year", of(2022, 2022), language)
    assert all(number in text for number in numbers) and WORDS[language]("state.withheld") not in text


def test_sums_say_what_they_leave_out(store):
    text = sentence(store, "grievances_by_year")
    assert "in 2021–2024: 180, closed: at least 110, open at the end of 2024: withheld" in text
    text = sentence(store, "grievances_by_year", Selection(district=f"d{SMALL}"))
    assert "in 2021–2024: 14. How many were closed or stand open is published for oblasts" in text
    assert text.endswith("Without 2 years that are withheld.")
    assert "withheld to protect people" in sentence(store, "grievances_by_year", of(2021, 2021, district=f"d{SMALL}"))


def test_a_year_has_its_columns_its_mark_at_the_end_and_dots_for_what_is_withheld(store):
    panel, selection = panels.BY_KEY["grievances_by_year"], Selection()
    answer = panel.answer(store, selection)
    receipts, closings, stocks, dots = panel.draw(answer, Canvas(WORDS["en"], selection)).figure["data"]
    assert receipts["y"] == [40, 50, 60, 30] and closings["y"] == [10, 30, 70] and stocks["y"] == [30, 50, 40, None]
    assert stocks["x"][1] == "2022-12-31" and receipts["customdata"][:2] == ["period:2021", "period:2022"]
    assert [text.split(" · ")[:-1] for text in dots["hovertext"]] == [["2024", "Closed, Open at the end of the year"]]
    cells = panel.tabulate(answer, WORDS["en"], selection).rows
    assert [cell.text for cell in cells[1]] == ["2022", "50", "30", "50"]
    assert [cell.state for cell in cells[3]] == [VALUE, VALUE, WITHHELD, WITHHELD]


def test_of_a_district_a_year_has_what_came_and_nothing_else(store):
    panel, selection = panels.BY_KEY["grievances_by_year"], Selection(district=f"d{SMALL}")
    answer = panel.answer(store, selection)
    receipts, dots = panel.draw(answer, Canvas(WORDS["en"], selection)).figure["data"]
    assert receipts["y"] == [6, 8] and [text.split(" · ")[0] for text in dots["hovertext"]] == ["2021", "2024"]
    rows = panel.tabulate(answer, WORDS["en"], selection).rows
    assert [len(row) for row in rows] == [2] * 4 and [row[1].state for row in rows][:2] == [WITHHELD, VALUE]


def test_a_file_says_that_more_is_known_of_the_oblast():
    how = Dressing(WORDS["en"], empty_texts=GRIEVANCE_YEARS.empties)
    columns = {"area_level": ["district", "oblast"], "received_count": [None, 7], "open_count": [None, None]}
    cells = how.dress(columns)
    assert cells["open_count_state"] == [HIGHER_LEVEL, WITHHELD] and cells["received_count_state"] == [WITHHELD, VALUE]


def test_stages_are_summed_and_not_cumulated(store):
    frame = grievances.by_stage(store, of(2022, 2023)).frame
    assert frame.to_numpy().tolist() == [["received", 110, False], ["acknowledged", 130, False], ["resolved", 60, True]]
    assert "130 confirmed, at least 60 resolved" in sentence(store, "grievances_by_stage", of(2022, 2023))


def test_parts_are_summed_over_the_chosen_years(store):
    frame = grievances.by_part("issue", store, of(2022, 2023)).frame
    assert frame.to_numpy().tolist() == [["land", 10, True], ["water", 85, False]]


@pytest.mark.parametrize(
    ("years", "expected"),
    [
        ((2021, 2024), [("acknowledge", 2024, 9, 23), ("resolve", 2023, 28, None), ("open", None, None, None)]),
        ((2021, 2022), [("acknowledge", 2022, 7, 21), ("resolve", 2022, 30, 90), ("open", None, None, None)]),
        ((2021, 2021), [("acknowledge", 2021, 6, 20), ("resolve", None, None, None), ("open", None, None, None)]),
    ],
)
def test_a_wait_is_that_of_the_newest_chosen_year_with_a_median(store, years, expected):
    frame = outcomes.waits(store, of(*years)).frame
    rows = [tuple(None if value != value else value for value in row) for row in frame.to_numpy().tolist()]
    assert rows == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_waits_say_their_year_and_that_the_open_ones_are_withheld(store, language):
    text = sentence(store, "grievances_waits", ALL, language)
    assert "2023" in text and "28" in text and "2024" not in text
    panel = panels.BY_KEY["grievances_waits"]
    answer = panel.answer(store, ALL)
    ends = panel.draw(answer, Canvas(WORDS[language], ALL)).figure["layout"]["annotations"]
    assert sum("2024" in note["text"] for note in ends) == sum("2023" in note["text"] for note in ends) == 1
    assert [row[1].text for row in panel.tabulate(answer, WORDS[language], ALL).rows] == ["2024", "2023", "–"]


def test_an_issue_without_grievances_has_no_waits(store):
    assert outcomes.waits(store, Selection(issue="nothing")).is_empty


@pytest.mark.parametrize(
    ("years", "country", "body"),
    [
        ((2021, 2024), (74, 51, 1, 154, 26, 0), (24, 11, 2, 49, 11, 1)),
        ((2022, 2022), (40, 20, 0, 60, 10, 0), (20, 10, 0, 30, 5, 0)),
        ((2024, 2024), (None, None, 1, 25, 5, 0), (None, None, 1, 10, 5, 0)),
        # Of three years one is shown: a share of it would say something else than one of all.
        ((2022, 2024), (70, 50, 1, 135, 25, 0), (None, None, 2, 40, 10, 1)),
    ],
)
def test_in_time_leaves_a_withheld_year_out_of_both_parts(store, years, country, body):
    frame = outcomes.in_time(store, of(*years)).frame
    rows = [tuple(None if value != value else value for value in row) for row in frame.to_numpy().tolist()]
    assert rows == [("country", "417", *country), ("body", "company", *body)]


def test_left_out_years_are_said_of_a_share(store):
    text = sentence(store, "grievances_in_time")
    assert "59% of 125 grievances" in text and text.endswith("Without 1 year that is withheld.")
    panel = panels.BY_KEY["grievances_in_time"]
    answer = panel.answer(store, ALL)
    notes = panel.draw(answer, Canvas(WORDS["en"], ALL)).figure["layout"]["annotations"]
    assert [plain_spaces(note["text"]) for note in notes if note.get("xshift") == 6] == [
        "59% of 125<br>without 1 year", "69% of 35<br>without 2 years",
    ]  # fmt: skip
    assert [row[-1].text for row in panel.tabulate(answer, WORDS["en"], ALL).rows] == ["1", "2"]


def test_what_is_withheld_in_all_years_is_withheld(store):
    assert "withheld" in sentence(store, "grievances_in_time", Selection(issue="water"))


def test_returned_is_set_against_what_could_return(store):
    frame = outcomes.returns(store, ALL).frame.set_index("question")
    assert frame.loc["reopened", ["happened", "could", "withheld_years"]].tolist() == [18, 105, 1]
    # Nothing but zeros beside a withheld year says nothing.
    assert frame.loc["appealed", ["happened", "could"]].isna().all()
    assert "resolved: 17%" in sentence(store, "grievances_returned")
    none_yet = sentence(store, "grievances_returned", of(2021, 2023))
    assert none_yet.endswith(f"answered: {WORDS['en'](f'state.{MISSING}')}.")


@pytest.mark.parametrize(("years", "end", "total"), [((2021, 2023), 2023, 40), ((2021, 2022), 2022, 50)])
def test_ages_are_those_of_the_open_ones_at_the_end_of_the_last_chosen_year(store, years, end, total):
    answer = outcomes.open_by_age(store, of(*years))
    assert (answer.years, answer.frame["value"].sum(), set(answer.frame["year"])) == ((end, end), total, {end})
    # What is open has one meaning, wherever it is said.
    assert sentence(store, "grievances_by_age", of(*years)).startswith(f"Open at the end of {end}: {total} grievances")
    assert f"open at the end of {end}: {total}." in sentence(store, "grievances_by_year", of(*years))


def test_ages_of_a_withheld_year_are_withheld(store):
    assert "withheld" in sentence(store, "grievances_by_age")


NO = None
COHORTS = {
    2021: (40, [10, 10, 20, 30, 30]),
    # What is shown after a span tells what was resolved within it.
    2022: (50, [NO, 20, 30, 40, 50]),
    2023: (60, [20, NO, NO, NO, NO]),
    2024: (30, [10, 10, 10]),
}


def test_a_cohort_has_what_was_resolved_within_each_span_that_is_over(store):
    frame = outcomes.cohorts(store, of(2022, 2023)).frame
    rows = {
        int(year): (of_year["received_count"].iloc[0], [NO if one != one else one for one in of_year["value"]])
        for year, of_year in frame.groupby("year")
    }
    assert rows == COHORTS and frame["days"].tolist()[:5] == [30, 60, 90, 180, 365]


SAID = {
    (2021, 2024): "received in 2022, 60% were resolved within 90 days and 100% within a year. "
    "Of those received in 2021: 50% and 75%. For those received in 2024, 365 days are not over yet.",
    (2021, 2021): "received in 2021, 50% were resolved within 90 days and 75% within a year.",
    (2023, 2023): "withheld to protect people.",
    (2024, 2024): "For those received in 2024, 365 days are not over yet.",
}


@pytest.mark.parametrize("years", SAID)
def test_cohorts_are_told_of_the_newest_whole_year_and_the_first(store, years):
    assert sentence(store, "grievances_cohorts", of(*years)).endswith(SAID[years])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_cohort_too_young_for_a_span_says_so_and_one_that_is_withheld_too(store, language):
    panel, words = panels.BY_KEY["grievances_cohorts"], WORDS[language]
    answer = panel.answer(store, ALL)
    rows = panel.tabulate(answer, words, ALL).rows
    assert [cell.text for cell in rows[3]][-2:] == [words("cohort.too_early")] * 2
    assert [cell.state for cell in rows[1]][2:] == [WITHHELD, *[VALUE] * 4]
    drawn = panel.draw(answer, Canvas(words, ALL))
    *spans, dots = drawn.figure["data"]
    assert spans[4]["y"] == [75, 100, None, None] and spans[0]["y"][0] == 25
    assert [text.split(" · ")[0] for text in dots["hovertext"]] == ["2022", "2023"]
    assert len({one.mark for one in drawn.legend}) == 6


@pytest.fixture(scope="module")
def snapshot(example_public_url) -> Snapshot:
    return Database(example_public_url).snapshot()


@pytest.fixture(scope="module")
def rows(example_public_url):
    """Rows of a query, past everything that is tested."""
    connection = sqlite3.connect(example_public_url.removeprefix("sqlite:///"))
    yield lambda sql, *values: connection.execute(sql, values).fetchall()
    connection.close()


def test_open_grievances_by_age_are_all_open_ones_of_the_example(snapshot, rows):
    total = outcomes.open_by_age(snapshot, ALL).frame["value"].sum()
    query = "SELECT open_count FROM grievance_year WHERE area_code = '417' ORDER BY year DESC LIMIT 1"
    assert total == rows(query)[0][0]


def test_a_rate_is_of_the_grievances_that_are_shown(snapshot):
    counts = grievances.received_by_district(snapshot, of(2023, 2023)).frame.set_index("slug")
    rates = grievances.rate_by_district(snapshot, of(2023, 2023)).frame.set_index("slug")
    kemin = counts.loc["kemin"]
    assert rates.loc["kemin", "value"] == pytest.approx(10_000 * kemin["value"] / kemin["population"])
    assert (rates["state"] == counts.loc[rates.index, "state"]).all()


def test_incidents_about_an_issue(snapshot, rows):
    query = """SELECT count(*) FROM incident JOIN incident_issue USING (incident_id)
               WHERE is_conflict AND issue_code = 'water'"""
    expected = rows(query)[0][0]
    selection = Selection(issue="water")
    assert len(incident_list.by_incident(snapshot, selection).frame) == expected > 0
    for answer in (incidents.by_year, partial(incidents.by_code, "outcome_group"), incidents.count_by_district):
        unplaced = answer(snapshot, selection).unplaced
        assert answer(snapshot, selection).frame["value"].sum() + (unplaced.count if unplaced else 0) == expected
