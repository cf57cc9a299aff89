"""A page stands before it is alive, and stays when some of what makes it alive does not come."""

import re

from playwright.sync_api import Route, expect

from tests.browser.visit import settle

FIGURES = re.compile(r"/figures/")
# What moved of what stood in view, as browsers count it; a tenth is what is taken for still.
MOVES = """window.moved = 0;
new PerformanceObserver(list => list.getEntries().forEach(entry => { moved += entry.value; }))
  .observe({ type: "layout-shift", buffered: true });"""
STILL = 0.1


def without_map(route: Route) -> None:
    """The picture of one panel does not come through."""
    if "overview_map" in route.request.url:
        route.abort()
    else:
        route.continue_()


def test_what_stands_stays_where_it_is_while_a_page_comes_alive(own_page):
    own_page.add_init_script(MOVES)
    own_page.goto("/ru/district/jeti-oguz")
    settle(own_page)
    assert own_page.evaluate("() => moved") < STILL


def test_one_picture_that_does_not_come_does_not_keep_the_others_away(own_page, journal):
    own_page.route(FIGURES, without_map)
    own_page.goto("/en/overview")
    expect(own_page.locator(".panel-wide .js-plotly-plot").first).to_be_visible()
    expect(own_page.locator(".panel-map .js-plotly-plot")).to_have_count(0)
    expect(own_page.locator(".panel-map .sentence")).not_to_be_empty()
    own_page.unroute_all(behavior="ignoreErrors")
    own_page.close()
    journal.faults.clear()


def test_a_page_whose_pictures_never_come_can_be_used_all_the_same(own_page, journal):
    own_page.route(FIGURES, lambda route: route.abort())
    own_page.goto("/en/revenue")
    expect(own_page.locator("#district")).to_be_attached()
    before = own_page.locator(".panel-map .sentence").inner_text()
    own_page.locator("#choice-per select").select_option("total")
    expect(own_page.locator(".panel-map .sentence")).not_to_have_text(before)
    own_page.unroute_all(behavior="ignoreErrors")
    own_page.close()
    journal.faults.clear()


def test_what_is_near_is_drawn_first_and_the_rest_when_the_reader_comes_near(own_page):
    own_page.add_init_script("window.IntersectionObserver = window.Watch")
    own_page.goto("/en/revenue")
    expect(own_page.locator(".panel-map .js-plotly-plot")).to_be_visible()
    last = own_page.locator(".panel").last
    expect(last.locator(".js-plotly-plot")).to_have_count(0)
    last.scroll_into_view_if_needed()
    expect(last.locator(".js-plotly-plot")).to_be_visible()


def test_sharing_waits_for_no_touch(browser, server):
    context = browser.new_context(base_url=server, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto("/ru/revenue?district=naryn")
    page.wait_for_load_state("networkidle")
    page.locator(".share summary").click()
    page.locator(".show-qr").click()
    expect(page.get_by_role("dialog").get_by_role("img")).to_be_visible()
    context.close()


def test_a_choice_that_is_made_before_scripts_of_controls_come_is_kept(own_page):
    """The lists beside the title wait for nothing of Dash."""
    routes: list[Route] = []
    is_held = [True]
    own_page.route(
        re.compile("_dash-component-suites|_dash-layout"),
        lambda route: routes.append(route) if is_held[0] else route.continue_(),
    )
    own_page.goto("/en/revenue", wait_until="commit")
    expect(own_page.locator(".panel-map .js-plotly-plot")).to_be_visible()
    own_page.locator("#choice-per select").select_option("total")
    own_page.wait_for_function("() => document.documentElement.dataset.shown.includes('per=total')")
    is_held[0] = False
    for route in routes:
        route.continue_()
    own_page.unroute_all(behavior="wait")
    settle(own_page)
    assert "per=total" in own_page.url
