"""Results, rehabilitation, participatory monitoring and signals: known answers, and what is not told."""

from datetime import date
from types import SimpleNamespace

import pandas as pd
import pytest

from dashboard import panels
from dashboard.address.reader import Reader
from dashboard.address.route import Route
from dashboard.figures.base import Canvas
from dashboard.pages.cell_links import hrefs
from dashboard.text import load
from data_access.answers import choices, pem, signals, sites
from data_access.answers.rehabilitation import month_after, month_before
from data_access.store.database import Database, Snapshot
from data_access.vocabulary.selection import Selection
from tests.support.spaces import plain_spaces


@pytest.fixture(scope="module")
def real(bundle_settings) -> Snapshot:
    return Database(bundle_settings.public_url).snapshot()


@pytest.fixture(scope="module")
def example(example_public_url) -> Snapshot:
    return Database(example_public_url).snapshot()


@pytest.fixture(scope="module")
def words():
    return load()["en"]


def _sentence(key: str, snapshot: Snapshot, words, **chosen: str) -> str:
    selection = Selection(**chosen)
    return plain_spaces(panels.BY_KEY[key].say(panels.BY_KEY[key].answer(snapshot, selection), words, selection))


def _texts(key: str, snapshot: Snapshot, words, **chosen: str) -> list[list[str]]:
    panel, selection = panels.BY_KEY[key], Selection(**chosen)
    table = panel.tabulate(panel.answer(snapshot, selection), words, selection)
    return [[plain_spaces(cell.text) for cell in row] for row in table.rows]


def test_silence_about_results_is_not_called_failure(real, words):
    assert _sentence("project_results", real, words) == (
        "Whole country: 4 indicators of 1 project. Nobody has published what was reached, which does not mean that "
        "nothing was done."
    )
    rows = _texts("project_results", real, words)
    assert [row[1:4] for row in rows] == [
        *([["no number is set", "not reported", "2024"]] * 2),
        ["1", "not reported", "2024"],
        ["no number is set", "not reported", "2024"],
    ]
    picture = panels.BY_KEY["project_results"]
    result_picture = picture.draw(picture.answer(real, Selection()), Canvas(words, Selection()))
    assert [key.mark for key in result_picture.legend][1:] == ["missing"]
    assert result_picture.figure["data"][1]["marker"]["pattern"]["shape"] == "/"


@pytest.mark.parametrize(
    ("district", "count"),
    [("chatkal", 4), ("naryn", 4), ("talas", 0)],
)
def test_a_project_is_of_its_districts_and_of_those_of_its_oblasts(real, district, count):
    assert len(panels.BY_KEY["project_results"].answer(real, Selection(district=district)).frame) == count


@pytest.mark.parametrize(
    ("goal", "projects"),
    [
        ("6", {"example-project-1"}),
        ("16", {"example-project-2"}),
        # A part of a number is another goal.
        ("1", set()),
        (None, {"example-project-1", "example-project-2"}),
    ],
)
def test_results_are_narrowed_by_a_goal_of_their_project(example, goal, projects):
    frame = panels.BY_KEY["project_results"].answer(example, Selection(goal=goal)).frame
    assert set(frame["project_id"]) == projects


def test_the_chosen_goal_is_said_before_what_was_reached(example, words):
    assert _sentence("project_results", example, words, goal="16").startswith(
        "Whole country, 16. Peace, justice and strong institutions: "
    )


def test_goals_with_results_or_indicators_alone_are_offered(real, example):
    assert choices.values(real, "goal") == ("1", "3", "6", "8", "11", "13", "15", "16")
    assert choices.values(example, "goal") == ("1", "3", "6", "8", "11", "15", "16")


def test_results_are_held_against_targets_where_both_are_told(example, words):
    assert _sentence("project_results", example, words) == (
        "Whole country: 6 indicators of 2 projects. What was reached is reported of 5; 2 of them reached the target."
    )
    drawn = panels.BY_KEY["project_results"].draw(
        panels.BY_KEY["project_results"].answer(example, Selection()), Canvas(words, Selection())
    )
    # More than the target is no part of it.
    assert "2, target 1" in str(drawn.figure)
    of_one_year = panels.BY_KEY["project_results"].answer(example, Selection(since="2022", until="2022")).frame
    assert {day.year for day in of_one_year["period_start"]} == {2022}


