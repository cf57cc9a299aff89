"""What ``make run`` shows of statistics and readings: values that reports state, and what must not be said of them."""

import re

import pytest
from sqlalchemy import func, select

from dashboard import panels
from dashboard.figures.base import Canvas
from dashboard.figures.svg import svg
from dashboard.pages import panel_text
from dashboard.panels.panel import Panel
from dashboard.text import LANGUAGES, load
from dashboard.text.wording import measured_at
from data_access.answers import choices, conditions, indicators, key_figures, sources, stations
from data_access.store.database import Database, Snapshot
from data_access.vocabulary import schema
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.states import HIGHER_LEVEL

OBLASTS = {"poverty_oblast", "resp_mortality", "safe_water", "wastewater_treated", "grp_per_person"} | {
    *("occ_deaths", "occ_injuries", "unemp", "forest_share", "authority_index")
}
BESIDE_KUMTOR = {"glacier-sary-tor", "glacier-bordu", "glacier-no-354"}


@pytest.fixture(scope="module")
def snapshot(bundle_settings) -> Snapshot:
    return Database(bundle_settings.public_url).snapshot()


def sentence(snapshot: Snapshot, key: str, language: str = "en", **choice: str) -> str:
    panel: Panel = panels.BY_KEY[key]
    selection = panel.relevant(Selection(**choice))
    return panel_text.of_answer(panel.answer(snapshot, selection), panel, selection, load()[language]).sentence


def test_what_is_loaded_can_be_chosen_and_only_districts_are_compared(snapshot):
    assert OBLASTS | {"poverty", "jobs_local_share"} == set(choices.values(snapshot, "measure")) - {
        *choices.BY_KEY["measure"].values
    }
    assert not OBLASTS & set(choices.values(snapshot, "x"))
    assert choices.values(snapshot, "indicator") == ("pm25", "glacier_balance")


@pytest.mark.parametrize(
    ("code", "oblast", "year", "value"),
    [
        ("unemp", "Issyk-Kul", 2024, 4.5),
        ("unemp", "Talas", 2007, 5.1),
        ("poverty_oblast", "Osh city", 2023, 13.872134),
        ("resp_mortality", "Naryn", 2023, 32.9),
        ("forest_share", "Jalal-Abad", 2024, 2.4),
        ("authority_index", "Issyk-Kul", 2015, -1.504559),
        ("grp_per_person", "Naryn", 2023, 107_600),
    ],
)
def test_figures_of_oblasts_are_those_that_are_published(snapshot, code, oblast, year, value):
    answer = conditions.by_district(code, snapshot, Selection(until=str(year), since=str(year)))
    rows = answer.frame[answer.frame["oblast_en"].str.startswith(oblast)]
    assert set(rows["state"]) == {HIGHER_LEVEL} and answer.years == (year, year)
    assert set(rows["oblast_value"]) == {value}


@pytest.mark.parametrize("district", ["kara-kulja", "talas", "bishkek"])
def test_an_oblast_of_which_a_figure_is_not_known_stands_in_its_strip_without_one(snapshot, district):
    panel, words = panels.BY_KEY["conditions_of_oblasts"], load()["en"]
    answer = panel.answer(snapshot, Selection(district=district))
    notes = panel.draw(answer, Canvas(words, Selection(district=district))).figure["layout"]["annotations"]
    unknown_count = len(OBLASTS) - int(answer.frame.groupby("code")["is_here"].any().sum())
    assert sum(words("state.not_collected") in note["text"] for note in notes) == unknown_count


def test_all_published_figures_are_there(snapshot):
    """One is set aside: 101.1 % of the wastewater of Issyk-Kul, 2015."""
    of = schema.oblast_statistic.c
    counts = dict(snapshot.rows(select(of.indicator_code, func.count()).group_by(of.indicator_code))[1])
    assert (counts["unemp"], counts["poverty_oblast"], counts["wastewater_treated"]) == (156, 153 - 6, 105 - 1)
    assert sum(counts.values()) == 1275


def test_a_city_that_was_not_counted_apart_has_no_zero(snapshot):
    """Osh was counted with its oblast until 2012: the publisher's zeros are none."""
    answer = conditions.by_year(snapshot, Selection(district="osh-city", measure="poverty_oblast"))
    rows = answer.frame.set_index("year")["value"]
    assert rows.loc[2007:2012].isna().all() and rows[2013] == 40.875893


def test_the_country_stands_beside_its_oblasts_and_is_none_of_them(snapshot):
    answer = conditions.by_year(snapshot, Selection(measure="unemp"))
    country = answer.frame.set_index("year")["country"]
    assert (country[2007], country[2024]) == (8.2, 3.7)
    assert country.notna().sum() == 18 and "nsc_country" in {one.key for one in answer.sources}
    newest = conditions.newest("oblast", snapshot, Selection()).frame
    assert newest.loc[newest["code"] == "unemp", "value"].size == 9
    assert len(snapshot.rows(select(schema.national_statistic.c.year))[1]) == 154


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_country_has_a_line_a_key_and_a_column_of_its_own(snapshot, language):
    panel, words = panels.BY_KEY["condition_by_year"], load()[language]
    for measure, is_told in (("unemp", True), ("poverty", False)):
        selection = Selection(measure=measure)
        answer = panel.answer(snapshot, selection)
        picture, table = panel.draw(answer, Canvas(words, selection)), panel.tabulate(answer, words, selection)
        labels = [key.label for key in picture.legend]
        assert (words("place.country") in labels, words("place.country") in table.headers) == (is_told, is_told)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_zeros_that_are_left_out_are_told_on_the_page(snapshot, language):
    panel, selection = panels.BY_KEY["monitoring_map"], Selection(measure="poverty_oblast")
    indicators = panel.answer(snapshot, selection).indicators
    text = panel_text.help_text(panel.help_keys(selection)[0], indicators, load()[language])
    assert "2007–2012" in text


