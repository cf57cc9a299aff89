"""From the first page to a figure on paper with the keyboard alone, and where the keyboard is after each change."""

import csv
import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from dashboard.text import load
from tests.browser import counted, places
from tests.browser.counted import Rows
from tests.browser.keys import Keys
from tests.browser.visit import FIRST_YEAR, LAST_YEAR, chips, open_anew, query, settle, visit, wait_for_query

PLACE = "jeti-oguz"


@pytest.fixture(scope="session")
def rows(example_public_url) -> Rows:
    return counted.rows_of(example_public_url)


def _newest_transfers(rows: Rows) -> tuple[int, float]:
    """The newest year with transfers to the district, and how much it was per person."""
    return rows(
        """SELECT fiscal_year, sum(amount_kgs) / population FROM revenue JOIN district USING (district_code)
           WHERE slug = ? AND reached_local GROUP BY fiscal_year ORDER BY fiscal_year DESC LIMIT 1""",
        PLACE,
    )[0]


def _choose_place(keys: Keys, page: Page, name: str) -> None:
    keys.go("#district")
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.activeElement.matches('.dash-dropdown-search')")
    page.keyboard.type(name)
    expect(page.get_by_role("dialog").get_by_text(name, exact=True)).to_be_visible()
    keys.press("ArrowDown")
    keys.press("ArrowUp")
    page.keyboard.press("Enter")
    wait_for_query(page, district=PLACE)
    page.wait_for_function("() => document.activeElement.id === 'district'")


def _choose_year(keys: Keys, page: Page, year: int) -> None:
    for field in (FIRST_YEAR, LAST_YEAR):
        keys.go(field)
        keys.type(str(year))
        page.keyboard.press("Enter")
    wait_for_query(page, district=PLACE, since=str(year), until=str(year))
    # The address is there a moment before the page has begun to follow.
    expect(page.locator(".chip").last).to_have_text(re.compile(rf"^{year}\W*$"))
    settle(page)


def test_transfers_are_found_downloaded_and_printed_without_a_mouse(page, rows, language):
    year, per_person = _newest_transfers(rows)
    visit(page, "/")
    keys = Keys(page)
    keys.go(f".languages a[hreflang={language}]")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    settle(page)
    expect(page.locator("html")).to_have_attribute("lang", language)
    keys.go(f".nav-link[href^='/{language}/revenue']")
    keys.enter()
    page.wait_for_function("() => document.activeElement.matches('main h1')")
    keys.go(".languages a", "Shift+Tab")
    _choose_place(keys, page, places.name_of(PLACE, language))
    _choose_year(keys, page, year)

    name = places.name_of(PLACE, language)
    assert chips(page) == [name, str(year)]
    number = page.locator(".panel-map tr[aria-current] .number").last.inner_text().replace("\xa0", " ")
    assert number == load()[language].number(per_person).replace("\xa0", " ")

    keys.go(".panel-map .files summary")
    page.keyboard.press("Enter")
    keys.go(".panel-map .downloads a[href*='.csv']")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    file = Path(download.value.path()).read_text(encoding="utf-8-sig")
    (row,) = [row for row in csv.DictReader(file.splitlines()) if row["slug"] == PLACE]
    assert float(row["value"]) == pytest.approx(per_person)
    assert (row["name"], row["from_year"], row["to_year"]) == (name, str(year), str(year))

    keys.go("a.print-page", "Shift+Tab")
    with page.context.expect_page() as popup:
        page.keyboard.press("Enter")
    sheet = popup.value
    sheet.wait_for_function("() => window.isPrinted")
    assert urlsplit(sheet.url).path == f"/{language}/revenue/lite" and query(sheet) == query(page)
    sheet.close()
    assert keys.unseen == []


def test_keyboard_lands_beside_what_is_gone(page, language):
    open_anew(page, f"/{language}/overview?district={PLACE}&since=2016&until=2022")
    keys = Keys(page)
    keys.go(".chip")
    keys.enter()
    wait_for_query(page, district=None)
    page.wait_for_function("() => document.activeElement.matches('.chip')")
    keys.enter()
    wait_for_query(page, since=None)
    page.wait_for_function("() => document.activeElement.id === 'district'")
    assert keys.unseen == []


def test_a_key_that_is_still_down_presses_nothing_else(page, language):
    """The answer may come before the finger has left Enter."""
    open_anew(page, f"/{language}/overview?district={PLACE}")
    Keys(page).go(".chip")
    page.keyboard.down("Enter")
    wait_for_query(page, district=None)
    page.keyboard.up("Enter")
    page.wait_for_function("() => document.activeElement.id === 'district'")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_one_status_tells_what_a_choice_changed(page, language):
    visit(page, f"/{language}/grievances")
    status = page.locator("#told")
    expect(status).to_have_attribute("role", "status")
    expect(status).to_be_empty()
    link = page.locator("#main a.choice", has_text=places.name_of("naryn", language)).first
    link.press("Enter")
    wait_for_query(page, district="naryn")
    name, sentence = places.name_of("naryn", language), page.locator(".panel .sentence").first.inner_text()
    expect(status).to_have_text(load()[language].plural("page.told", 2, choices=name, sentence=sentence))
    expect(link).to_be_focused()
    loud = page.locator("main [aria-live], main [role=alert], main [role=status]:not(.image-state)")
    expect(loud).to_have_count(0)


def test_every_district_of_the_map_is_in_the_list(page):
    visit(page, "/ky/overview")
    marks = page.evaluate("eyes.map().data.flatMap(trace => trace.customdata || [])")
    assert {mark for mark in marks if mark.startswith("district:")} != set()
    hrefs = page.locator(".panel-map td a.choice").evaluate_all("links => links.map(link => link.href)")
    districts = {f"district:{href.partition('district=')[2].partition('&')[0]}" for href in hrefs}
    assert set(marks) <= districts
