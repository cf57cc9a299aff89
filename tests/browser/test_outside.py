"""A live page on paper: the sheet of its light page, whichever way it is asked for."""

import re

import pytest
from playwright.sync_api import Page, expect

from dashboard.text import load
from tests.browser.conftest import watched_profile
from tests.browser.visit import paper_page, visit
from tests.support.pages import PAGES
from tests.support.sampling import mostly

TABLES = "incidents?district=jeti-oguz&since=2010&tables=incidents_by_year"
MOST_SIDES = 4


@pytest.mark.parametrize("topic", mostly(["overview", "grievances"], "grievances"))
def test_paper_keeps_sentences_and_tables(page, language, topic):
    visit(page, f"/{language}/{topic}?district=jeti-oguz")
    before = page.locator(".panel .sentence").all_inner_texts()
    with paper_page(page) as paper:
        for part in (".panel .sentence", ".panel-map .figures", ".chip", "h1", ".sources", ".sheet .code svg"):
            expect(paper.locator(part).first).to_be_visible()
        for part in ("nav", ".languages", ".cross", ".choose"):
            expect(paper.locator(part).first).to_be_hidden()
        for part in (".control", "#react-entry-point", "#unanswered"):
            expect(page.locator(part).first).to_be_hidden()
        assert paper.locator(".panel .sentence").all_inner_texts() == before
    expect(page.locator(".control").first).to_be_visible()
    expect(page.locator("#paper")).to_have_count(0)


@pytest.mark.parametrize("path", mostly([*PAGES, TABLES], "overview", "district/jeti-oguz", TABLES))
def test_a_page_prints_as_its_light_page(page, language, path):
    """As many sides, by the browser's own way to paper."""
    visit(page, f"/{language}/{path}")
    live = sides(page)
    address = page.locator("a.print-page").get_attribute("href")
    assert "/lite" in address and "tables=" not in address
    page.goto(address)
    assert 1 <= live == sides(page) <= MOST_SIDES


def test_without_a_network_paper_says_so(browser, server, language):
    context = watched_profile(browser, server)
    page = context.new_page()
    visit(page, f"/{language}/overview?district=jeti-oguz")
    context.set_offline(True)
    assert sides(page) == 1
    with paper_page(page) as paper:
        expect(paper).to_contain_text(load()[language]("sharing.no_sheet"))
        expect(paper).to_contain_text(page.url)
    context.close()


def sides(page: Page) -> int:
    """How many sides of paper a page takes, as its browser prints it."""
    page.emulate_media(media="null")
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True)))
