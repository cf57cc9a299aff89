"""A page that another script rewrites, as translators and transliterations do, stands still and stays rewritten."""

from playwright.sync_api import Page, expect

from dashboard.text import load
from tests.browser.visit import settle, visit, wait_for_query

# As a transliteration does: every label, in whatever way it comes to be there, is written in other letters. It gives up
# in the end, where a page of its own would never come to rest.
REWRITER = """() => {
  const most = 300, mark = "§", counts = window.counts = new Map();
  const count = what => counts.set(what, (counts.get(what) || 0) + 1);
  const isLeft = what => (counts.get(what) || 0) < most;
  const write = () => {
    for (const one of document.querySelectorAll("label, summary, h1, h2, .nav-link, title")) {
      const text = [...one.childNodes].find(node => node.nodeType === Node.TEXT_NODE && node.data.trim());
      if (text && !text.data.startsWith(mark) && isLeft(one)) { count(one); text.data = mark + text.data; }
    }
    for (const one of document.querySelectorAll("[aria-label]")) {
      const value = one.getAttribute("aria-label");
      if (value && !value.startsWith(mark) && isLeft(one)) { count(one); one.setAttribute("aria-label", mark + value); }
    }
  };
  const what = {childList: true, subtree: true, characterData: true, attributes: true};
  new MutationObserver(write).observe(document.documentElement, what);
  write();
}"""
# What answers change of a panel.
PLACES = '".panel .head, .panel .foot, .panel .links, .panel .table-place"'
# As translators of browsers do: every text stands in an element of its own.
TRANSLATOR = """() => {
  const texts = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  const found = [];
  while (texts.nextNode()) if (texts.currentNode.parentElement.closest(PLACES)) found.push(texts.currentNode);
  for (const text of found) {
    const font = document.createElement("font");
    text.replaceWith(font);
    font.append(text.data.toUpperCase());
  }
}"""
# Parts that say anything else than what was written for them; their letters apart.
ODD = """() => [...document.querySelectorAll(PLACES)].filter(place => place.writtenFrom).filter(place => {
  const written = document.createElement("template");
  written.innerHTML = place.writtenFrom;
  return written.content.textContent.toUpperCase() !== place.textContent.toUpperCase();
}).map(place => place.textContent)"""
MOST_TIMES = "Math.max(...counts.values())"


def rewrite(page: Page, address: str) -> None:
    """Open a page and let another script rewrite it."""
    visit(page, address)
    page.evaluate(REWRITER)


def test_labels_are_left_as_they_were_rewritten(own_page, language):
    rewrite(own_page, f"/{language}/revenue")
    own_page.locator("#choice-stage select, select:has(option[value=payment])").first.select_option("payment")
    wait_for_query(own_page, stage="payment")
    fold = own_page.locator(".fold > summary")
    assert fold.evaluate("one => one.textContent") == f"§{load()[language]('control.more_made', n=1)}"
    assert own_page.title().startswith("§")
    assert own_page.evaluate(MOST_TIMES) < 20


def test_a_translated_part_says_what_was_written_last(own_page, language):
    visit(own_page, f"/{language}/revenue")
    own_page.evaluate(TRANSLATOR.replace("PLACES", PLACES))
    own_page.locator("select:has(option[value=payment])").first.select_option("payment")
    wait_for_query(own_page, stage="payment")
    assert own_page.locator(".panel font").count() > 0
    assert own_page.evaluate(ODD.replace("PLACES", PLACES)) == []


def test_what_is_pressed_still_works(own_page, language):
    rewrite(own_page, f"/{language}/overview")
    own_page.locator("#district").click()
    own_page.locator(".dash-dropdown-options label").first.click()
    own_page.wait_for_function("() => location.search.includes('district=')")
    settle(own_page)
    expect(own_page.locator(".chip")).to_have_count(1)
    assert own_page.evaluate(MOST_TIMES) < 40
