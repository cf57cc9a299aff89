"""All six states of a number on one page: in the map, its legend, the table beside it, on paper, and in the file."""

import csv
import io
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from dashboard.text import load
from data_access.vocabulary.states import MISSING, NOT_COLLECTED, STATES, VALUE, ZERO
from tests.browser.serving import FOR_ONE_READER, server_settings
from tests.browser.visit import paper_page, visit
from tests.support import six_states

INSTEAD = [state for state in STATES if state not in (VALUE, ZERO)]
FILE = "/data/monitoring_map.csv?" + six_states.ADDRESS.partition("?")[2]


@pytest.fixture(scope="session")
def server(example_public_url, tmp_path_factory) -> Iterator[str]:
    """A server of its own: the example as it is has no such map."""
    folder = tmp_path_factory.mktemp("six")
    with server_settings(
        six_states.make_store(example_public_url, folder), folder / "log", **FOR_ONE_READER
    ) as address:
        yield address


def states_in_table(page: Page) -> dict[str, str]:
    """State of the number of each district, by its name."""
    rows = page.locator(".panel-map .figures tbody tr")
    cells = rows.evaluate_all("rows => rows.map(row => [row.cells[1].innerText, row.cells[2].className])")
    return {name: kind.rpartition("state-")[2] for name, kind in cells}


def test_all_six_stand_in_map_legend_table_and_file(page, language):
    words = load()[language]
    visit(page, f"/{language}/{six_states.ADDRESS}")
    panel = page.locator(".panel-map")
    texts = {state: words(f"state.{state}") for state in STATES}
    for state in (ZERO, *INSTEAD):
        entry = panel.locator(f".legend li:has(.swatch-{state})")
        expect(entry).to_have_text(texts[state])
    expect(panel.locator(".legend .swatch[style]").first).to_be_visible()
    file = page.request.get(f"{FILE}&lang={language}").text().removeprefix("\ufeff")
    rows = {row["name"]: row for row in csv.DictReader(io.StringIO(file, newline=""))}
    assert {row["state"] for row in rows.values()} == set(STATES)
    assert states_in_table(page) == {name: row["state"] for name, row in rows.items()}
    for row in rows.values():
        assert (row["value"] == "") == (row["state"] in INSTEAD)
        assert row["state_label"] == texts[row["state"]]
    cells = panel.locator(".figures tbody td:nth-child(3)").all_inner_texts()
    # Of the oblast its number is told, too.
    assert [state for state in INSTEAD if not any(text.startswith(texts[state]) for text in cells)] == []
    patterns, hover = page.evaluate(
        """() => {
            const data = document.querySelector(".panel-map .js-plotly-plot").data;
            return [data[1].locations.map(one => one.split(":")[0]), data[0].text];
        }"""
    )
    assert set(patterns) == {"missing", "withheld", "higher_level"}
    assert all(any(texts[state] in text for text in hover) for state in INSTEAD)


def test_paper_keeps_the_marks(page):
    visit(page, f"/en/{six_states.ADDRESS}")
    with paper_page(page) as paper:
        for state in (ZERO, *INSTEAD):
            expect(paper.locator(f".panel-map .legend .swatch-{state}")).to_be_visible()
        # Of districts without a number the sheet says above the list how many there are.
        for state in set(INSTEAD) - {MISSING, NOT_COLLECTED}:
            expect(paper.locator(f".panel-map td.state-{state}").first).to_be_visible()
