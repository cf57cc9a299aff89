"""Annual statistics of districts, counted once more from the rows of the public store with other means."""

import sqlite3
from statistics import median

import pytest

from dashboard import panels
from dashboard.downloads.answers import file_columns
from dashboard.figures.base import Canvas
from dashboard.pages import choice_names, panel_text
from dashboard.panels.monitoring import conditions as on_conditions
from dashboard.text import LANGUAGES, load
from data_access.answers import choices, conditions
from data_access.store.database import Database, Snapshot
from data_access.vocabulary.facets import BY_KEY as FACETS
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.states import HIGHER_LEVEL, MISSING, NOT_COLLECTED, STATES, VALUE, WITHHELD, ZERO
from tests.support.money_store import make
from tests.support.panel_choices import STATISTICS
from tests.support.spaces import plain_spaces


@pytest.fixture(scope="module")
def snapshot(example_public_url) -> Snapshot:
    return Database(example_public_url).snapshot()


@pytest.fixture(scope="module")
def rows(example_public_url):
    connection = sqlite3.connect(example_public_url.removeprefix("sqlite:///"))
    yield lambda sql, *values: connection.execute(sql, values).fetchall()
    connection.close()


@pytest.mark.parametrize(
    ("code", "slug", "year", "state"),
    [
        ("unemp", "talas", "2023", VALUE),
        ("rehab_ha", "talas", "2025", ZERO),
        ("unemp", "jumgal", "2018", MISSING),
        ("unemp", "batken", "2023", HIGHER_LEVEL),
        ("health_resp", "batken", "2023", VALUE),
        ("health_resp", "aravan", "2023", NOT_COLLECTED),
        ("jobs_local_share", "aravan", "2023", NOT_COLLECTED),
        ("health_resp", "mailuu-suu", "2023", WITHHELD),
    ],
)
def test_states_of_a_statistic(snapshot, code, slug, year, state):
    frame = conditions.by_district(code, snapshot, Selection(since=year, until=year)).frame
    assert frame.set_index("slug").at[slug, "state"] == state
    series = conditions.by_year(snapshot, Selection(district=slug, measure=code)).frame.set_index("year")
    assert series.at[int(year), "state"] == state


def test_the_example_shows_all_six_states(snapshot):
    states = {
        state
        for code in STATISTICS
        for year in ("2018", "2025")
        for state in conditions.by_district(code, snapshot, Selection(since=year, until=year)).frame["state"]
    }
    assert states == set(STATES)


@pytest.mark.parametrize("code", STATISTICS)
def test_places_are_counted_from_the_better_end(snapshot, rows, code):
    (direction,) = rows("SELECT direction FROM indicator WHERE indicator_code = ?", code)[0]
    frame = conditions.newest("district", snapshot, Selection()).frame
    frame = frame[(frame["code"] == code) & frame["value"].notna()]
    best = {"higher_worse": min, "higher_better": max}[direction](frame["value"])
    assert set(frame.loc[frame["place"] == 1, "value"]) == {best}


@pytest.mark.parametrize("code", STATISTICS)
def test_a_year_has_the_range_and_the_middle_of_what_is_shown(snapshot, rows, code):
    frame = conditions.by_year(snapshot, Selection(measure=code)).frame.dropna(subset="n").set_index("year")
    for year in frame.index:
        query = "SELECT value FROM statistic WHERE indicator_code = ? AND year = ? AND value IS NOT NULL"
        values = [value for (value,) in rows(query, code, year)]
        row = frame.loc[year]
        expected = (min(values), median(values), max(values), len(values))
        assert (row["low"], row["median"], row["high"], row["n"]) == pytest.approx(expected)


def test_a_year_without_figures_keeps_its_place(snapshot):
    frame = conditions.by_year(snapshot, Selection(district="talas", measure="poverty")).frame.set_index("year")
    assert list(frame.index) == [*range(2011, 2021)]
    assert frame.loc[2019, ["value", "median", "low", "high"]].isna().all()


@pytest.mark.parametrize(
    ("slug", "code", "values"),
    [("talas", "jobs_local_share", [80]), ("talas", "unemp", []), ("chatkal", "jobs_local_share", [])],
)
def test_a_promise_stands_only_where_it_was_made(snapshot, slug, code, values):
    answer = conditions.by_year(snapshot, Selection(district=slug, measure=code))
    assert [row["value"] for row in answer.extras["targets"]] == values
    assert ("targets" in {source.key for source in answer.sources}) == bool(values)


