"""Lite pages in a browser without scripts, on paper, and from a stick."""

import io
import re
import zipfile
from collections.abc import Iterator

import pytest
import requests
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser import access
from tests.browser.conftest import PATIENCE_MILLISECONDS
from tests.support.pages import PAGES
from tests.support.sampling import mostly

PHONE = {"width": 390, "height": 844}
# Two sheets of paper; all but the fullest take one, printed on both sides.
MOST_SIDES = 3
FULLEST = "district/jeti-oguz"
SHEETS = (FULLEST, "district/chatkal", "district/bishkek", "overview")
REHABILITATED = "site/example-site-1"
# Panels are laid out when they are looked at; here they all are.
LOOKED_AT = """document.querySelectorAll(".panel").forEach(one => { one.style.contentVisibility = "visible"; })"""


@pytest.fixture(scope="session")
def plain(browser, server) -> Iterator[BrowserContext]:
    """A browser without scripts."""
    context = browser.new_context(base_url=server, viewport=PHONE, java_script_enabled=False)
    context.set_default_timeout(PATIENCE_MILLISECONDS)
    yield context
    context.close()


@pytest.fixture
def sheet(plain) -> Iterator[Page]:
    """A page of it."""
    page = plain.new_page()
    yield page
    page.close()


def test_a_browser_without_scripts_gets_there_and_can_choose(sheet, language):
    sheet.goto(f"/{language}/revenue?since=2019")
    expect(sheet).to_have_url(re.compile(rf"/{language}/revenue/lite\?since=2019$"))
    sheet.locator(".choose summary").click()
    sheet.locator("select[name=district]").select_option("jeti-oguz")
    sheet.locator("select[name=until]").select_option("2022")
    sheet.locator(".choose button[type=submit]").click()
    expect(sheet).to_have_url(re.compile(r"/revenue/lite\?district=jeti-oguz&since=2019&until=2022$"))
    expect(sheet.locator("tr.chosen")).to_have_count(1)
    sheet.locator(".chip").nth(1).click()
    expect(sheet).to_have_url(re.compile(r"/revenue/lite\?district=jeti-oguz$"))
    sheet.locator(".panel-map .links .downloads a").first.focus()


def sides(page: Page) -> int:
    """How many sides of paper a page takes."""
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True, print_background=False)))


def test_before_and_after_a_rehabilitation_stand_on_one_sheet(sheet, language):
    sheet.goto(f"/{language}/{REHABILITATED}/lite")
    assert 1 <= sides(sheet) <= 2
    sheet.emulate_media(media="print")
    expect(sheet.locator("section:has(#title-rehabilitation_before_after) .figures")).to_be_visible()


@pytest.mark.every_language
@pytest.mark.parametrize("path", mostly(SHEETS, FULLEST, "overview"))
def test_paper_holds_all_of_it(browser, server, path, language):
    """On a few sides, nothing wider than the paper, with the way back on it."""
    context = browser.new_context(base_url=server, viewport={"width": 710, "height": 1040})
    context.set_default_timeout(PATIENCE_MILLISECONDS)
    page = context.new_page()
    page.goto(f"/{language}/{path}/lite")
    count = sides(page)
    page.emulate_media(media="print")
    wide = page.evaluate("""() => [...document.querySelectorAll("body *")]
        .filter(one => one.getBoundingClientRect().right > innerWidth + 1 && one.getClientRects().length)
        .map(one => one.outerHTML.slice(0, 120))""")
    assert 1 <= count <= MOST_SIDES and wide == []
    expect(page.locator(".sheet .code svg")).to_be_visible()
    expect(page.locator(".sheet .address")).to_contain_text("/s/")
    expect(page.locator(".choose")).to_be_hidden()
    context.close()


# Words and numbers of a table that lie in two lines: 1 000 people would be read as 1 00.
BROKEN = """() => [...document.querySelectorAll(".panel-register .figures td")].flatMap(cell => {
    const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT), found = [];
    for (let text = walker.nextNode(); text; text = walker.nextNode())
      for (const word of text.data.matchAll(/[^\\s\u00ad–-]+/g)) {
        const range = document.createRange();
        range.setStart(text, word.index);
        range.setEnd(text, word.index + word[0].length);
        if (range.getClientRects().length > 1) found.push(word[0]);
      }
    return found;
  })"""
LOOK = "(one, key) => getComputedStyle(one)[key]"


@pytest.mark.every_language
def test_on_paper_nothing_is_broken_struck_out_or_loud(browser, server, language):
    """Words stay whole, no line of a link lies on the next text, a chip is no louder than its sentence."""
    context = browser.new_context(base_url=server, viewport={"width": 710, "height": 1040})
    context.set_default_timeout(PATIENCE_MILLISECONDS)
    page = context.new_page()
    page.emulate_media(media="print")
    page.goto(f"/{language}/incidents/lite?district=jeti-oguz")
    assert page.evaluate(BROKEN) == []
    assert page.locator(".about-dates a").first.evaluate(LOOK, "textDecorationLine") == "none"
    assert page.locator(".picture").first.evaluate(LOOK, "breakAfter") == "avoid"
    page.goto(f"/{language}/grievances/lite?district=jeti-oguz")
    chip, sentence = (page.locator(where).first.evaluate(LOOK, "fontSize") for where in (".scope", ".sentence"))
    assert float(chip.removesuffix("px")) <= float(sentence.removesuffix("px"))
    context.close()


@pytest.mark.every_language
def test_nobody_is_kept_out(page, language):
    """On a phone and on a wide screen; axe-core on wide ones in one language, on the fullest one also its colours."""
    for path in PAGES:
        page.goto(f"/{language}/{path}/lite")
        page.evaluate(LOOKED_AT)
        for width in (320, 1366):
            page.set_viewport_size({"width": width, "height": 844})
            is_wide, is_full = width > 1000, path == FULLEST
            if language == "ru" and (is_wide or is_full):
                assert access.violations(page, has_contrast=is_wide and is_full) == [], path
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (path, width)


def test_a_pack_opens_from_a_stick_and_finds_districts(browser, server, tmp_path):
    """No server, no network: the list grows shorter while somebody writes, sheets lead to each other."""
    content = requests.get(f"{server}/ru/district/jeti-oguz/pack.zip", timeout=120).content
    zipfile.ZipFile(io.BytesIO(content)).extractall(tmp_path)
    context = browser.new_context(viewport=PHONE, offline=True)
    page = context.new_page()
    page.goto((tmp_path / "index.html").as_uri())
    expect(page.locator(".sheets li:visible")).to_have_count(1)
    page.get_by_role("searchbox").fill("атлантида")
    expect(page.locator(".sheets li:visible")).to_have_count(0)
    page.get_by_role("searchbox").fill("жети өгүз")
    page.locator(".sheets li:visible a").click()
    expect(page.locator("h1")).to_have_text("Джети-Огузский район")
    expect(page.locator(".picture svg").first).to_be_visible()
    page.get_by_role("link", name="ky").click()
    expect(page.locator("html")).to_have_attribute("lang", "ky")
    page.locator(".top nav a").first.click()
    expect(page.locator(".sheets li")).to_have_count(1)
    context.close()
