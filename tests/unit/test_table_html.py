"""What templates write of tables, sources and terms: what stands in them is text, whatever it is."""

import pytest

from dashboard.pages.panel_view import LinkedTable
from dashboard.text import load
from dashboard.text.table import Cell, Link, Table
from tests.support.html_parts import parse, texts
from tests.support.live_page import render

EVIL = """"><script>alert(1)</script><a title='&amp;' x=\""""
CELLS = [Cell(EVIL), Cell(EVIL, address=f"https://a.example/{EVIL}"), Cell(EVIL, mark=Link(EVIL, f"#{EVIL}"))]


@pytest.mark.parametrize("is_lite", [False, True])
@pytest.mark.parametrize("cell", [*CELLS, Cell(EVIL, share=0.5), Cell(EVIL, choice="district:naryn")])
def test_what_stands_in_a_table_is_text(cell, is_lite):
    href = f"/en/?x={EVIL}" if cell.choice else None
    table = LinkedTable("key", Table((EVIL,), ((cell,),)), [[href]], 1)
    root = parse(render("tables", "table", table, load()["en"], is_lite))
    cell_texts = [text for text in texts(root.inside) if text.strip()]
    assert [text.rstrip(" ") for text in cell_texts] == [EVIL] * (3 if cell.mark else 2)
    # The question of its panel is its name.
    assert root.one("table-frame").attributes["aria-labelledby"] == "title-key"
    links = [one.attributes["href"] for one in root.all("a")]
    assert links == [one for one in (href, cell.address, cell.mark and cell.mark.anchor) if one]
