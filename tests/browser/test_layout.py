"""Every page in every language, on a desk and in a hand: nothing overlaps, overflows, leads astray or stays
empty, nothing keeps anyone out, and pages in Kyrgyz and Russian hold no English.

Opening a page costs more than looking at it: each is opened once and then looked at in every way. With and without
choices pages take turns, so that each page is seen both ways; the colours that the reader prefers, which change
nothing, go along.
"""

import re

import pytest
from playwright.sync_api import Page, expect

from dashboard.text import LANGUAGES
from tests.browser import access, english
from tests.browser.conftest import DESKTOP, HERE
from tests.browser.visit import foreign, resize, visit
from tests.support.pages import PAGES

HAND = {"width": 390, "height": 844}
CHOSEN = "?district=jeti-oguz&since=2016&until=2022"
FAULTS = ("crowded", "unfilled", "cut", "small", "tiny", "restyled", "silent")
PLACEHOLDER = re.compile(r"\[[a-z_]+(\.\w+)+\]")
WIDTH = "document.scrollingElement.scrollWidth"


def cases() -> list:
    """Every page in every language, with choices or without, and in two of the languages also in a hand.

    The other way round is exhaustive, always in a hand.
    """
    return [
        pytest.param(
            path,
            language,
            search,
            not has_turn or (number + turn) % len(LANGUAGES) > 0,
            marks=() if has_turn else pytest.mark.exhaustive,
            id=f"{path}-{language}-{'chosen' if search else 'all'}",
        )
        for number, path in enumerate(PAGES)
        for turn, language in enumerate(LANGUAGES)
        for search in ("", CHOSEN)
        for has_turn in [bool(search) == bool((number + turn) % 2)]
    ]


@pytest.mark.parametrize(("path", "language", "search", "is_in_hand"), cases())
def test_page_is_well_laid_out(page, path, language, search, is_in_hand):
    page.emulate_media(color_scheme="dark" if search else "light")
    visit(page, f"/{language}/{path}{search}")
    page.evaluate((HERE / "layout.js").read_text())
    _is_fit(page, DESKTOP)
    # Colours and what a wide window adds are the same in every language; what opens is looked at in a hand.
    assert language != "ru" or access.violations(page) == []
    assert foreign(page) == []
    expect(page.locator(".modebar-btn, form:not(.search)")).to_have_count(0)
    assert PLACEHOLDER.findall(page.locator("#main").text_content()) == []
    # Companies on the page of a site keep their names, as an open table has them (``test_language``).
    assert language == "en" or path.startswith("site/") or english.words_in(page) == {}
    if is_in_hand:
        _fits_a_hand(page, language)


def _fits_a_hand(page: Page, language: str) -> None:
    resize(page, **HAND)
    access.unfold(page)
    _is_fit(page, HAND)
    assert language == "ru" or access.violations(page, has_contrast=False) == []
    assert access.narrow(page) == []


def _is_fit(page: Page, size: dict[str, int]) -> None:
    faults = {fault: page.evaluate(f"layout.{fault}()") for fault in FAULTS}
    assert {fault: places for fault, places in faults.items() if places} == {}
    assert page.evaluate(WIDTH) <= size["width"]


def test_no_number_of_a_ranking_is_cut(page):
    """Beside each share stands of how many readings it is: 589 must not be read as 58. Russian is widest."""
    visit(page, "/ru/monitoring?district=bishkek")
    for width in (DESKTOP["width"], 390):
        resize(page, width, DESKTOP["height"])
        overflow = page.locator(".panel-map .table-frame").evaluate("frame => frame.scrollWidth - frame.clientWidth")
        assert overflow <= 1, f"{overflow} px of the table at {width}"
