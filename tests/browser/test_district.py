"""A district is chosen anywhere, and holds everywhere."""

import pytest
from playwright.sync_api import expect

from tests.browser import places
from tests.browser.visit import (
    chips,
    click_on_map,
    marked_rows,
    outlines,
    query,
    settle,
    visit,
    wait_for_query,
)
from tests.support.sampling import mostly

NAMES_TO_TYPE = [("Жеты-Огуз", "jeti-oguz"), ("Kara-Buura", "aitmatov"), ("Чаткал", "chatkal")]


def _holds(page, slug: str, language: str) -> None:
    """The district stands in the control, the chips, the table and on the map."""
    name = places.name_of(slug, language)
    expect(page.locator("#district-value")).to_have_text(name)
    assert chips(page) == [name]
    assert marked_rows(page) == [name]
    assert outlines(page) == [places.code_of(slug)]


def _is_let_go(page) -> None:
    expect(page.locator("#district-value")).to_have_class("dash-dropdown-value dash-dropdown-placeholder")
    assert query(page) == {}
    assert chips(page) == marked_rows(page) == outlines(page) == []


def test_overview_shows_the_four_subjects(page, language):
    visit(page, f"/{language}/overview")
    expect(page.locator(".key-figure .value")).to_have_count(4)
    expect(page.locator(".panel-map .figures tbody tr")).to_have_count(places.count())
    shapes = page.locator(".panel-map .choroplethlayer .trace").first.locator("path")
    expect(shapes).to_have_count(places.count())
    lanes = page.evaluate("document.querySelector('.panel-wide .js-plotly-plot').data.map(trace => trace.yaxis)")
    assert lanes == ["y", "y2", "y3", "y4"]


@pytest.mark.parametrize("slug", mostly(["jeti-oguz", "chatkal"], "chatkal"))
def test_click_on_the_map_chooses_and_lets_go(page, language, slug):
    visit(page, f"/{language}/overview")
    click_on_map(page, slug)
    wait_for_query(page, district=slug)
    _holds(page, slug, language)
    click_on_map(page, slug)
    wait_for_query(page, district=None)
    _is_let_go(page)


def test_row_of_the_table_chooses_and_chip_lets_go(page, language):
    visit(page, f"/{language}/overview")
    page.locator(".panel-map .figures").get_by_role("link", name=places.name_of("naryn", language), exact=True).click()
    wait_for_query(page, district="naryn")
    _holds(page, "naryn", language)
    page.locator(".chip .cross").click()
    wait_for_query(page, district=None)
    _is_let_go(page)


def test_marked_row_lets_go(page, language):
    visit(page, f"/{language}/monitoring?district=naryn")
    _holds(page, "naryn", language)
    page.locator("tr[aria-current] a.choice").click()
    wait_for_query(page, district=None)
    _is_let_go(page)


def test_one_link_lets_go_of_everything(page, language):
    visit(page, f"/{language}/revenue?district=naryn&since=2018&until=2020&stage=payment&per=total")
    assert len(chips(page)) == 4
    page.locator("a.clear").click()
    wait_for_query(page, district=None, since=None, until=None, stage=None, per=None)
    _is_let_go(page)


def test_districts_are_found_by_names_of_other_languages(page, language):
    visit(page, f"/{language}/grievances")
    for name, slug in NAMES_TO_TYPE:
        page.locator("#district").click()
        page.locator(".dash-dropdown-search").fill(name)
        page.get_by_role("dialog").get_by_text(places.name_of(slug, language), exact=True).click()
        wait_for_query(page, district=slug)
        _holds(page, slug, language)


def test_part_of_a_name_finds_all_that_hold_it(page, language):
    visit(page, f"/{language}/incidents")
    page.locator("#district").click()
    page.locator(".dash-dropdown-search").fill("Джалал")
    option = page.get_by_role("dialog").get_by_text(places.name_of("manas-city", language)).first
    expect(option).to_be_visible()
    page.keyboard.press("Escape")
    settle(page)
    assert query(page) == {}


def test_keyboard_stays_on_the_row_that_it_chose(page, language):
    visit(page, f"/{language}/overview")
    link = page.locator(".panel-map .figures tbody tr").nth(3).get_by_role("link")
    link.press("Enter")
    page.locator(".panel-map tr[aria-current]").wait_for()
    expect(link).to_be_focused()
