"""The panels are drawn: each only when something it heeds has changed."""

import logging
from typing import Any, NamedTuple

from dash import ALL, Dash, Input, Output, State, ctx, no_update

from callbacks.answers import PASSING
from callbacks.reader import Reader
from callbacks.rendering import Renderer
from dashboard.panel import Panel
from dashboard.panels import BY_KEY
from dashboard.route import Route
from dashboard.selection import Selection
from data_access.database import Snapshot
from layouts import ids

LOG = logging.getLogger(__name__)


class Drawn(NamedTuple):
    """What goes into the places of a panel."""

    figure: Any
    head: Any
    foot: Any
    help: Any
    links: Any
    table: Any
    question: Any


def register(app: Dash, reader: Reader) -> None:
    """One callback for all panels of a page: one request, one answer, however many there are."""
    renderer = Renderer(reader)

    @app.callback(
        Output(ids.figure(ALL), "figure"),
        Output(ids.head(ALL), "children"),
        Output(ids.foot(ALL), "children"),
        Output(ids.help_with(ALL), "children"),
        Output(ids.links(ALL), "children"),
        Output(ids.table(ALL), "data-table"),
        Output(ids.panel(ALL), "data-question"),
        Input(ids.HERE, "search"),
        Input(ids.panel(ALL), "id"),
        State(ids.HERE, "pathname"),
        State(ids.panel(ALL), "data-question"),
    )
    def draw(search: str, _panels: list[dict], path: str, questions: list[str]) -> tuple:
        snapshot = reader.database.snapshot()
        route = reader.page(snapshot, path)
        selection = reader.selection(snapshot, route, search)
        keys = [panel["id"]["key"] for panel in ctx.inputs_list[1]]
        drawn = [
            _drawn(renderer, snapshot, route, BY_KEY[key], selection, question)
            for key, question in zip(keys, questions, strict=True)
        ]
        return tuple(map(list, zip(*drawn, strict=True))) if drawn else ([],) * len(Drawn._fields)


def _drawn(
    renderer: Renderer, snapshot: Snapshot, route: Route, panel: Panel, selection: Selection, last: str
) -> Drawn:
    """What changes in one panel. One that fails says so in its place, and is asked again at the next choice."""
    try:
        question = renderer.question(snapshot, route, panel, selection)
        below = renderer.below(snapshot, route, panel, selection)
        if question == last:
            return Drawn(no_update, no_update, no_update, no_update, *below, no_update)
        picture = renderer.picture(snapshot, route, panel, panel.heeded(selection))
        texts = no_update if renderer.is_helped(snapshot, panel, selection, last) else picture.help
        return Drawn(picture.figure, picture.head, picture.foot, texts, *below, question)
    except Exception:
        LOG.exception("panel %s, %s", panel.key, selection.search)
        ctx.response.set_header(PASSING, "1")
        picture = renderer.failure(route, panel, selection)
        return Drawn(picture.figure, picture.head, picture.foot, picture.help, [], "", "")
