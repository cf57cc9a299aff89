"""On a slow link an answer comes long after the choice: readers do not wait for it, and nothing they chose is lost."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.visit import FIRST_YEAR, LAST_YEAR, settle, slider, visit, wait_for_query

LATENCY_MILLISECONDS = 1_500
MEASURE, SHOWN_PER = "#choice-measure select", "#choice-per select"


@pytest.fixture
def slow_page(own_page) -> Iterator[Page]:
    """Revenue, opened fast; from then on every answer is late."""
    visit(own_page, "/en/revenue")
    session = own_page.context.new_cdp_session(own_page)
    session.send("Network.enable")
    late = {"latency": LATENCY_MILLISECONDS, "downloadThroughput": -1, "uploadThroughput": -1, "offline": False}
    session.send("Network.emulateNetworkConditions", late)
    yield own_page
    session.detach()


def _type_year(page: Page, field: str, year: str) -> None:
    page.locator(field).focus()
    page.keyboard.press("Control+A")
    page.keyboard.type(year)


def test_a_year_that_is_being_typed_survives_the_answer_to_the_one_before(slow_page):
    _type_year(slow_page, FIRST_YEAR, "2019")
    _type_year(slow_page, LAST_YEAR, "20")
    wait_for_query(slow_page, since="2019")
    slow_page.keyboard.type("23")
    slow_page.keyboard.press("Enter")
    wait_for_query(slow_page, since="2019", until="2023")
    assert slider(slow_page) == [2019, 2023]


def test_a_choice_is_not_lost_when_another_follows_at_once(slow_page):
    slow_page.locator(MEASURE).select_option("dependency")
    slow_page.locator(SHOWN_PER).select_option("total")
    _type_year(slow_page, FIRST_YEAR, "2019")
    slow_page.keyboard.press("Enter")
    wait_for_query(slow_page, measure="dependency", since="2019")
    assert slow_page.locator(MEASURE).input_value() == "dependency"
    wait_for_query(slow_page, per="total")


def test_a_choice_in_the_address_is_not_undone_by_controls_that_have_not_followed_yet(slow_page):
    slow_page.locator("a.choice[href*='district=']").first.click()
    district = slow_page.evaluate("new URLSearchParams(location.search).get('district')")
    slow_page.locator(SHOWN_PER).select_option("total")
    wait_for_query(slow_page, district=district, per="total")
    settle(slow_page)
    assert slow_page.locator("#district").inner_text().strip()


def test_enter_ends_a_typed_year_and_keeps_the_keyboard_there(page):
    visit(page, "/en/revenue")
    _type_year(page, FIRST_YEAR, "2019")
    page.keyboard.press("Enter")
    wait_for_query(page, since="2019")
    expect(page.locator(FIRST_YEAR)).to_be_focused()