def test_local_jobs_stand_beside_what_the_licence_promises(snapshot):
    answer = conditions.by_year(snapshot, Selection(district="talas", measure="jobs_local_share"))
    assert answer.frame.set_index("year").at[2022, "value"] == 72
    assert [row["value"] for row in answer.extras["targets"]] == [80]
    chatkal = conditions.by_district("jobs_local_share", snapshot, Selection(since="2019", until="2019")).frame
    assert chatkal.set_index("slug").at["chatkal", "value"] == 79.2


def test_dust_in_the_capital_is_of_one_station_that_is_named(snapshot):
    counts = indicators.judged_by_quarter(snapshot, Selection()).frame[["ok", "near", "exceeds"]].to_numpy().sum(0)
    assert (counts.sum(), counts[2]) == (1446, 393)
    for language in LANGUAGES:
        words = load()[language]
        station = choices.names(snapshot, "station")["airnow-bishkek"][language]
        assert sentence(snapshot, "readings_by_quarter", language).startswith(
            words("place.one_station", station=station)
        )
        assert station in sentence(snapshot, "overview_timeline", language)
        figures = key_figures.key_figures(snapshot, Selection())
        assert measured_at(figures, words) == words("place.one_station", station=station)


def test_water_is_not_collected_and_it_is_said_why(snapshot):
    for language in LANGUAGES:
        reason = load()[language]("empty.none_water")
        assert sentence(snapshot, "readings_by_quarter", language).endswith(reason)
        assert sentence(snapshot, "monitoring_map", language, measure="exceedance_water") == reason


def test_balances_of_glaciers_are_those_that_are_published(snapshot):
    frame = stations.by_year(snapshot, Selection()).frame
    assert (len(frame), frame["station_id"].nunique(), frame["year"].min(), frame["year"].max()) == (177, 9, 1957, 2020)
    balances = frame.set_index(["station_id", "year"])["value"]
    assert (balances["glacier-sary-tor", 1985], balances["glacier-abramov", 1969]) == (-134, 740)
    around = stations.by_year(snapshot, Selection(site="kumtor")).frame
    assert set(around["station_id"]) > BESIDE_KUMTOR and around["station_id"].nunique() == 6


@pytest.mark.parametrize("language", LANGUAGES)
def test_glaciers_are_not_judged(snapshot, language):
    words = load()[language]
    for key in ("readings_by_quarter", "monitoring_map"):
        assert sentence(snapshot, key, language, indicator="glacier_balance") == words("empty.no_limits")
    text = sentence(snapshot, "station_series", language, station="glacier-bordu")
    assert words("say.station.no_limit", station="", years="", indicator="", low="", high="")[-12:] in text
    # Neither the years of glaciers nor their places are those of readings that are judged.
    assert choices.all_years(snapshot) == (1998, 2025)
    assert indicators.first_medium(snapshot) == "air"


def test_years_without_a_measurement_are_gaps_in_the_picture(snapshot):
    panel = panels.BY_KEY["glacier_balance"]
    answer = panel.answer(snapshot, Selection(site="kumtor"))
    years = set(answer.frame["year"])
    assert {*range(1957, 2021)} - years
    table = panel.tabulate(answer, load()["en"], Selection(site="kumtor"))
    assert len(table.rows) == len(years) and len(table.headers) == 7


@pytest.mark.parametrize("key", ["glacier_balance", "conditions_of_oblasts"])
@pytest.mark.parametrize("choice", [{}, {"district": "jeti-oguz"}], ids=["country", "district"])
def test_what_the_example_of_tests_lacks_is_drawn(snapshot, key, choice):
    panel, selection = panels.BY_KEY[key], Selection(**choice)
    answer = panel.answer(snapshot, selection)
    for words in load().values():
        drawing = svg(panel.draw(answer, Canvas(words, selection)).figure, 380, 500, dict, key)
        assert not re.search(r"\b(nan|None|inf)\b", drawing)
        assert "[" not in panel.say(answer, words, selection)
        assert all(cell.text for row in panel.tabulate(answer, words, selection).rows for cell in row)


def test_statistics_of_oblasts_stand_together_with_the_place_of_the_districts_oblast(snapshot):
    answer = conditions.newest("oblast", snapshot, Selection(district="jeti-oguz"))
    rows = answer.frame[answer.frame["is_here"]].set_index("code")
    assert set(rows.index) == OBLASTS and set(rows["name_en"]) == {"Issyk-Kul oblast"}
    assert (rows.at["unemp", "value"], rows.at["unemp", "first_value"], rows.at["unemp", "year"]) == (4.5, 7, 2024)


def test_a_closed_series_is_not_called_late(snapshot):
    timeliness = {source.key: source.timeliness for source in sources.all_of(snapshot)}
    assert {timeliness[key] for key in ("airnow_bishkek", "wgms_balances", "poverty", "local_jobs")} == {"unknown"}
