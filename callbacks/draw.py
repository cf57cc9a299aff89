"""The panels are drawn: each only when something it depends on has changed."""

import logging
from typing import Any, NamedTuple

from dash import ALL, Dash, Input, Output, State, ctx, no_update

from callbacks.page_view import page_view
from callbacks.response_cache import PASSING_HEADER
from dashboard.address.reader import Reader, View
from dashboard.address.route import Route
from dashboard.pages.rendering import Renderer
from dashboard.panels import BY_KEY
from dashboard.panels.panel import Panel
from data_access.store.database import EditionUnavailable
from data_access.vocabulary.selection import Selection
from layouts import ids
from layouts.to_html import HTML

LOG = logging.getLogger(__name__)


class PanelParts(NamedTuple):
    """What goes into the places of a panel."""

    figure: Any
    head: Any
    foot: Any
    help: Any
    links: Any
    table: Any
    question: Any


def register(app: Dash, reader: Reader, renderer: Renderer) -> None:
    """One callback for all panels of a page: one request, one answer, however many there are."""

    @app.callback(
        Output(ids.figure(ALL), "figure"),
        Output(ids.head(ALL), HTML),
        Output(ids.foot(ALL), HTML),
        Output(ids.help_with(ALL), HTML),
        Output(ids.links(ALL), HTML),
        Output(ids.table(ALL), HTML),
        Output(ids.panel(ALL), "data-question"),
        Input(ids.HERE_ID, "search"),
        Input(ids.panel(ALL), "id"),
        State(ids.HERE_ID, "pathname"),
        State(ids.panel(ALL), "data-question"),
    )
    def draw(search: str, _panels: list[dict], path: str, _questions: list[str]) -> tuple:
        last = {place["id"]["key"]: place.get("value") for place in ctx.states_list[1]}
        try:
            view = page_view(reader, path, search)
            drawn = {key: _drawn(renderer, view, BY_KEY[key], question) for key, question in last.items()}
        except EditionUnavailable as problem:
            route = reader.route(path)
            why = f"empty.{problem.reason}"
            drawn = {key: _failed(renderer, route, BY_KEY[key], Selection(), why) for key in last}
        return _in_place(drawn, ctx.outputs_list)


def _in_place(parts: dict[str, PanelParts], outputs: list[list[dict]]) -> tuple:
    """What goes where: after going back, Dash names the places of one kind in another order than those of others."""
    return tuple(
        [getattr(parts[place["id"]["key"]], field) for place in places]
        for field, places in zip(PanelParts._fields, outputs, strict=True)
    )


def _drawn(renderer: Renderer, view: View, panel: Panel, last: str) -> PanelParts:
    """What changes in one panel. One that fails says so in its place, and is asked again at the next choice."""
    snapshot, route, selection = view
    try:
        question = renderer.question(snapshot, route, panel, selection)
        below = renderer.below(snapshot, route, panel, selection)
        if question == last:
            return PanelParts(no_update, no_update, no_update, no_update, *below, no_update)
        picture = renderer.picture(snapshot, route, panel, panel.relevant(selection))
        texts = no_update if renderer.is_helped(snapshot, panel, selection, last) else picture.help
        return PanelParts(picture.figure, picture.head, picture.foot, texts, *below, question)
    except Exception:
        LOG.exception("panel %s, %s", panel.key, selection.search)
        return _failed(renderer, route, panel, selection, "empty.unreadable")


def _failed(renderer: Renderer, route: Route, panel: Panel, selection: Selection, reason: str) -> PanelParts:
    ctx.response.set_header(PASSING_HEADER, "1")
    picture = renderer.failure(route, panel, selection, reason)
    return PanelParts(picture.figure, picture.head, picture.foot, picture.help, "", "", "")
