"""What reports tell of the production and sales of mines: known figures, where they stand, and that none is added."""

import pytest

from dashboard import panels
from dashboard.figures.base import Canvas
from dashboard.figures.row_columns import HEIGHT
from dashboard.text import LANGUAGES, load
from data_access.store.database import Database, Snapshot
from data_access.vocabulary.selection import Selection

PANEL = panels.BY_KEY["mine_production"]


@pytest.fixture(scope="module")
def snapshot(bundle_settings) -> Snapshot:
    return Database(bundle_settings.public_url).snapshot()


@pytest.fixture(scope="module")
def words():
    return load()


def _figures(snapshot: Snapshot, **choices: str) -> list[tuple]:
    frame = PANEL.answer(snapshot, Selection(**choices)).frame
    columns = ["site_id", "year", "commodity_code", "production_measure", "reported_figure", "production_unit"]
    return [tuple(row) for row in frame[columns].itertuples(index=False)]


def test_all_figures_of_the_reports_are_there_each_as_reported(snapshot):
    figures = _figures(snapshot)
    assert len(figures) == 22
    assert {
        ("kumtor", 2016, "gold", "produced", 17136.78, "kg"),
        ("kumtor", 2016, "all_products", "sales", 686_400_000.0, "USD"),
        ("kumtor", 2018, "gold", "output_value", 46_143_000_000.0, "KGS"),
        ("bozymchak", 2017, "gold", "in_concentrate", 41.3, "koz"),
        ("bozymchak", 2017, "ore", "mined", 921.0, "kt"),
        ("taldy-bulak-lev", 2018, "gold", "produced", 3237.0, "kg"),
    } <= set(figures)


@pytest.mark.parametrize(
    ("choices", "sites"),
    [
        ({"site": "jerooy"}, {"jerooy"}),
        ({"district": "ala-buka"}, {"bozymchak"}),
        ({"district": "kemin"}, {"taldy-bulak-lev"}),
        ({"since": "2022"}, {"kumtor", "jerooy", "solton-sary"}),
    ],
)
def test_it_follows_site_place_and_period(snapshot, choices, sites):
    assert {row[0] for row in _figures(snapshot, **choices)} == sites


def test_a_mine_without_figures_is_not_said_to_have_produced_nothing(snapshot):
    answer = PANEL.answer(snapshot, Selection(site="makmal"))
    assert answer.is_empty and answer.known_years is None and answer.empty_reason == "no_production"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_picture_has_a_row_for_each_thing_of_each_mine_on_its_own_scale(snapshot, words, language):
    answer, selection = PANEL.answer(snapshot, Selection()), Selection()
    picture = PANEL.draw(answer, Canvas(words[language], selection))
    (columns,) = picture.figure["data"]
    highest: dict[float, float] = {}
    for base, height in zip(columns["base"], columns["y"], strict=True):
        highest[base] = max(highest.get(base, 0.0), -height)
    # Gold of three mines, ore and concentrate of one, and four values: none of them is put on one row with another.
    assert len(highest) == 9 and set(highest.values()) == {HEIGHT}


def test_who_reads_learns_whose_figure_it_is_and_that_it_is_of_a_part(snapshot, words):
    answer, selection = PANEL.answer(snapshot, Selection(site="solton-sary")), Selection(site="solton-sary")
    (row,) = PANEL.tabulate(answer, words["en"], selection).rows
    texts = [cell.text for cell in row]
    assert "876 kg" in texts and "a state body" in texts and "The Buchuk section alone, not the whole deposit" in texts
    assert "not added up" in PANEL.say(answer, words["en"], selection)
