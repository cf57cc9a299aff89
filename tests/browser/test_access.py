"""What else keeps people out: states of a page that other tests do not see, colours of the reader's own, slow links."""

import pytest
from playwright.sync_api import Page, expect

from dashboard.panels import of_topic
from dashboard.text import load
from tests.browser import access
from tests.browser.visit import query, settle, visit, wait_for_query

HAND = {"width": 390, "height": 844}
# Colours that are left to the reader, and those that would vanish among them.
VANISHED = """() => {
  const seen = (selector, isSeen) => [...document.querySelectorAll(selector)]
    .filter(one => one.checkVisibility() && !isSeen(getComputedStyle(one))).map(one => `${selector}: ${one.className}`);
  return [
    ...seen(".swatch", style => style.forcedColorAdjust === "none" && style.outlineStyle === "solid"),
    ...seen(".figures .bar", style => style.borderTopStyle === "solid"),
    ...seen(".course .known", style => style.outlineStyle === "solid"),
    ...seen(".picture", style => style.backgroundColor === "rgb(255, 255, 255)"),
    ...seen(".picture svg text", style => style.forcedColorAdjust === "none"),
    ...seen(".chip", style => style.borderTopStyle === "solid"),
    ...seen("select", style => style.appearance !== "none"),
  ];
}"""


def _tables(topic: str) -> str:
    return "tables=" + ",".join(sorted(panel.key for panel in of_topic(topic)))


# What opens, or stands there instead of figures, by the page that shows it.
OPENED = {
    "grievances?since=2002&until=2003": "main",
    "data?source=incidents": "section:has(#title-data_source)",
    f"monitoring?{_tables('monitoring')}": ".table-part",
}


def test_nothing_keeps_people_out_of_what_opens(page, journal, language):
    journal.expected = {404}
    for address, selector in OPENED.items():
        visit(page, f"/{language}/{address}")
        assert access.violations(page, within=selector) == [], address
    page.goto(f"/{language}/nothing")
    assert access.violations(page) == []
    visit(page, f"/{language}/compare?district=naryn,talas")
    page.locator("#district").click()
    assert access.violations(page, has_contrast=False) == []
    for word in (load()[language]("unit_type.raion"), "zzz"):
        page.locator(".dash-dropdown-search").fill(word)
        assert access.violations(page, within="[role=dialog]") == [], word


def test_nothing_vanishes_among_colours_of_the_readers_own(page):
    page.emulate_media(forced_colors="active")
    visit(page, "/ru/overview?district=naryn")
    assert page.locator(".swatch").count() > 3 and page.locator(".figures .bar").count() > 3
    assert page.evaluate(VANISHED) == []
    page.locator("#district").focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("eyes.lostFocus()") == ""
    page.emulate_media(forced_colors="none")


def test_choices_fold_into_one_line_on_a_phone(page, language):
    page.set_viewport_size(HAND)
    visit(page, f"/{language}/incidents?count=episodes&issue=water")
    line, lists = page.locator(".fold > summary"), page.locator(".fold select")
    expect(line).to_contain_text("2")
    assert lists.count() == 6 and not lists.first.is_visible()
    line.press("Enter")
    expect(lists.last).to_be_visible()
    page.locator(".fold select:has(option[value=water])").select_option("all")
    wait_for_query(page, issue=None)
    expect(line).to_contain_text("1")
    page.set_viewport_size({"width": 1366, "height": 768})
    line.evaluate("line => { line.parentElement.open = false; }")
    expect(line).to_be_hidden()
    expect(lists.last).to_be_visible()


def _order(page: Page, selectors: list[str]) -> list[str]:
    tops = {one: page.locator(one).first.bounding_box()["y"] for one in selectors}
    return sorted(tops, key=tops.get)


def test_a_phone_begins_with_the_answers_and_ends_with_the_table(page):
    page.set_viewport_size(HAND)
    visit(page, "/ky/overview?district=naryn")
    parts = [
        ".brand",
        ".fold",
        ".key-figures",
        ".panel-map .sentence",
        ".panel-map .graph",
        ".panel-map .table-frame",
    ]
    assert _order(page, parts) == parts
    visit(page, "/ky/district/naryn?tables=district_standing")
    standing = "#panel-district_standing"
    parts = [".brand", ".key-figures", ".sentence", f"{standing} .table-frame table"]
    assert _order(page, parts) == parts


@pytest.mark.parametrize(
    ("connection", "is_offered"),
    [("{saveData: true}", True), ("{effectiveType: '2g'}", True), ("{effectiveType: '4g'}", False)],
)
def test_the_lite_page_is_offered_on_a_slow_link(own_page, connection, is_offered):
    own_page.add_init_script(f"Object.defineProperty(navigator, 'connection', {{get: () => ({connection})}})")
    visit(own_page, "/ru/overview?district=naryn")
    offer = own_page.locator("#offer a")
    expect(offer).to_be_visible(visible=is_offered)
    if is_offered:
        assert access.violations(own_page, within="#offer") == []
        own_page.locator(".chip").click()
        wait_for_query(own_page, district=None)
        own_page.evaluate("document.addEventListener('click', event => event.preventDefault())")
        offer.click()
        expect(offer).to_have_attribute("href", "/ru/overview/lite")


def test_the_lite_page_is_offered_where_scripts_do_not_come(browser, server):
    context = browser.new_context(base_url=server, reduced_motion="reduce")
    page = context.new_page()
    page.route("**/*.js*", lambda route: route.abort())
    page.goto("/en/revenue?district=naryn")
    expect(page.locator("#offer a")).to_be_visible(timeout=60_000)
    expect(page.locator("#offer a")).to_have_attribute("href", "/en/revenue/lite?district=naryn")
    context.close()


def test_years_are_typed_where_they_cannot_be_dragged(page):
    visit(page, "/ru/overview")
    first, last = (page.locator(f".dash-range-slider-{end}-input") for end in ("min", "max"))
    for field, handle in ((first, page.get_by_role("slider").first), (last, page.get_by_role("slider").last)):
        assert field.get_attribute("aria-label") == handle.get_attribute("aria-label") != ""
    last.fill("2020")
    last.press("Enter")
    wait_for_query(page, until="2020")
    first.fill("3000")
    first.press("Tab")
    wait_for_query(page, since="2020", until="2020")
    settle(page)
    assert query(page) == {"since": "2020", "until": "2020"}
