"""Where the cells of a table lead."""

from dataclasses import fields, replace
from functools import cache
from typing import Any, NamedTuple
from urllib.parse import quote_plus

from dashboard.address.reader import Reader
from dashboard.address.route import Route
from dashboard.pages.panel_view import title_id
from dashboard.panels import PANELS
from dashboard.text.table import Cell, Table
from data_access.vocabulary.selection import Selection

# Links that choose lead to the panel that tells all of what is chosen, where there is one.
ANCHORS = {panel.details_of: f"#{title_id(panel.key)}" for panel in PANELS if panel.details_of}
ANY_VALUE = "~any~"  # stands for a value in an address; no value is written like this


class _Way(NamedTuple):
    """What a cell chooses, and where: the choice, page and panel, and the measure of a map."""

    key: str
    page: str | None
    panel: str | None
    measure: str | None


def to_source(key: str, route: Route, edition: str | None, reader: Reader) -> str:
    """The address where all is told of a source, as it is known in an edition or now, seen from a page."""
    return reader.href(route.to("data"), Selection(source=key, edition=edition)) + ANCHORS["source"]


def hrefs(content: Table, route: Route, selection: Selection, reader: Reader) -> list[list[str | None]]:
    """An address for each cell that chooses. Those of one kind differ in the value alone: the rest is written once."""
    chosen_values = {*selection.districts, *(getattr(selection, field.name) for field in fields(selection))}
    form = cache(lambda way: _href(way, ANY_VALUE, route, selection, reader))

    def href(cell: Cell) -> str | None:
        if cell.choice is None:
            return None
        key, _, value = cell.choice.partition(":")
        way = _Way(key, cell.page, cell.panel, cell.measure)
        if value in chosen_values:
            return _href(way, value, route, selection, reader)
        return form(way).replace(ANY_VALUE, quote_plus(value, safe=","))

    return [[href(cell) for cell in row] for row in content.rows]


def _href(way: _Way, value: str, route: Route, selection: Selection, reader: Reader) -> str:
    """A page of its own where the cell names one, else the same page with the value chosen, or let go."""
    anchor = f"#{title_id(way.panel)}" if way.panel else ANCHORS.get(way.key, "")
    if way.page and way.page != route.topic:
        chosen: dict[str, Any] = {way.key: value} | ({"measure": way.measure} if way.measure else {})
        return reader.href(route.to(way.page), replace(selection, **chosen)) + anchor
    return reader.href(route, selection.toggle(way.key, value)) + anchor
