"""What documents list is what there is."""

import re
from pathlib import Path

import pytest

from dashboard.text import Words
from dashboard.web.dictionary import PAGES

CHECKOUT = Path(__file__).parent.parent
DOCS = CHECKOUT / "docs"
# Files and folders in the first column of a table.
LISTED = re.compile(r"^\| `((?:[\w.-]+/)+[\w.-]*)`", re.M)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_that_is_made_is_not_stale(name):
    assert (DOCS / name).read_text(encoding="utf-8") == PAGES[name](Words("en")), "make docs makes it anew"


def test_recipes_name_files_that_are_there():
    named = LISTED.findall((CHECKOUT / "CONTRIBUTING.md").read_text(encoding="utf-8"))
    assert named and [name for name in named if not (CHECKOUT / name).exists()] == []