def test_only_poverty_is_not_invented(snapshot):
    synthetic = {code for code in STATISTICS if conditions.by_district(code, snapshot, Selection()).is_synthetic}
    assert synthetic == set(STATISTICS) - {"poverty"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_says_place_and_change_of_a_district(snapshot, rows, language):
    selection = Selection(district="talas")
    answer = conditions.newest("district", snapshot, selection)
    table = on_conditions.tabulate(answer, load()[language], selection)
    first, last = (
        rows(
            f"""SELECT value, year FROM statistic JOIN district USING (district_code)
                WHERE slug = 'talas' AND indicator_code = 'unemp' ORDER BY year {order} LIMIT 1"""
        )[0]
        for order in ("ASC", "DESC")
    )
    change = load()[language].signed_number(last[0] - first[0], 1)
    line = next(row for row in table.rows if row[0].choice == "measure:unemp")
    assert line[1].text == str(last[1]) and any(change in cell.text for cell in line)


SCHOOL = {
    "indicator_code": "school_km",
    "medium": "people",
    "unit": "km",
    "direction": "higher_worse",
    "source_key": "s",
}
NAMES = {"name_ky": "Мектепке жол", "name_ru": "Путь в школу", "name_en": "Way to school"}
UNITS = {"unit_name_ky": "чкм", "unit_name_ru": "км", "unit_name_en": "km"}
HERE, THERE = "41702210", "41702215"


@pytest.mark.parametrize("names", [NAMES | UNITS, {}], ids=["named", "by its code"])
def test_a_statistic_that_is_loaded_can_be_chosen_under_the_name_that_the_data_give_it(tmp_path, names):
    figure = {"indicator_code": "school_km", "district_code": HERE, "year": 2021, "value": 4.5, "source_key": "s"}
    snapshot = make(tmp_path, people={HERE: {}}, indicator=[SCHOOL | names], statistic=[figure])
    assert all("school_km" in choices.values(snapshot, key) for key in ("measure", "x", "y"))
    selection, panel = Selection(district=f"d{HERE}", measure="school_km"), panels.BY_KEY["conditions_newest"]
    answer = panel.answer(snapshot, selection)
    of_map = panels.BY_KEY["monitoring_map"]
    for language, words in load().items():
        name, unit = names.get(f"name_{language}", "school_km"), names.get(f"unit_name_{language}", "km")
        (row,) = panel.tabulate(answer, words, selection).rows
        assert (row[0].text, row[0].choice) == (name, "measure:school_km")
        assert row[3].text == f"{words.number(4.5, 1)}\N{NO-BREAK SPACE}{unit}"
        assert name in str(panel.draw(answer, Canvas(words, selection)).figure)
        assert "[" not in panel.say(answer, words, Selection())
        title = panel_text.title(of_map.answer(snapshot, selection), of_map, selection, words)
        assert title == words("statistic.title", measure=name)
        assert choice_names.value_name(snapshot, FACETS["measure"], "school_km", words) == name
        columns = file_columns(panel, answer, selection, words)
        assert (columns["code_label"], columns["unit"], columns["value"]) == ([name], [unit], [4.5])


@pytest.fixture
def of_oblast(tmp_path) -> Snapshot:
    """A statistic that is known of the oblast alone, for two years, and two districts in it."""
    figures = [
        {"indicator_code": "school_km", "oblast_code": "41701", "year": year, "value": value, "source_key": "s"}
        for year, value in ((2020, 5.0), (2022, 3.5))
    ]
    rows = {"indicator": [SCHOOL | NAMES | UNITS], "oblast_statistic": figures}
    return make(tmp_path, people={HERE: {}, THERE: {}}, **rows)


def test_a_statistic_that_is_known_of_the_oblast_alone_is_said_so_on_the_map(of_oblast):
    selection, panel, words = Selection(measure="school_km"), panels.BY_KEY["monitoring_map"], load()["en"]
    answer = panel.answer(of_oblast, selection)
    assert (answer.years, set(answer.frame["state"]), list(answer.frame["oblast_value"])) == (
        (2022, 2022),
        {HIGHER_LEVEL},
        [3.5, 3.5],
    )
    assert plain_spaces(panel.say(answer, words, selection)).startswith("Known only for oblasts, 2022: from 3.5 km")
    here = Selection(measure="school_km", district=f"d{HERE}")
    assert "known only for the oblast: 3.5 km" in plain_spaces(panel.say(panel.answer(of_oblast, here), words, here))
    assert plain_spaces(panel.tabulate(answer, words, selection).rows[0][2].text) == "known only for the oblast: 3.5 km"
    legend = panel.draw(answer, Canvas(words, selection)).legend
    assert [key.label for key in legend] == ["known only for the oblast"]
    assert "school_km" not in choices.values(of_oblast, "x")


def test_years_and_places_of_such_a_statistic_are_those_of_oblasts(of_oblast):
    here, words = Selection(measure="school_km", district=f"d{HERE}"), load()["en"]
    by_year = panels.BY_KEY["condition_by_year"]
    answer = by_year.answer(of_oblast, here)
    rows = answer.frame.set_index("year")
    assert list(rows["value"].astype(object)) == [5.0, pytest.approx(float("nan"), nan_ok=True), 3.5]
    assert set(rows["level"]) == {"oblast"} and "(known only for the oblast)" in by_year.say(answer, words, here)
    newest = panels.BY_KEY["conditions_of_oblasts"]
    (row,) = newest.answer(of_oblast, here).rows
    assert (row.level, row.slug, row.year, row.value, row.is_here, row.first_value) == (
        "oblast",
        None,
        2022,
        3.5,
        True,
        5,
    )
    (cells,) = newest.tabulate(newest.answer(of_oblast, here), words, here).rows
    assert cells[0].text == "Way to school" and panels.BY_KEY["conditions_newest"].answer(of_oblast, here).is_empty