def test_stages_of_rehabilitation_stand_by_site_with_hectares_where_they_are_told(real, example, words):
    assert _sentence("rehabilitation_stages", real, words).endswith(
        "are accepted. Nobody has published how many hectares."
    )
    assert [row[:3] for row in _texts("rehabilitation_stages", real, words, site="mailuu-suu-ult")] == [
        ["Mailuu-Suu uranium tailings", "Approved", "May 2023"]
    ]
    assert _sentence("rehabilitation_stages", example, words).endswith("Planned: 35.5 ha, done: 28 ha.")
    assert "19.5 of 24 ha" in {row[3] for row in _texts("rehabilitation_stages", example, words)}
    assert _texts("rehabilitation_stages", real, words, district="chatkal")[-1][:2] == [
        "Shekaftar uranium legacy",
        "Accepted",
    ]


def test_agreement_is_within_the_tolerance_of_each_pair_and_bias_needs_five():
    pairs = pd.DataFrame(
        {
            "indicator_code": ["as"] * 5 + ["cu"] * 2,
            "community_value": [1.1, 1.2, 1.3, 0.9, 1.2, 4.0, 1.0],
            "laboratory_value": [1.0] * 5 + [2.0, 1.0],
            "tolerance_percent": [20.0, 20.0, 20.0, 5.0, 25.0, 50.0, 10.0],
        }
    )
    agreement = pem.by_indicator(pairs)
    assert agreement[["code", "pair_count", "within_count"]].to_numpy().tolist() == [["as", 5, 3], ["cu", 2, 1]]
    assert agreement["share_within"].tolist() == [60.0, 50.0]
    assert agreement["bias_percent"].round(6).tolist()[0] == 20.0 and pd.isna(agreement["bias_percent"][1])


def test_areas_name_their_team_by_role_in_full_tens(example, words):
    assert _sentence("monitored_areas", example, words).startswith(
        "Whole country: residents monitor in 2 areas; how results"
    )
    first, second = _texts("monitored_areas", example, words)
    assert first[3] == (
        "sample takers – at least 10; observers – at least 20; local authority – few, withheld; "
        "specialists – few, withheld"
    )
    assert second[3] == (
        "sample takers – at least 10; observers – few, withheld; local authority – few, withheld; specialists – 0"
    )


def test_criteria_are_compared_between_rounds_that_both_have_them(example, words):
    sentence = _sentence("pem_criteria", example, words)
    assert "Example area 1 first" in sentence and "(end)" in sentence and "(middle)" in sentence
    assert len(_texts("pem_criteria", example, words, district="chatkal")) == 8


def test_signals_are_listed_by_name_and_say_what_is_not_known(example, words):
    everywhere = signals.by_district(example, Selection()).frame
    risen_count = (everywhere[[*signals.SIGNALS]] == signals.ROSE).sum(axis=1)
    assert len(everywhere) and (risen_count >= signals.SEVERAL).all()
    names = [row[0] for row in _texts("signals", example, words)]
    assert names == sorted(names, key=words.sort_key)
    (row,) = signals.by_district(example, Selection(district="manas-city")).rows
    assert row.exceedance_air == signals.UNKNOWN and pd.isna(row.exceedance_air_now)
    for key in signals.MEASURES:
        known_rows = everywhere[everywhere[key] != signals.UNKNOWN]
        assert ((known_rows[f"{key}_now"] > known_rows[f"{key}_before"]) == (known_rows[key] == signals.ROSE)).all()


