"""Tables of live pages: what stands in a cell, a header or an address is text, whatever it is."""

import pytest
from layouts.table import table

from dashboard.text.table import Cell, Link, Table
from tests.support.html_parts import components, parts

EVIL = """"><script>alert(1)</script><a title='&amp;' x=\""""
CELLS = [Cell(EVIL), Cell(EVIL, address=f"https://a.example/{EVIL}"), Cell(EVIL, mark=Link(EVIL, f"#{EVIL}"))]


@pytest.mark.parametrize("cell", [*CELLS, Cell(EVIL, share=0.5), Cell(EVIL, choice="district:naryn")])
def test_what_stands_in_a_table_is_text(cell):
    href = f"/en/?x={EVIL}" if cell.choice else None
    found = components(table(Table((EVIL,), ((cell,),)), [[href]], EVIL))
    texts = [one for part in parts(found) for one in part["props"]["children"] if isinstance(one, str)]
    assert texts == [EVIL] * (4 if cell.mark else 3)
    (frame,) = found
    assert frame["props"]["aria-label"] == EVIL
    links = [part["props"]["href"] for part in parts(found) if part["type"] == "a"]
    assert links == [one for one in (href, cell.address, cell.mark and cell.mark.anchor) if one]
