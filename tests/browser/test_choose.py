"""What a choice makes of an address: of marks of pictures, of stretches of time, and of controls."""

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.visit import FIRST_YEAR, query, settle, slider, visit, wait_for_query

LEADS = {"overview": "station:monitoring site:site", "site": "station:monitoring", "incidents": "station:monitoring"}
# Where a choice leads from an address, without going there.
AFTER = """([href, leads, mark, ends]) => {
  const data = document.getElementById("main").dataset, {go} = show, before = [data.leads, location.href];
  let found = href;
  try {
    history.replaceState(history.state, "", href);
    data.leads = leads;
    show.go = there => { found = there; };
    if (mark) choose.mark(mark); else choose.stretch(ends);
  } finally {
    show.go = go;
    data.leads = before[0];
    history.replaceState(history.state, "", before[1]);
  }
  return found;
}"""
MARKS = [
    # address, mark, address after it
    ("/en/overview", "district:naryn", "/en/overview?district=naryn"),
    ("/en/overview?district=naryn&since=2019", "district:naryn", "/en/overview?since=2019"),
    ("/en/overview?district=naryn", "district:ton", "/en/overview?district=ton"),
    ("/en/compare?district=naryn,ton", "district:aksy", "/en/compare?district=aksy,ton"),
    ("/en/compare?district=naryn,ton", "district:ton", "/en/compare?district=ton"),
    ("/en/compare?district=naryn,ton", "district:naryn", "/en/compare"),
    ("/en/compare", "beside:ton", "/en/compare?district=ton"),
    ("/en/compare?district=naryn", "beside:ton", "/en/compare?district=naryn,ton"),
    ("/en/compare?district=naryn,ton", "beside:naryn", "/en/compare?district=ton"),
    ("/en/compare?district=a,b,c,d", "beside:e", "/en/compare?district=a,b,c,d"),
    ("/ky/district/ton?since=2019", "district:naryn", "/ky/district/naryn?since=2019"),
    ("/ky/district/ton?since=2019", "district:ton", "/ky/overview?since=2019"),
    ("/ky/site/kumtor?since=2019", "district:ton", "/ky/district/ton?since=2019"),
    ("/ky/site/kumtor", "site:makmal", "/ky/site/makmal"),
    ("/ky/site/kumtor", "site:kumtor", "/ky/overview"),
    ("/ky/site/kumtor?since=2020", "station:s-1", "/ky/monitoring?since=2020&station=s-1"),
    ("/ky/overview", "station:s-1", "/ky/monitoring?station=s-1"),
    ("/ky/overview?district=ton", "site:kumtor", "/ky/site/kumtor?district=ton"),
    ("/ky/incidents", "site:kumtor", "/ky/incidents?site=kumtor"),
    ("/ky/incidents?site=kumtor", "site:kumtor", "/ky/incidents"),
    ("/ky/incidents?issue=water&until=2020", "issue:jobs", "/ky/incidents?until=2020&issue=jobs"),
    ("/en/overview", "period:2019", "/en/overview?since=2019&until=2019"),
    ("/en/overview?since=2019&until=2019", "period:2019", "/en/overview"),
    ("/en/overview?since=2018&until=2019", "period:2019", "/en/overview?since=2019&until=2019"),
    ("/en/overview?until=2020-05", "period:2020-05", "/en/overview?since=2020-05&until=2020-05"),
]
STRETCHES = [
    # address, ends of a stretch, address after it; all years are those from 2000 to 2025
    ("/en/overview", ["2016-02-01", "2021-11-01"], "/en/overview?since=2016&until=2021"),
    ("/en/overview", ["2021-11-01 12:00", "2016-02-01"], "/en/overview?since=2016&until=2021"),
    ("/en/overview", ["1990-01-01", "2004-01-01"], "/en/overview?since=2000&until=2004"),
    ("/en/overview?since=2019", ["1990-01-01", "2040-01-01"], "/en/overview"),
    ("/en/overview", ["2022-03-10", "2022-10-20"], "/en/overview?since=2022-03&until=2022-10"),
    ("/en/overview", ["2020-12-10", "2021-01-20"], "/en/overview?since=2020-12&until=2021-01"),
    ("/en/overview?since=2019", ["here", "2021-01-20"], "/en/overview?since=2019"),
]
YEARS = "years => { document.getElementById('main').dataset.years = years; }"


@pytest.fixture
def revenue(page, language) -> Page:
    """A page in no language of its own: what is made of an address is the same in all."""
    visit(page, f"/{language}/revenue")
    return page


def test_a_mark_chooses_and_lets_go(revenue):
    found = [(href, mark, _after(revenue, href, mark)) for href, mark, _ in MARKS]
    assert found == MARKS


def test_a_stretch_of_time_is_whole_years_where_it_is_long_else_months(own_page):
    visit(own_page, "/en/revenue")
    own_page.evaluate(YEARS, "2000 2025")
    found = [(href, ends, _after(own_page, href, None, ends)) for href, ends, _ in STRETCHES]
    assert found == STRETCHES


def _after(page: Page, href: str, mark: str | None, ends: list[str] | None = None) -> str:
    return page.evaluate(AFTER, [href, LEADS.get(href.split("?")[0].split("/")[2], ""), mark, ends])


def test_controls_follow_the_address_wherever_it_comes_from(revenue, language):
    whole = slider(revenue)
    revenue.evaluate("href => show.go(href)", f"/{language}/revenue?district=ton&since=2019&until=2021")
    wait_for_query(revenue, district="ton")
    expect(revenue.locator("#district")).not_to_have_text("")
    assert slider(revenue) == [2019, 2021]
    revenue.go_back()
    wait_for_query(revenue, district=None)
    assert slider(revenue) == whole


def test_a_choice_while_the_controls_of_a_page_are_made_is_not_undone_by_them(own_page):
    visit(own_page, "/en/revenue?district=naryn")
    held: list[Route] = []
    own_page.route("**/_dash-update-component*", lambda route: held.append(route))
    try:
        with own_page.expect_request("**/_dash-update-component*"):
            own_page.evaluate("show.go('/en/incidents?district=ton')")
        own_page.locator("#panel-incidents_map").wait_for()
        own_page.evaluate("show.go('/en/incidents?district=naryn&since=2019')")
    finally:
        for route in held:
            route.continue_()
    wait_for_query(own_page, district="naryn")
    expect(own_page.locator("#district")).to_contain_text("Naryn")
    assert slider(own_page)[0] == 2019
    assert query(own_page) == {"district": "naryn", "since": "2019"}


def test_what_means_nothing_on_a_page_does_not_stay_in_its_address(revenue, language):
    revenue.evaluate("href => show.go(href)", f"/{language}/site/kumtor?district=ton&stage=payment")
    revenue.wait_for_function("() => location.search === ''")
    settle(revenue)
    assert query(revenue) == {}


def test_without_an_answer_the_address_says_what_was_chosen(own_page, journal):
    visit(own_page, "/en/revenue")
    own_page.route("**/parts/**", lambda route: None)
    own_page.locator(FIRST_YEAR).fill("2019")
    own_page.keyboard.press("Enter")
    own_page.wait_for_function("() => location.search.includes('since=2019')")
    own_page.evaluate("choose.mark('district:naryn')")
    assert query(own_page)["district"] == "naryn" and query(own_page)["since"] == "2019"
    own_page.unroute_all(behavior="ignoreErrors")
