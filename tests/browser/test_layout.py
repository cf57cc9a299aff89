"""Every topic in every language, on a desk and in a hand: nothing overlaps, overflows, stays empty or keeps one out.

Colours that the reader prefers change nothing, as there is one look: each page is seen under both.
"""

import re

import pytest

from tests.browser import access
from tests.browser.conftest import HERE
from tests.browser.visit import visit
from tests.pages import PAGES

SIZES = {"desk": (1366, 768), "hand": (390, 844)}
CHOSEN = "?district=jeti-oguz&since=2016&until=2022"
PREFERRED = {("desk", ""): "light", ("desk", CHOSEN): "dark", ("hand", ""): "light", ("hand", CHOSEN): "dark"}
FAULTS = ("crowded", "unfilled", "cut", "small", "tiny", "silent")
PLACEHOLDER = re.compile(r"\[[a-z_]+(\.\w+)+\]")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("search", ["", CHOSEN], ids=["all", "chosen"])
@pytest.mark.parametrize("topic", PAGES)
def test_page_is_well_laid_out(page, language, topic, search, size):
    width, height = SIZES[size]
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(color_scheme=PREFERRED[size, search])
    visit(page, f"/{language}/{topic}{search}")
    if size == "hand":
        access.unfold(page)
    page.evaluate((HERE / "layout.js").read_text())
    faults = {fault: page.evaluate(f"layout.{fault}()") for fault in FAULTS}
    assert {fault: found for fault, found in faults.items() if found} == {}
    assert page.evaluate("document.scrollingElement.scrollWidth") <= width
    assert PLACEHOLDER.findall(page.locator("body").inner_text()) == []
    assert access.violations(page, has_contrast=(size == "hand") == bool(search)) == []
    if size == "hand":
        assert access.narrow(page) == []
