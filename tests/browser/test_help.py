"""Help with reading: opened by keyboard, kept open, and words explained where they stand."""

from playwright.sync_api import Page, expect

from dashboard.text import load
from dashboard.text.terms import TERMS
from tests.browser import access
from tests.browser.visit import paper_page, visit, wait_for_query

HAND = {"width": 390, "height": 844}


def _help_of(page: Page, key: str):
    return page.locator(f"section:has(#title-{key}) .help")


def test_help_opens_by_keyboard_and_stays_open(page, language):
    visit(page, f"/{language}/revenue")
    help_box = _help_of(page, "revenue_by_stream")
    expect(help_box.locator("dd").first).to_be_hidden()
    help_box.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(help_box.locator("dd")).to_have_count(3)
    expect(help_box.locator("dd").last).to_be_visible()
    page.locator("select:has(option[value=payment])").select_option("payment")
    wait_for_query(page, stage="payment")
    expect(help_box.locator("dd").last).to_be_visible()
    expect(_help_of(page, "revenue_map").locator("dd").first).to_be_hidden()


def test_a_word_is_explained_by_keyboard_and_put_away(page, language):
    visit(page, f"/{language}/compare?x=poverty")
    term = page.locator(".sentence .term").first
    definition = page.locator(".sentence .definition").first
    expect(definition).to_be_hidden()
    term.focus()
    expect(definition).to_be_visible()
    expect(definition).to_contain_text(load()[language]("term.rank_correlation.definition"))
    page.keyboard.press("Escape")
    expect(definition).to_be_hidden()


def test_a_word_is_explained_to_a_finger_inside_the_screen(page, language):
    page.set_viewport_size(HAND)
    visit(page, f"/{language}/revenue")
    sentence = page.locator("section:has(#title-revenue_fairness) .sentence")
    sentence.locator(".term").click()
    expect(sentence.locator(".definition")).to_be_visible()
    box = sentence.locator(".definition").bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= HAND["width"]
    assert page.evaluate("document.scrollingElement.scrollWidth") <= HAND["width"]


def test_the_glossary_is_a_page_to_which_every_foot_leads(page, language):
    visit(page, f"/{language}/revenue")
    page.locator(f"#about a[href$='/{language}/glossary']").click()
    page.wait_for_url(f"**/{language}/glossary")
    words = page.locator(".glossary dt").all_inner_texts()
    assert words == sorted(words, key=load()[language].sort_key)
    assert len(words) == len(TERMS)
    assert access.violations(page) == []
    page.goto(f"/{language}/glossary#term-withheld")
    expect(page.locator("#term-withheld")).to_be_in_viewport()


def test_paper_has_what_the_data_cannot_say(page, language):
    visit(page, f"/{language}/incidents")
    with paper_page(page) as paper:
        help_box = paper.locator("section:has(#title-incidents_by_year) .help")
        expect(help_box.locator(".limits dd")).to_be_visible()
        expect(help_box.locator(".means dd")).to_be_hidden()
        expect(help_box.locator("summary")).to_be_hidden()
