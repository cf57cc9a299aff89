"""What wide screens promise: the first screen whole, short pages, tables that sort and are found in."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESKTOP
from tests.browser.visit import resize, settle, visit

# All that stands in view before anybody scrolls.
FIRST = (
    *("form.search", "#district", ".control-period", ".share summary", ".key-figure >> nth=3", ".panel-map h2"),
    *(".panel-map .picture", ".panel-map .legend", ".panel-map tbody tr >> nth=9", ".panel-map .whole summary"),
)
SIZES = [DESKTOP, {"width": 1920, "height": 1080}, {"width": 1280, "height": 720}]
ROWS = "#panel-revenue_map tbody tr:visible"
NAMES = "rows => rows.map(row => row.cells[1].textContent.trim())"


@pytest.mark.every_language
def test_the_first_screen_holds_map_ranking_and_key_figures(page, language):
    visit(page, f"/{language}/overview")
    for size in SIZES:
        resize(page, **size)
        below = {part: bottom(page, part) - size["height"] for part in FIRST}
        assert {part: px for part, px in below.items() if px > 0} == {}, size


def bottom(page: Page, part: str) -> float:
    """Where a part of a page ends, px from the top of the window."""
    box = page.locator(part).first.bounding_box()
    assert box, part
    return box["y"] + box["height"]


def test_a_ranking_has_its_first_ten_and_the_chosen_place_and_opens_to_all(page, language):
    visit(page, f"/{language}/revenue")
    expect(page.locator(ROWS)).to_have_count(10)
    visit(page, f"/{language}/revenue?district=leilek")
    expect(page.locator(ROWS)).to_have_count(11)
    expect(page.locator(ROWS).last).to_have_attribute("aria-current", "true")
    page.locator(".panel-map .whole summary").press("Enter")
    expect(page.locator(ROWS)).to_have_count(54)


def test_a_header_sorts_by_its_column_and_a_choice_leaves_it_sorted(page):
    visit(page, "/en/revenue")
    page.locator(".panel-map .whole summary").click()
    header = page.get_by_role("columnheader", name="District")
    header.get_by_role("button").press("Enter")
    expect(header).to_have_attribute("aria-sort", "ascending")
    names = page.locator(ROWS).evaluate_all(NAMES)
    assert names == sorted(names) and len(names) == 54
    page.locator(ROWS).nth(2).get_by_role("link").click()
    expect(page.locator(".panel-map tr[aria-current]")).to_have_count(1)
    settle(page)
    assert page.locator(ROWS).evaluate_all(NAMES) == names
    chosen_row = page.locator(".panel-map tr[aria-current]")
    assert names[2] in chosen_row.inner_text()
    header.get_by_role("button").press("Enter")
    expect(header).to_have_attribute("aria-sort", "descending")
    assert page.locator(ROWS).evaluate_all(NAMES) == names[::-1]


def test_numbers_are_sorted_as_numbers_and_words_stand_last(page):
    visit(page, "/en/revenue")
    page.locator(".panel-map .whole summary").click()
    page.get_by_role("columnheader", name="KGS").get_by_role("button").click()
    cells = page.locator(f"{ROWS} td:nth-child(3)").evaluate_all(
        "cells => cells.map(cell => [cell.matches('.number'), cell.textContent.replace(/,/g, '').trim()])"
    )
    numbers = [float(text) for is_number, text in cells if is_number]
    assert numbers == sorted(numbers) and len(numbers) > 20
    assert [is_number for is_number, _ in cells] == sorted((is_number for is_number, _ in cells), reverse=True)


def test_a_long_table_shows_what_is_typed(page, language):
    visit(page, f"/{language}/overview")
    page.locator("#panel-sites_register .whole summary").click()
    page.locator("#panel-sites_register .filter").fill({"en": "jerooy", "ky": "жерүй", "ru": "джеруй"}[language])
    expect(page.locator("#panel-sites_register tbody tr:visible")).to_have_count(1)


def test_a_panel_without_anything_to_show_is_one_line(page, language):
    visit(page, f"/{language}/data")
    box = page.locator("#panel-data_source").bounding_box()
    assert box and box["height"] < 60
    expect(page.locator("#panel-data_source .sentence")).not_to_be_empty()


def test_picture_and_table_have_one_place(page, language):
    visit(page, f"/{language}/revenue")
    panel = page.locator("#panel-revenue_by_stream")
    panel.locator(".to-table").click()
    settle(page)
    expect(panel.locator("table")).to_be_visible()
    expect(panel.locator(".picture")).to_be_hidden()
    panel.locator(".to-picture").click()
    settle(page)
    expect(panel.locator(".js-plotly-plot")).to_be_visible()
    expect(panel.locator("table")).to_have_count(0)
