"""Every topic in every language, on a desk and in a hand: nothing overlaps, overflows or stays empty."""

import re

import pytest

from tests.browser.conftest import HERE
from tests.browser.visit import visit
from tests.pages import PAGES

SIZES = {"desk": (1366, 768), "hand": (390, 844)}
PLACEHOLDER = re.compile(r"\[[a-z_]+(\.\w+)+\]")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("search", ["", "?district=jeti-oguz&since=2016&until=2022"], ids=["all", "chosen"])
@pytest.mark.parametrize("topic", PAGES)
def test_page_is_well_laid_out(page, language, topic, search, size):
    width, height = SIZES[size]
    page.set_viewport_size({"width": width, "height": height})
    visit(page, f"/{language}/{topic}{search}")
    page.evaluate((HERE / "layout.js").read_text())
    faults = {fault: page.evaluate(f"layout.{fault}()") for fault in ("crowded", "unfilled", "cut", "small", "silent")}
    assert {fault: found for fault, found in faults.items() if found} == {}
    assert page.evaluate("document.scrollingElement.scrollWidth") <= width
    assert PLACEHOLDER.findall(page.locator("body").inner_text()) == []
