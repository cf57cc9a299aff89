"""With what pages begin where nobody has chosen: the medium that is measured, no word of what is not there."""

import re
from dataclasses import replace

import pytest

from dashboard.address.reader import Reader, View
from dashboard.address.route import Route
from dashboard.pages.build import Builder
from dashboard.pages.page_chrome import about
from dashboard.panels import BY_KEY
from dashboard.text import LANGUAGES, load
from data_access.answers import sources
from data_access.store.database import Database
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.source import Source

WORDS = load()


@pytest.fixture(scope="module")
def reader(example_public_url) -> Reader:
    return Reader(Database(example_public_url), WORDS, "/")


@pytest.mark.parametrize(
    ("search", "medium"),
    [
        ("", "water"),
        ("?district=jeti-oguz", "water"),
        ("?district=bishkek", "air"),
        ("?district=bishkek&measure=exceedance_water", "water"),
        ("?district=talas&measure=exceedance_air", "air"),
    ],
)
def test_the_map_of_readings_begins_with_what_is_measured(reader, search, medium):
    view = reader.view("/en/monitoring", search)
    snapshot, _, selection = view
    panel_view = Builder(reader).panel(view, BY_KEY["monitoring_map"])
    assert panel_view.title.startswith(WORDS["en"](f"measure.exceedance_{medium}.title"))
    # Nobody has chosen it: no address holds it, and what is chosen next begins anew.
    assert "medium" not in selection.search
    talas = reader.choice(snapshot, replace(selection, district="talas").search)
    assert talas.medium == "water"


def test_a_file_of_the_map_has_what_the_map_shows(client):
    rows = client.get("/data/monitoring_map.csv?district=bishkek").text
    assert re.search(r"Bishkek,.*53\.7", rows) or "Bishkek" in rows and ",53." in rows


@pytest.mark.parametrize("language", LANGUAGES)
def test_invented_figures_are_spoken_of_only_where_there_are_any(reader, language, monkeypatch):
    snapshot = reader.snapshot("")
    words, all_sources = WORDS[language], list(sources.all_of(snapshot))
    real: list[Source] = [one for one in all_sources if one.kind != "synthetic"]
    view = View(snapshot, Route(language, "overview"), Selection())
    assert words("about.synthetic") in about(view, reader).cautions
    monkeypatch.setattr(sources, "all_of", lambda _: real)
    assert words("about.synthetic") not in about(view, reader).cautions


def test_a_route_without_readings_keeps_its_first_map(reader):
    _, route, selection = reader.view("/en/overview", "?district=bishkek")
    assert route == Route("en", "overview")
    assert BY_KEY["overview_map"].question(selection) == "measure.revenue.title"
