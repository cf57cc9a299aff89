"""Hands on pictures: a swipe scrolls, a tap chooses what is under it, a mouse that drags a map chooses nothing."""

import math
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.hands import Phone, phone_of
from tests.browser.visit import (
    POLLING_MILLISECONDS,
    address_of,
    click_on_map,
    query,
    settle,
    slider,
    visit,
    wait_for_query,
)
from tests.support.sampling import mostly

PAGES = ("overview", "revenue", "monitoring", "incidents", "grievances", "compare?district=jeti-oguz", "site/kumtor")
FAR = 100  # pixels: a swipe is longer, and scrolls at least so far
DISTRICTS = 54
# How far from a city a tap or a pointer was still taken for it, px.
NEAR = 27
AT = """([number, across, down]) => {
  const graph = eyes.graphs()[number];
  graph.scrollIntoView({block: "center"});
  const box = graph.getBoundingClientRect();
  return [box.x + across * box.width, box.y + down * box.height];
}"""
TOP = "() => eyes.map().getBoundingClientRect().top"
ONLY_CITY = "is => eyes.hovered().length > 0 && eyes.hovered().includes('district:osh-city') === is"
CHOSEN = "isChosen => location.search.includes('district=') === isChosen"
HELD = "([was, least]) => Math.abs(eyes.map().getBoundingClientRect().top - was) <= least"
# Where a hand can begin on a picture and does not: beside bars, on them, near the axis.
PLACES = ((0.5, 0.5), (0.35, 0.85))


@pytest.fixture(scope="session")
def phone(browser, server) -> Iterator[Phone]:
    """One phone for all tests."""
    with phone_of(browser, server) as phone:
        yield phone


@pytest.mark.parametrize("path", mostly(PAGES, "incidents"))
def test_a_swipe_over_a_picture_scrolls_and_chooses_nothing(phone, language, path):
    phone.visit(f"/{language}/{path}")
    before = address_of(phone.page)
    for number in range(phone.page.evaluate("eyes.graphs().length")):
        for across, down in PLACES:
            x, y = phone.page.evaluate(AT, [number, across, down])
            assert phone.scroll(x, y, -1.5 * FAR) > FAR
            phone.swipe(*phone.page.evaluate(AT, [number, across, down]), right=-FAR, down=0)
            settle(phone.page)
            assert address_of(phone.page) == before, (number, across, down)


def test_a_swipe_over_the_slider_scrolls_and_its_handles_are_dragged(phone, language):
    phone.visit(f"/{language}/overview")
    phone.page.locator("#bar [data-sheet=place]").tap()
    page, (first, last) = phone.page, slider(phone.page)
    track, handle = page.locator(".dash-slider-track").bounding_box(), page.get_by_role("slider").first
    thumb = handle.bounding_box()
    begins = [(track["x"] + share * track["width"], track["y"] + 2) for share in (0.3, 0.7)]
    for x, y in (*begins, (thumb["x"] + 16, thumb["y"] + 8)):
        assert phone.scroll(x, y, -1.5 * FAR) > FAR
        settle(page)
        assert (query(page), slider(page)) == ({}, [first, last])
        page.evaluate("scrollTo(0, 0)")
    phone.drag(handle, right=60)
    page.wait_for_function("() => location.search.includes('since=')")
    settle(page)
    assert int(query(page)["since"]) > first and query(page)["until"] == str(last)


@pytest.mark.parametrize("most", [3, pytest.param(DISTRICTS, marks=pytest.mark.exhaustive)])
def test_a_tap_chooses_the_district_under_it_and_lets_it_go(phone, language, most):
    """Those first that are met nearest to a city."""
    phone.visit(f"/{language}/overview")
    points = sorted(phone.points(), key=lambda point: point[1])
    assert len(points) > 25
    assert points[0][1] < NEAR
    for slug, _, x, y in points[:most]:
        top = phone.page.evaluate(TOP)
        for expected in (slug, None):
            phone.tap(x, y)
            phone.page.wait_for_function(CHOSEN, arg=expected is not None)
            settle(phone.page)
            assert query(phone.page).get("district") == expected
            phone.page.wait_for_function(HELD, arg=[top, 1])


def test_a_tap_on_a_city_chooses_it(phone, language):
    phone.visit(f"/{language}/overview")
    x, y = phone.page.evaluate("eyes.cityOnMap('osh-city')")
    phone.tap(x, y)
    wait_for_query(phone.page, district="osh-city")


def test_a_tap_on_a_year_chooses_it(phone, language):
    phone.visit(f"/{language}/incidents")
    phone.tap(*phone.page.evaluate("eyes.pointInTime('incidents_by_year', '2013-07-01', 0.85)"))
    wait_for_query(phone.page, since="2013", until="2013")


def drag(page: Page, x: float, y: float, right: float) -> None:
    """Drag with the mouse, and settle."""
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + right / 2, y + 3, steps=4)
    page.mouse.move(x + right, y, steps=4)
    page.mouse.up()
    settle(page)


def test_a_map_that_is_dragged_with_the_mouse_chooses_nothing(page, language):
    visit(page, f"/{language}/incidents")
    before = address_of(page)
    x, y = page.evaluate("eyes.pointOnMap('jeti-oguz')")
    drag(page, x, y, 40)
    x, y = page.evaluate("eyes.barOf('incidents_by_issue')")
    drag(page, x, y, 60)
    assert address_of(page) == before
    click_on_map(page, "jeti-oguz")
    wait_for_query(page, district="jeti-oguz")
    x, y = page.evaluate("eyes.barOf('incidents_by_issue')")
    page.mouse.move(x, y)
    page.wait_for_function("() => eyes.hovered().some(mark => String(mark).startsWith('issue:'))")
    page.mouse.click(x, y)
    page.wait_for_function("() => location.search.includes('issue=')")
    settle(page)


def test_a_pointer_beside_a_city_means_the_district(page, language):
    visit(page, f"/{language}/overview")
    x, y = page.evaluate("eyes.cityOnMap('osh-city')")
    assert math.isfinite(x)
    for right, is_city in ((0, True), (20, False)):
        page.mouse.move(x + right - 3, y)
        page.mouse.move(x + right, y)
        # The mark of the move before may still be the hovered one.
        page.wait_for_function(ONLY_CITY, arg=is_city, polling=POLLING_MILLISECONDS)


@pytest.mark.parametrize("path", mostly(("revenue", "overview", "grievances"), "overview", "grievances"))
def test_a_choice_does_not_move_the_map_under_the_pointer(page, language, path):
    visit(page, f"/{language}/{path}")
    for expected in ("jeti-oguz", None):
        x, y = page.evaluate("eyes.pointOnMap('jeti-oguz')")
        top = page.evaluate(TOP)
        page.mouse.move(x - 3, y)
        page.mouse.move(x, y)
        page.wait_for_function("() => eyes.isHovered('district:jeti-oguz')")
        page.mouse.click(x, y)
        wait_for_query(page, district=expected)
        page.wait_for_function(HELD, arg=[top, 1])
    expect(page.locator(".chip")).to_have_count(0)
