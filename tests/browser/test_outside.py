"""The page leads outside only to documents that are its sources, and offers nothing of third parties."""

import pytest
from playwright.sync_api import expect

from tests.browser.visit import visit
from tests.pages import PAGES

FOREIGN = """() => [...document.querySelectorAll("[href], [src], [action], [data-src]")]
  .filter(element => ["href", "src", "action"].some(name =>
    new URL(element.getAttribute(name) || "", location).host !== location.host))
  .filter(element => !(element.tagName === "A" && element.target === "_blank" && element.relList.contains("noopener")))
  .map(element => element.outerHTML.slice(0, 200))"""


@pytest.mark.parametrize("topic", PAGES)
def test_nothing_leads_outside_but_sources(page, language, topic):
    visit(page, f"/{language}/{topic}?tables=incident_events")
    assert page.evaluate(FOREIGN) == []
    expect(page.locator(".modebar-btn, form")).to_have_count(0)


@pytest.mark.parametrize("topic", ["overview", "grievances"])
def test_paper_keeps_sentences_and_tables(page, language, topic):
    visit(page, f"/{language}/{topic}?district=jeti-oguz")
    said = page.locator(".panel .sentence").all_inner_texts()
    page.emulate_media(media="print")
    for part in (".panel .sentence", ".panel-map .figures", ".chip", "h1", ".sources"):
        expect(page.locator(part).first).to_be_visible()
    for part in (".control", ".nav-link", ".languages", ".cross", ".toggle"):
        expect(page.locator(part).first).to_be_hidden()
    assert page.locator(".panel .sentence").all_inner_texts() == said
    assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("topic", PAGES)
def test_paper_shows_whole_tables_one_below_the_other(page, language, topic):
    visit(page, f"/{language}/{topic}")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 688, "height": 1000})  # A4 between its margins
    over = "[...document.querySelectorAll('.panel')].filter(one => one.scrollHeight > one.clientHeight + 1)"
    assert page.evaluate(f"{over}.map(one => one.className)") == []
    assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")
