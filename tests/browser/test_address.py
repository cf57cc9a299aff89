"""The address is the only state: Back, Forward, reload and a copied link give the same page."""

import pytest
from playwright.sync_api import Page, expect

from dashboard.panels import TOPICS
from data_access.vocabulary.languages import LANGUAGES
from tests.browser import places
from tests.browser.visit import (
    address_of,
    chips,
    click_on_map,
    figures,
    marked_rows,
    open_anew,
    outlines,
    sentences,
    settle,
    slider,
    visit,
    wait_for_query,
)
from tests.support.sampling import mostly

CHOICE = "district=naryn&since=2019&until=2021"
NONSENSE = {
    "unknown key": ("?utm_source=mail&x[]=1", ""),
    "impossible year": ("?since=9999&until=0", ""),
    "period backwards": ("?since=2021&until=2019", ""),
    "null byte": ("?district=%00", ""),
    "broken percent encoding": ("?district=%E0%A4%A&since=2020", "?since=2020"),
    "markup": ("?district=<script>alert(1)</script>&measure=%3Cb%3E", ""),
    "very long": ("?district=" + "a" * 2500, ""),
    "many keys": ("?" + "&".join(f"k{number}=1" for number in range(400)), ""),
    "repeated": ("?district=talas&district=naryn", "?district=naryn"),
    "another order, another case": ("?until=2021&district=Naryn", "?district=naryn&until=2021"),
    "SOATE code": ("?district=41704245", "?district=naryn"),
    "OCHA P-code": ("?district=KG04245000000", "?district=naryn"),
    "unknown table": ("?tables=nothing,incidents_by_year", "?tables=incidents_by_year"),
    "measure of another topic": ("?measure=nothing&indicator=gold", ""),
}


def _state(page: Page) -> tuple:
    """Everything that a choice shows in."""
    return chips(page), marked_rows(page), outlines(page), slider(page), sentences(page), figures(page)


def test_back_forward_reload_and_copied_link_give_the_same_page(page, profile, language):
    visit(page, f"/{language}/overview")
    nothing = _state(page)
    click_on_map(page, "jeti-oguz")
    wait_for_query(page, district="jeti-oguz", since=None)
    district = _state(page)
    page.get_by_role("slider").first.press("PageUp")
    page.wait_for_function("() => location.search.includes('since')")
    wait_for_query(page, district="jeti-oguz")
    both = _state(page)
    assert nothing != district != both

    page.go_back()
    wait_for_query(page, district="jeti-oguz", since=None)
    assert _state(page) == district
    page.go_back()
    wait_for_query(page, district=None)
    assert _state(page) == nothing
    page.go_forward()
    wait_for_query(page, district="jeti-oguz")
    assert _state(page) == district
    page.go_forward()
    page.wait_for_function("() => location.search.includes('since')")
    wait_for_query(page, district="jeti-oguz")
    assert _state(page) == both

    page.reload()
    wait_for_query(page, district="jeti-oguz")
    assert _state(page) == both
    copy = profile.new_page()
    visit(copy, address_of(page))
    assert _state(copy) == both
    copy.close()


def test_back_to_a_page_that_shares_panels_with_this_one_fills_them_all(page, language):
    open_anew(page, f"/{language}/district/naryn")
    before = sentences(page)
    page.locator(f".top a[href^='/{language}/overview']").click()
    page.wait_for_url(f"**/{language}/overview*")
    settle(page)
    page.go_back()
    page.wait_for_url(f"**/{language}/district/naryn")
    settle(page)
    assert sentences(page) == before


def test_topics_keep_district_and_period(page, language):
    visit(page, f"/{language}/overview?{CHOICE}")
    for topic in TOPICS[1:]:
        page.locator(f".top a[href*='/{language}/{topic}?']").click()
        page.wait_for_url(f"**/{language}/{topic}?{CHOICE}")
        expect(page.locator(".nav-link.active")).to_have_attribute("href", f"/{language}/{topic}?{CHOICE}")
        wait_for_query(page, district="naryn", since="2019", until="2021")
        assert marked_rows(page) == ([] if topic in ("compare", "data") else [places.name_of("naryn", language)])
        assert slider(page) == [2019, 2021]


@pytest.mark.parametrize("topic", mostly(TOPICS, "incidents"))
def test_languages_keep_the_whole_choice(page, topic):
    choice = f"{CHOICE}&tables=incidents_by_year"
    visit(page, f"/ky/{topic}?{choice}")
    texts_by_language = []
    for language in (*LANGUAGES[1:], LANGUAGES[0]):
        page.locator(f".languages a[hreflang={language}]").click()
        page.wait_for_url(f"**/{language}/{topic}?{choice}")
        wait_for_query(page, district="naryn")
        expect(page.locator("html")).to_have_attribute("lang", language)
        assert chips(page)[0] == places.name_of("naryn", language)
        texts_by_language.append(
            {page.title(), page.locator("#main h1").inner_text(), *page.locator(".panel h2").all_inner_texts()}
        )
    assert not set.intersection(*texts_by_language)


def test_link_without_language_leads_to_the_language_of_the_browser(browser, server, language):
    context = browser.new_context(base_url=server, locale=language)
    page = context.new_page()
    page.goto("/")
    assert address_of(page) == f"{server}/{language}/overview"
    context.close()


@pytest.mark.parametrize("case", mostly(NONSENSE, "impossible year", "broken percent encoding", "markup", "SOATE code"))
def test_nonsense_in_the_query_gives_a_tidy_page(page, server, language, case):
    nonsense, tidy = NONSENSE[case]
    open_anew(page, f"/{language}/incidents{nonsense}")
    assert address_of(page) == f"{server}/{language}/incidents{tidy}"


@pytest.mark.parametrize("path", mostly(("nothing", "overview/deeper", "..%2f..%2fetc/passwd", "%00"), "nothing"))
def test_unknown_paths_are_told_so_in_their_language(page, journal, language, path):
    journal.expected = {404}
    answer = page.goto(f"/{language}/{path}")
    assert answer.status == 404
    expect(page.locator("html")).to_have_attribute("lang", language)
    expect(page.locator("h1")).not_to_be_empty()
    page.get_by_role("link").click()
    wait_for_query(page, district=None)
    expect(page.locator("html")).to_have_attribute("lang", language)


def test_paper_has_pictures_although_a_table_stands_open(page):
    visit(page, "/ky/incidents?tables=incidents_by_year&since=2010")
    link = page.locator("a.print-page")
    expect(link).to_have_attribute("href", "/ky/incidents/lite?since=2010")
    link.hover()
    expect(link).to_have_attribute("href", "/ky/incidents/lite?since=2010")
