"""Nothing that was not asked for is drawn or fetched again."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from dashboard.panels import of_topic
from tests.browser.visit import address_of, click_on_map, click_on_year, open_anew, settle, visit, wait_for_query
from tests.support.sampling import mostly

UPDATES_PER_CHOICE = 2  # the panels in view, and the others

CHOOSE = "address => show.go(address)"


def _watch(page: Page) -> None:
    """Mark what every picture is drawn from: a new drawing comes with data of its own."""
    page.evaluate("eyes.graphs().forEach(graph => { graph.data.isOld = true; })")


def _drawings(page: Page) -> list[bool]:
    """Which pictures have been drawn since."""
    settle(page)
    return page.evaluate("eyes.graphs().map(graph => !graph.data.isOld)")


def _choice_flags(topic: str, choice: str) -> list[bool]:
    """Which panels of a page, in its order, answer to a choice. Some do and some do not, or the test says nothing."""
    is_followed = [choice in panel.depends_on for panel in of_topic(topic)]
    assert any(is_followed) and not all(is_followed)
    return is_followed


def test_opening_a_table_draws_nothing(page, journal, language):
    visit(page, f"/{language}/revenue")
    _watch(page)
    journal.forget()
    page.locator("a.to-table").first.click()
    page.wait_for_function("() => location.search.includes('tables=')")
    page.locator(".panel-chart .figures").first.wait_for()
    assert not any(_drawings(page))
    assert journal.layers == []
    assert len(journal.updates) <= UPDATES_PER_CHOICE


def test_what_a_panel_does_not_heed_leaves_its_picture(page, language):
    visit(page, f"/{language}/revenue")
    _watch(page)
    page.locator("select:has(option[value=payment])").select_option("payment")
    wait_for_query(page, stage="payment")
    assert _drawings(page) == _choice_flags("revenue", "stage")


def test_what_a_part_keeps_stays_as_the_reader_has_it(page, language):
    """Opened by the reader, under the keyboard, and selected, while notes around it are written anew."""
    visit(page, f"/{language}/revenue")
    foot = page.locator("section:has(#title-revenue_map) .foot")
    source, heading = foot.locator(".help summary"), foot.locator(".files summary")
    source_text, title = foot.evaluate("one => one.writtenFrom"), source.inner_text()
    expect(foot.locator(".downloads a").first).to_be_hidden()
    heading.click()
    source.evaluate("one => getSelection().selectAllChildren(one)")
    page.evaluate(CHOOSE, f"/{language}/revenue?currency=usd")
    wait_for_query(page, currency="usd")
    assert foot.evaluate("one => one.writtenFrom") != source_text
    expect(foot.locator(".downloads a").first).to_be_visible()
    expect(heading).to_be_focused()
    assert page.evaluate("getSelection().toString()") == title


@pytest.mark.parametrize("topic", mostly(["overview", "revenue", "incidents", "outcomes"], "overview", "outcomes"))
def test_after_choices_a_page_is_laid_out_as_when_it_is_opened(page, language, topic):
    visit(page, f"/{language}/{topic}")
    for slug in ("naryn", "chatkal"):
        page.evaluate(CHOOSE, f"/{language}/{topic}?district={slug}")
        wait_for_query(page, district=slug)
    boxes = page.evaluate("eyes.boxes()")
    open_anew(page, address_of(page))
    assert page.evaluate("eyes.boxes()") == boxes


def test_district_leaves_pictures_of_the_whole_country(page, language):
    visit(page, f"/{language}/grievances")
    _watch(page)
    click_on_map(page, "naryn")
    wait_for_query(page, district="naryn")
    assert _drawings(page) == _choice_flags("grievances", "district")


@pytest.mark.parametrize("topic", ["overview", "monitoring"])
def test_choice_costs_few_requests_and_no_layer(page, journal, language, topic):
    visit(page, f"/{language}/{topic}")
    journal.forget()
    click_on_map(page, "naryn")
    wait_for_query(page, district="naryn")
    page.locator(".chip .cross").click()
    wait_for_query(page, district=None)
    assert journal.layers == []
    assert len(journal.updates) <= 2 * UPDATES_PER_CHOICE


OF_PICTURES = ["overview", "revenue", "monitoring", "compare", "grievances"]


@pytest.mark.parametrize("topic", mostly(OF_PICTURES, "overview", "compare"))
def test_a_picture_that_is_asked_for_before_the_answer_says_where_it_is_is_there(page, journal, language, topic):
    visit(page, f"/{language}/{topic}")
    both = "naryn,ton" if topic == "compare" else "ton"
    for choice in ("?district=naryn", f"?district={both}&since=2019", "?since=2019&until=2021&currency=usd", ""):
        journal.forget()
        page.evaluate(CHOOSE, f"/{language}/{topic}{choice}")
        settle(page)
        urls = [urlsplit(request.url) for request in journal.requests if "/figures/" in request.url]
        addresses = [one._replace(scheme="", netloc="").geturl() for one in urls]
        shown = page.evaluate("[...document.querySelectorAll('.panel')].map(panel => panel.dataset.figure)")
        assert len(addresses) == len({*addresses}) and {*addresses} <= {*shown}


def test_period_is_chosen_with_few_requests(page, journal, language):
    visit(page, f"/{language}/incidents")
    journal.forget()
    click_on_year(page, "incidents_by_year", 2013, 0.85)
    wait_for_query(page, since="2013")
    assert journal.layers == []
    assert len(journal.updates) <= UPDATES_PER_CHOICE


@pytest.mark.parametrize("topic", mostly(["overview", "revenue", "grievances"], "overview", "grievances"))
def test_opening_a_page_asks_once_for_each_part(own_page, journal, topic):
    visit(own_page, f"/ru/{topic}")
    assert len(journal.updates) == 1
    assert len({request.url for request in journal.layers}) == len(journal.layers)