@pytest.mark.parametrize(
    ("signal", "target"),
    [
        ("grievance_days", "/en/grievances?district={slug}&measure=grievance_days#title-grievances_map"),
        ("exceedance_water", "/en/monitoring?district={slug}&measure=exceedance_water#title-monitoring_map"),
        ("exceedance_air", "/en/monitoring?district={slug}&measure=exceedance_air#title-monitoring_map"),
        ("incident_count", "/en/incidents?district={slug}&measure=incident_count#title-incidents_map"),
        ("late_data", "/en/monitoring?district={slug}#title-readings_by_quarter"),
    ],
)
@pytest.mark.parametrize("district", [None, "chatkal"])
def test_a_signal_leads_to_the_panel_that_tells_more_of_it(
    example, example_public_url, words, signal, target, district
):
    panel, selection = panels.BY_KEY["signals"], Selection(district=district)
    answer = panel.answer(example, selection)
    table = panel.tabulate(answer, words, selection)
    reader = Reader(Database(example_public_url), load(), "/")
    links = hrefs(table, Route("en", "outcomes"), selection, reader)
    slugs = {row[0].choice.partition(":")[2] for row in table.rows}
    assert slugs and {row[1 + signals.SIGNALS.index(signal)] for row in links} == {
        target.format(slug=slug) for slug in slugs
    }


def test_no_signal_has_a_colour_of_alarm(example, words):
    panel = panels.BY_KEY["signals"]
    picture = panel.draw(panel.answer(example, Selection()), Canvas(words, Selection()))
    shades = {shade for _, shade in picture.figure["data"][0]["colorscale"]}
    assert all(max(_parts(shade)) - min(_parts(shade)) < 24 for shade in shades), "greys"


def _parts(shade: str) -> list[int]:
    return [int(shade[place : place + 2], 16) for place in (1, 3, 5)]


BEFORE_AND_AFTER = {
    "a site in use": (
        "example-site-1",
        [
            ["Stage", "Inventory (2016)", "After-care (2023)"],
            ["Land", "24 ha", "24 ha"],
            ["Waste moved or covered", "180,000 m³", "172,000 m³"],
            ["What the land is for", "–", "pasture; in use"],
            ["Watched until", "–", "31 Dec 2032"],
        ],
    ),
    "works under way": (
        "example-site-2",
        [
            ["Stage", "Inventory (2019)", "Works (2023)"],
            ["Land", "11.5 ha", "4 ha"],
            ["Waste moved or covered", "40,000 m³", "9,000 m³"],
            ["What the land is for", "–", "forest; not in use yet"],
            ["Watched until", "–", "–"],
        ],
    ),
    # Of a single stage nobody tells what was before.
    "one stage": (
        "example-site-3",
        [
            ["Stage", "not reported", "Inventory (2024)"],
            ["Land", "not reported", "not reported"],
            ["Waste moved or covered", "not reported", "not reported"],
            ["What the land is for", "–", "–"],
            ["Watched until", "–", "–"],
        ],
    ),
}


@pytest.mark.parametrize("case", BEFORE_AND_AFTER)
def test_a_rehabilitated_site_is_told_before_and_after(example, words, case):
    site, expected = BEFORE_AND_AFTER[case]
    assert _texts("rehabilitation_before_after", example, words, site=site)[:-1] == expected


@pytest.mark.parametrize(
    ("began", "precision", "before", "after"),
    [
        (date(2019, 1, 1), "year", "2018-12", "2020-01"),
        (date(2021, 12, 1), "month", "2021-11", "2022-01"),
        (date(2021, 3, 31), "day", "2021-02", "2021-04"),
    ],
)
def test_readings_of_the_months_in_which_the_works_changed_are_on_neither_side(began, precision, before, after):
    stage = SimpleNamespace(stage_began_on=began, date_precision=precision)
    assert (month_before(stage), month_after(stage)) == (before, after)


def test_readings_are_of_the_time_before_the_works_and_since_their_acceptance(example, words):
    panel, selection = panels.BY_KEY["rehabilitation_before_after"], Selection(site="example-site-1")
    before, after = panel.answer(example, selection).rows
    since = sites.readings(example, Selection(site="example-site-1", since="2023-01")).frame
    assert after.exceeds == since["exceeds"].sum() and after.judged == since[["exceeds", "near", "ok"]].to_numpy().sum()
    assert before.judged != before.judged
    assert _texts("rehabilitation_before_after", example, words, site="example-site-1")[-1] == [
        "Readings beyond the limit", "none that can be compared", f"{round(100 * after.exceeds / after.judged)}% of "
        f"{int(after.judged)}",
    ]  # fmt: skip


def test_a_site_without_rehabilitation_has_nothing_to_compare(example):
    assert panels.BY_KEY["rehabilitation_before_after"].answer(example, Selection(site="kumtor")).is_empty
