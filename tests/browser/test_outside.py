"""What stands on a page that is printed as it is."""

import pytest
from playwright.sync_api import expect

from tests.browser.visit import visit
from tests.sampling import mostly


@pytest.mark.parametrize("topic", mostly(["overview", "grievances"], "grievances"))
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
