"""Where the cells of a table lead."""

from dataclasses import fields, replace
from functools import cache
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


def to_source(key: str, route: Route, edition: str | None, reader: Reader) -> str:
    """The address where all is told of a source, as it is known in an edition or now, seen from a page."""
    return reader.href(route.to("data"), Selection(source=key, edition=edition)) + ANCHORS["source"]


def hrefs(content: Table, route: Route, selection: Selection, reader: Reader) -> list[list[str | None]]:
    """An address for each cell that chooses. Those of one kind differ in the value alone: the rest is written once."""
    chosen = {*selection.districts, *(getattr(selection, field.name) for field in fields(selection))}
    form = cache(lambda key, page: _href(key, ANY_VALUE, page, route, selection, reader))

    def href(cell: Cell) -> str | None:
        if cell.choice is None:
            return None
        key, _, value = cell.choice.partition(":")
        if value in chosen:
            return _href(key, value, cell.page, route, selection, reader)
        return form(key, cell.page).replace(ANY_VALUE, quote_plus(value, safe=","))

    return [[href(cell) for cell in row] for row in content.rows]


def _href(key: str, value: str, page: str | None, route: Route, selection: Selection, reader: Reader) -> str:
    """A page of its own where the cell names one, else the same page with the value chosen, or let go."""
    anchor = ANCHORS.get(key, "")
    if page and page != route.topic:
        return reader.href(route.to(page), replace(selection, **{key: value})) + anchor
    return reader.href(route, selection.toggle(key, value)) + anchor
