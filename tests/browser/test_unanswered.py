"""Answers that get lost on a weak link are asked for again; the page says where it shows what was chosen before."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from dashboard.text import load
from tests.browser.visit import PARTS, settle, visit, wait_for_query

PER = "#choice-per select"
# Before it asks again a page pauses for a second and for three: here for a tenth of that.
HURRIED = """() => {
  const wait = setTimeout;
  window.setTimeout = (then, pause, ...more) => wait(then, [1000, 3000].includes(pause) ? pause / 10 : pause, ...more);
}"""


def lose(times: int) -> Callable[[Route], None]:
    """A network that loses the first answers."""
    count = [times]

    def handle(route: Route) -> None:
        if count[0]:
            count[0] -= 1
            route.abort()
        else:
            route.continue_()

    return handle


@pytest.fixture
def weak_page(own_page, journal, language):
    """A page of revenue; what the browser says of lost answers is expected."""
    visit(own_page, f"/{language}/revenue")
    own_page.evaluate(HURRIED)
    yield own_page
    own_page.unroute_all(behavior="wait")
    assert all("failed" in fault.lower() or "fetch" in fault.lower() for fault in journal.faults), journal.faults
    journal.faults.clear()


def _sentence(page: Page) -> str:
    return page.locator(".panel-map .sentence").inner_text()


def test_an_answer_that_gets_lost_is_asked_for_again(weak_page):
    before = _sentence(weak_page)
    weak_page.route(PARTS, lose(1))
    weak_page.locator(PER).select_option("total")
    wait_for_query(weak_page, per="total")
    assert _sentence(weak_page) != before
    expect(weak_page.locator("#unanswered")).to_be_empty()


def test_where_no_answer_comes_the_page_says_so_until_it_is_loaded_again(weak_page, language):
    before = _sentence(weak_page)
    weak_page.route(PARTS, lose(1_000))
    weak_page.locator(PER).select_option("total")
    notice = weak_page.locator("#unanswered")
    expect(notice).to_contain_text(load()[language]("page.unanswered"))
    assert _sentence(weak_page) == before
    weak_page.unroute_all(behavior="wait")
    notice.get_by_role("button").click()
    settle(weak_page)
    assert _sentence(weak_page) != before
    expect(weak_page.locator("#unanswered")).to_be_empty()


def test_the_next_answer_takes_the_line_away(weak_page):
    weak_page.route(PARTS, lose(3))
    weak_page.locator(PER).select_option("total")
    expect(weak_page.locator("#unanswered")).not_to_be_empty()
    weak_page.locator("#choice-currency select").select_option("usd")
    wait_for_query(weak_page, per="total", currency="usd")
    expect(weak_page.locator("#unanswered")).to_be_empty()


def test_a_picture_that_does_not_come_holds_no_panel_up(weak_page):
    held: list[Route] = []
    weak_page.route(re.compile(r"/figures/[^/]+/[^/]+/revenue_map"), lambda route: held.append(route))
    weak_page.locator(PER).select_option("total")
    try:
        expect(weak_page.locator("#panel-revenue_by_purpose")).to_have_attribute("data-figure", re.compile("per=total"))
    finally:
        for route in held:
            route.abort("aborted")  # as of a page that is left, for which nobody waits


def test_an_answer_that_takes_long_is_told_of(weak_page):
    weak_page.clock.install()
    weak_page.route(PARTS, lambda _route: None)
    weak_page.locator(PER).select_option("total")
    weak_page.clock.run_for(19_000)
    expect(weak_page.locator("#unanswered")).to_be_empty()
    weak_page.clock.run_for(2_000)
    expect(weak_page.locator("#unanswered")).not_to_be_empty()
    weak_page.unroute_all(behavior="ignoreErrors")
