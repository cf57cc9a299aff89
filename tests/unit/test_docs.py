"""What documents list is what there is."""

import pytest

from dashboard.text import Words
from data_access.store.settings import CHECKOUT
from tools.data_dictionary import PAGES

DOCS = CHECKOUT / "docs"


@pytest.mark.parametrize("name", PAGES)
def test_a_page_that_is_made_is_not_stale(name):
    assert (DOCS / name).read_text(encoding="utf-8") == PAGES[name](Words("en")), "make docs makes it anew"
