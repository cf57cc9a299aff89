"""What styles may not cost: with each text of a picture that is measured, a browser styles anew what looks into it."""

import re

import pytest

from data_access.store.settings import CHECKOUT

SHEETS = sorted((CHECKOUT / "assets").glob("*.css"))
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
# What follows a part is no look into it.
INTO_A_PANEL = re.compile(r"\.(?:panel|picture|figures)\b[^{},]*:has\((?!\s*[~+])")


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_no_style_looks_for_what_a_panel_holds(sheet):
    rules = COMMENT.sub("", sheet.read_text(encoding="utf-8"))
    assert INTO_A_PANEL.findall(rules) == []


SUCH = (".panel:has(.to-table)", ".panel:not(:has(.table-frame)) h2", ".panel-map .figures tr:has(td)")


@pytest.mark.parametrize("selector", SUCH)
def test_such_a_style_is_recognised(selector):
    assert INTO_A_PANEL.search(selector)
