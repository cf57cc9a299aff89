"""Annual statistics of districts, counted once more from the rows of the public store with other means."""

import sqlite3
from statistics import median

import pytest

from dashboard import panels
from dashboard.downloads.answers import file_columns
from dashboard.figures.base import Canvas
from dashboard.panels.monitoring import conditions as on_conditions
from dashboard.text import LANGUAGES, load
from data_access.answers import conditions
from data_access.store.database import Database, Snapshot
from data_access.vocabulary.measures import CONDITIONS
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.states import HIGHER_LEVEL, MISSING, NOT_COLLECTED, STATES, VALUE, WITHHELD, ZERO
from tests.support.money_store import make


@pytest.fixture(scope="module")
def snapshot(sample_public_url) -> Snapshot:
    return Database(sample_public_url).snapshot()


@pytest.fixture(scope="module")
def rows(sample_public_url):
    connection = sqlite3.connect(sample_public_url.removeprefix("sqlite:///"))
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


def test_the_sample_shows_all_six_states(snapshot):
    seen = {
        state
        for code in CONDITIONS
        for year in ("2018", "2025")
        for state in conditions.by_district(code, snapshot, Selection(since=year, until=year)).frame["state"]
    }
    assert seen == set(STATES)


@pytest.mark.parametrize("code", CONDITIONS)
def test_places_are_counted_from_the_better_end(snapshot, rows, code):
    (direction,) = rows("SELECT direction FROM indicator WHERE indicator_code = ?", code)[0]
    frame = conditions.newest(snapshot, Selection()).frame
    frame = frame[(frame["code"] == code) & frame["value"].notna()]
    best = {"higher_worse": min, "higher_better": max}[direction](frame["value"])
    assert set(frame.loc[frame["place"] == 1, "value"]) == {best}


@pytest.mark.parametrize("code", CONDITIONS)
def test_a_year_has_the_range_and_the_middle_of_what_is_shown(snapshot, rows, code):
    frame = conditions.by_year(snapshot, Selection(measure=code)).frame.dropna(subset="n").set_index("year")
    for year in frame.index:
        query = "SELECT value FROM statistic WHERE indicator_code = ? AND year = ? AND value IS NOT NULL"
        values = [value for (value,) in rows(query, code, year)]
        found = frame.loc[year]
        expected = (min(values), median(values), max(values), len(values))
        assert (found["low"], found["median"], found["high"], found["n"]) == pytest.approx(expected)


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
    assert [row["value"] for row in answer.frame.attrs["targets"]] == values
    assert ("targets" in {source.key for source in answer.sources}) == bool(values)


def test_only_poverty_is_not_invented(snapshot):
    invented = {code for code in CONDITIONS if conditions.by_district(code, snapshot, Selection()).is_synthetic}
    assert invented == set(CONDITIONS) - {"poverty"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_says_place_and_change_of_a_district(snapshot, rows, language):
    selection = Selection(district="talas")
    answer = conditions.newest(snapshot, selection)
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


def test_a_statistic_without_words_is_seen_by_its_code(tmp_path):
    about = {
        "indicator_code": "school_km",
        "medium": "people",
        "unit": "km",
        "direction": "higher_worse",
        "source_key": "s",
    }
    figure = {"indicator_code": "school_km", "district_code": "41702210", "year": 2021, "value": 4.5, "source_key": "s"}
    snapshot = make(tmp_path, people={"41702210": {}}, indicator=[about], statistic=[figure])
    chosen = Selection(district="d41702210")
    answer = conditions.newest(snapshot, chosen)
    for words in load().values():
        (row,) = on_conditions.tabulate(answer, words, chosen).rows
        assert (row[0].text, row[0].choice) == ("school_km", None)
        assert row[3].text == f"{words.number(4.5, 1)} km"
        assert "school_km" in str(on_conditions.draw(answer, Canvas(words, chosen)).figure)
        assert "[" not in on_conditions.say(answer, words, Selection())
    columns = file_columns(panels.BY_KEY["conditions_newest"], answer, chosen, load()["en"])
    assert (columns["code"], columns["unit"], columns["value"]) == (["school_km"], ["km"], [4.5])
