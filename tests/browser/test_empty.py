"""An empty panel takes no room for a picture, says why, and leads to the nearest choice with figures."""

from playwright.sync_api import expect

from tests.browser.conftest import HERE
from tests.browser.visit import settle, visit, wait_for_query

OUTSIDE = "since=2002&until=2003"  # before the first grievance, within the years of incidents


def test_way_out_of_an_empty_page_brings_whole_pictures(page, language):
    visit(page, f"/{language}/grievances?{OUTSIDE}")
    empty = page.locator(".panel", has=page.locator(".way-out")).first
    expect(empty.locator(".sentence")).to_be_visible()
    expect(empty.locator(".picture")).to_be_hidden()
    empty.locator(".way-out").click()
    wait_for_query(page, since=None, until=None)
    settle(page)
    page.evaluate((HERE / "layout.js").read_text())
    page.wait_for_function("() => layout.unfilled().length === 0")
    expect(page.locator(".picture").first).to_be_visible()
    assert page.locator(".way-out").count() == 0
