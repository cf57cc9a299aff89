"""What stands beside each other on a page says the same number of the same thing."""

import re

import pytest

from dashboard.figures.base import Canvas
from dashboard.panels import BY_KEY
from dashboard.text import LANGUAGES, load, notes
from data_access.answers import key_figures
from data_access.store.database import Database, Snapshot
from data_access.vocabulary.selection import Selection
from tests.support.spaces import plain_spaces

WORDS = load()


@pytest.fixture(scope="module")
def snapshot(example_public_url) -> Snapshot:
    return Database(example_public_url).snapshot()


def sentence(snapshot: Snapshot, key: str, **choices: str) -> str:
    panel, selection = BY_KEY[key], Selection(**choices)
    return plain_spaces(panel.say(panel.answer(snapshot, panel.relevant(selection)), WORDS["en"], selection))


def ends(snapshot: Snapshot, key: str, language: str = "en") -> list[str]:
    """What stands at the ends of a panel's bars."""
    panel = BY_KEY[key]
    figure = panel.draw(panel.answer(snapshot, Selection()), Canvas(WORDS[language], Selection())).figure
    return [plain_spaces(note["text"]) for note in figure["layout"]["annotations"] if note.get("xshift") == 6]


def test_what_is_open_is_one_number_wherever_it_is_said(snapshot):
    (open_count,) = re.findall(r"quarter 4: ([\d,]+) grievances", sentence(snapshot, "grievances_open", until="2024"))
    assert sentence(snapshot, "grievances_by_year", until="2024").endswith(f"open at the end of 2024: {open_count}.")
    assert sentence(snapshot, "grievances_by_age", until="2024").startswith(
        f"Open at the end of 2024: {open_count} grievances"
    )


def test_shares_at_bars_are_of_what_the_sentence_names(snapshot):
    (share, judged_count) = re.search(
        r"(\d+%) of ([\d,]+) grievances", sentence(snapshot, "grievances_in_time")
    ).groups()
    # In a second line stands what is left out.
    assert ends(snapshot, "grievances_in_time")[0].split("<br>")[0] == f"{share} of {judged_count}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_days_at_bars_say_what_they_are(snapshot, language):
    days = ends(snapshot, "grievances_waits", language)
    assert all(re.fullmatch(r"\D+: \d+ \D+<br>.+: \d+ \D+", text) for text in days), days


@pytest.mark.parametrize(
    "choices", [{"station": "example-station-04"}, {"station": "example-station-09"}, {"district": "kemin"}]
)
def test_the_years_of_a_station_and_of_a_district_are_their_own(snapshot, choices):
    panel, selection = BY_KEY["station_series"], Selection(**choices)
    answer = panel.answer(snapshot, panel.relevant(selection))
    assert answer.known_years == (answer.frame["month"].min().year, answer.frame["month"].max().year)


@pytest.mark.parametrize("measure", ["incident_count", "exceedance_water", "poverty", "grievance_received"])
def test_a_reason_has_one_name_in_the_legend_the_note_and_the_table_of_a_map(snapshot, measure):
    panel, selection = BY_KEY["overview_map"], Selection(measure=measure)
    answer = panel.answer(snapshot, panel.relevant(selection))
    states = {"missing", "withheld", "not_collected", "higher_level"}
    (note,) = [text for text in notes.of_answer(answer, WORDS["en"]) if text.startswith("Ranking")]
    legend = {key.label for key in panel.draw(answer, Canvas(WORDS["en"], selection)).legend if key.mark in states}
    cells = {row[2].text for row in panel.tabulate(answer, WORDS["en"], selection).rows if row[2].state in states}
    assert legend == cells and all(f"– {label}" in note for label in legend)


@pytest.mark.parametrize("choices", [{}, {"district": "jeti-oguz"}, {"district": "bishkek", "since": "2019"}])
def test_a_key_figure_is_of_the_years_of_its_topics_map(snapshot, choices):
    selection = Selection(**choices)
    row = key_figures.key_figures(snapshot, selection).frame.set_index("lane").loc["incidents"]
    assert (row["first_year"], row["last_year"]) == BY_KEY["incidents_map"].answer(snapshot, selection).years


@pytest.mark.parametrize(
    ("since", "until", "quarters"),
    [
        ("2025-02", "2025-03", {1}),
        ("2025-02", "2025-05", {1, 2}),
        ("2025-12", "2026-01", {4, 1}),
        ("2025", "2025", {1, 2, 3, 4}),
    ],
)
def test_months_count_for_the_quarters_that_they_lie_in(snapshot, since, until, quarters):
    selection = Selection(since=since, until=until)
    starts = BY_KEY["readings_by_quarter"].answer(snapshot, selection).frame["quarter"]
    assert {(day.month + 2) // 3 for day in starts if selection.touches_quarter(day)} == quarters
    assert "no readings" not in sentence(snapshot, "readings_by_quarter", since=since, until=until)
