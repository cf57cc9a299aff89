"""A page that stands before it is alive gives way to the live one, also where some of that does not come."""

import json
import re

from playwright.sync_api import Page, Route, expect

from tests.browser.visit import UPDATE


def failing(route: Route) -> None:
    """An answer in which one panel could not be drawn, as the server gives it: without a question."""
    answer = route.fetch()
    changed = re.sub(r'"data-question": ?"[^"]*"', '"data-question":""', answer.text(), count=1)
    route.fulfill(response=answer, body=changed)


def refused(route: Route) -> None:
    """Callbacks that draw do not come through."""
    body = route.request.post_data_json or {}
    if "figure" in json.dumps(body.get("output", "")):
        route.abort()
    else:
        route.continue_()


def gives_way(page: Page) -> None:
    """The page that stood is gone, and the live one is there to be used."""
    expect(page.locator("#first")).to_have_count(0)
    expect(page.locator("#react-entry-point main")).to_be_visible()


def test_one_panel_that_fails_does_not_keep_the_others_away(own_page):
    own_page.route(UPDATE, failing)
    own_page.goto("/en/overview")
    gives_way(own_page)
    expect(own_page.locator(".panel-map .js-plotly-plot")).to_be_visible()
    own_page.unroute_all(behavior="wait")


def test_a_page_whose_pictures_never_come_can_be_used_all_the_same(own_page, journal):
    own_page.route(UPDATE, refused)
    own_page.clock.install()
    own_page.goto("/en/overview")
    expect(own_page.locator("#react-entry-point main")).to_have_count(1)
    own_page.clock.run_for(31_000)
    gives_way(own_page)
    own_page.unroute_all(behavior="ignoreErrors")
    own_page.close()
    journal.faults.clear()


def test_sharing_waits_for_no_touch(browser, server):
    context = browser.new_context(base_url=server, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto("/ru/revenue?district=naryn")
    page.wait_for_load_state("networkidle")
    page.locator("#first .show-qr").click()
    expect(page.get_by_role("dialog").get_by_role("img")).to_be_visible()
    context.close()
