"""The field in the head of every page: with the keyboard alone, with a finger, and on a link that fails."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser import access
from tests.browser.hands import phone_of
from tests.browser.keys import Keys
from tests.browser.visit import address_of, open_anew, settle, visit

FIELD, OPTIONS = ".asked-for", "#found [role=option]"
LAST = "[document.activeElement.matches('.asked-for'), ...Object.values(localStorage)]"
BELOW = "document.querySelector('.controls').getBoundingClientRect().top"


def _choose(page: Page) -> str:
    return page.locator(f"#{page.locator(FIELD).get_attribute('aria-activedescendant')}").get_attribute("href")


def test_a_place_is_found_and_opened_with_the_keyboard(page, language):
    open_anew(page, f"/{language}/revenue?since=2019")  # the first Tab begins at the top
    keys, place, below = Keys(page), f"/{language}/district", page.evaluate(BELOW)
    keys.go(FIELD)
    keys.type("naryn")
    expect(page.locator(OPTIONS)).to_have_count(5)
    expect(page.locator(FIELD)).to_have_attribute("aria-expanded", "true")
    assert page.evaluate(BELOW) == below
    assert access.violations(page, within="header") == []
    assert _choose(page) == f"{place}/naryn?since=2019"
    keys.press("ArrowDown")
    assert _choose(page) == f"{place}/naryn-city?since=2019"
    keys.press("ArrowDown")
    assert "/overview" in _choose(page)
    for _ in range(3):
        keys.press("ArrowUp")
    expect(page.locator(FIELD)).to_have_attribute("aria-activedescendant", "found-5")
    keys.press("Escape")
    expect(page.locator(OPTIONS)).to_have_count(0)
    expect(page.locator(FIELD)).to_have_value("naryn")
    keys.press("Escape")
    expect(page.locator(FIELD)).to_have_value("")
    page.keyboard.type("kumtr")
    page.keyboard.press("Enter")  # before an answer has come
    page.wait_for_function("() => location.pathname.endsWith('/site/kumtor')")
    settle(page)
    assert address_of(page).endswith(f"/{language}/site/kumtor?since=2019")
    page.locator(FIELD).fill("Айгыр-Жал")  # a village, as it is written in Kyrgyz
    page.keyboard.press("Enter")
    page.wait_for_function("() => location.pathname.endsWith('/district/chatkal')")
    settle(page)
    assert keys.unseen == []


def test_where_no_answer_comes_the_field_is_a_form(own_page, journal):
    visit(own_page, "/ru/overview")
    own_page.route("**/search?*part=1*", lambda route: route.fulfill(status=503))
    journal.expected.add(503)
    own_page.locator(FIELD).fill("кумтор")
    with own_page.expect_navigation():
        own_page.keyboard.press("Enter")
    assert own_page.locator(".found a").first.get_attribute("href") == "/ru/site/kumtor"


@pytest.mark.parametrize("language", ["ky"])
def test_a_phone_offers_the_last_district_and_keeps_nothing_else(browser, server, language):
    with phone_of(browser, server) as phone:
        phone.visit(f"/{language}/district/jeti-oguz")
        phone.visit(f"/{language}/revenue")
        page = phone.page
        page.locator("#bar [data-sheet=search]").tap()
        expect(page.locator(OPTIONS)).to_have_count(1)
        assert page.evaluate(LAST) == [True, "jeti-oguz"]
        page.locator(OPTIONS).tap()
        page.wait_for_function("() => location.pathname.endsWith('/district/jeti-oguz')")
        assert page.context.cookies() == []
