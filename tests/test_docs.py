"""What documents list is what there is."""

from pathlib import Path

import pytest

from dashboard.text import Words
from dashboard.web.dictionary import PAGES

DOCS = Path(__file__).parent.parent / "docs"


@pytest.mark.parametrize("name", PAGES)
def test_a_page_that_is_made_is_not_stale(name):
    assert (DOCS / name).read_text(encoding="utf-8") == PAGES[name](Words("en")), "make docs makes it anew"
