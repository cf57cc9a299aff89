"""A page on a phone: answers in the first screen, a bar for the thumb, rows as cards, and pictures before scripts."""

import pytest
from playwright.sync_api import expect

from tests.browser import access
from tests.browser.hands import SCREEN, phone_of
from tests.browser.visit import paper_page

MOST_HEAD = 90  # px above the title
FINGER = 44
BAR, OPENED = "#bar button", "document.documentElement.dataset.sheet || ''"
SHEETS = {"place": "#react-entry-point", "topics": "#navigation", "search": "#search", "share": "#ways"}
# The system's sheet, which a reader leaves without choosing.
LEFT = "() => { navigator.share = told => { window.told = told; return Promise.reject(new Error('left')); }; }"


def _box(page, selector):
    return page.locator(selector).bounding_box()


@pytest.mark.every_language
def test_answers_stand_in_the_first_screen_above_the_bar(browser, server, language):
    with phone_of(browser, server) as phone:
        phone.visit(f"/{language}/overview")
        page, bar = phone.page, _box(phone.page, "#bar")
        assert _box(page, "h1")["y"] <= MOST_HEAD
        assert bar["y"] + bar["height"] == SCREEN["height"]
        cards = [card.bounding_box() for card in page.locator(".key-figure").all()]
        assert len(cards) == 4 and cards[-1]["y"] + cards[-1]["height"] <= bar["y"]
        buttons = [button.bounding_box() for button in page.locator(BAR).all()]
        assert min(min(box["width"], box["height"]) for box in buttons) >= FINGER
        assert page.evaluate("document.scrollingElement.scrollWidth") == SCREEN["width"]
        page.evaluate("scrollTo(0, document.scrollingElement.scrollHeight)")
        foot = _box(page, "#about > :last-child")
        assert foot["y"] + foot["height"] <= bar["y"]
        with paper_page(page):
            expect(page.locator("#bar")).to_be_hidden()


def test_the_bar_opens_what_is_put_away_and_nothing_lies_on_it(browser, server, language):
    with phone_of(browser, server) as phone:
        phone.visit(f"/{language}/overview")
        page = phone.page
        for name, place in SHEETS.items():
            expect(page.locator(place)).to_be_hidden()
            page.locator(f"{BAR}[data-sheet={name}]").tap()
            expect(page.locator(place)).to_be_visible()
            assert access.violations(page, within="header, .controls, #bar", has_contrast=False) == [], name
            assert page.evaluate("one => one.contains(document.activeElement)", page.query_selector(place)), name
            top = page.locator(place).evaluate(
                "one => { const box = one.getBoundingClientRect();"
                " return one.contains(document.elementFromPoint(box.x + box.width / 2, box.y + 8)); }"
            )
            assert top, name
            page.keyboard.press("Escape")
            expect(page.locator(place)).to_be_hidden()
            expect(page.locator(f"{BAR}[data-sheet={name}]")).to_be_focused()
        page.locator(f"{BAR}[data-sheet=topics]").tap()
        phone.tap(SCREEN["width"] / 2, 60)
        expect(page.locator("#navigation")).to_be_hidden()
        page.locator(f"{BAR}[data-sheet=topics]").tap()
        page.locator("#navigation a").nth(1).tap()
        page.wait_for_function("() => location.pathname.endsWith('/revenue')")
        expect(page.locator("#navigation")).to_be_hidden()


def test_the_system_shares_and_who_leaves_its_sheet_finds_the_other_ways(browser, server, language):
    with phone_of(browser, server) as phone:
        phone.visit(f"/{language}/revenue?district=naryn")
        page = phone.page
        page.evaluate(LEFT)
        page.locator(f"{BAR}[data-sheet=share]").tap()
        expect(page.locator("#ways .copy-link")).to_be_visible()
        assert page.evaluate("[told.url === location.href, told.title === document.title]") == [True, True]


def test_rows_of_wide_tables_are_cards_with_the_headers_beside_the_values(browser, server, language):
    with phone_of(browser, server) as phone:
        phone.visit(f"/{language}/incidents")
        table = phone.page.locator("table.wide").first
        headers = table.locator("th").all_text_contents()
        words = table.locator("tbody tr").first.evaluate(
            "row => [...row.cells].map(cell => getComputedStyle(cell, '::before').content.slice(1, -1))"
        )
        assert words == headers
        assert table.evaluate("one => one.scrollWidth <= one.parentElement.clientWidth")


def test_before_scripts_pictures_of_the_server_stand_there(browser, server, language):
    context = browser.new_context(base_url=server, viewport=SCREEN, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.route("**/*.js*", lambda route: route.abort())
    page.goto(f"/{language}/overview")
    picture = page.locator(".panel-map .graph img")
    picture.scroll_into_view_if_needed()
    page.wait_for_function("one => one.complete && one.naturalWidth > 0", arg=picture.element_handle())
    context.close()
