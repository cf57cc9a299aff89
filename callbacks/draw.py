"""The panels are drawn: each only when something it heeds has changed."""

from typing import Any, NamedTuple

from dash import ALL, Dash, Input, Output, State, ctx, no_update

from callbacks.reader import Reader
from callbacks.rendering import Renderer
from dashboard.panels import BY_KEY
from layouts import ids


class Drawn(NamedTuple):
    """What goes into the five places of a panel."""

    figure: Any
    head: Any
    foot: Any
    table: Any
    question: Any


def register(app: Dash, reader: Reader) -> None:
    """One callback for all panels of a page: one request, one answer, however many there are."""
    renderer = Renderer(reader)

    @app.callback(
        Output(ids.figure(ALL), "figure"),
        Output(ids.head(ALL), "children"),
        Output(ids.foot(ALL), "children"),
        Output(ids.table(ALL), "children"),
        Output(ids.panel(ALL), "data-question"),
        Input(ids.HERE, "search"),
        Input(ids.panel(ALL), "id"),
        State(ids.HERE, "pathname"),
        State(ids.panel(ALL), "data-question"),
    )
    def draw(search: str, _panels: list[dict], path: str, questions: list[str]) -> tuple:
        route = reader.route(path)
        snapshot = reader.database.snapshot()
        selection = reader.selection(snapshot, search)
        keys = [panel["id"]["key"] for panel in ctx.inputs_list[1]]
        drawn = [
            _drawn(renderer, snapshot, route, BY_KEY[key], selection, question)
            for key, question in zip(keys, questions, strict=True)
        ]
        return tuple(map(list, zip(*drawn, strict=True))) if drawn else ([], [], [], [], [])


def _drawn(renderer: Renderer, snapshot, route, panel, selection, last_question: str) -> Drawn:
    question = renderer.question(snapshot, route, panel, selection)
    table = renderer.table(snapshot, route, panel, selection)
    if question == last_question:
        return Drawn(no_update, no_update, no_update, table, no_update)
    picture = renderer.picture(snapshot, route, panel, panel.heeded(selection))
    return Drawn(picture.figure, picture.head, picture.foot, table, question)
