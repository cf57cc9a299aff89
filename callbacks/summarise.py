"""The reader chooses: the key figures follow."""

from typing import Any

from dash import ALL, Dash, Input, Output, State

from callbacks.page_view import page_view
from dashboard.address.reader import Reader, View
from dashboard.address.route import Route
from dashboard.pages.key_figures import figures
from data_access.store.database import Snapshot
from data_access.store.memory import per_question
from data_access.vocabulary.selection import Selection
from layouts import ids, page
from layouts.to_html import HTML, live_html

MOST_ENTRIES = 2_000


def register(app: Dash, reader: Reader) -> None:
    """Write the figures when the choice changes, and when their place appears on a page."""

    @app.callback(
        Output(ids.key_figures(ALL), HTML),
        Input(ids.HERE_ID, "search"),
        Input(ids.key_figures(ALL), "id"),
        State(ids.HERE_ID, "pathname"),
    )
    def summarise(search: str, places: list[dict[str, Any]], path: str) -> list[str]:
        snapshot, route, selection = page_view(reader, path, search)
        return [written(snapshot, route, selection) for _ in places]

    @per_question(MOST_ENTRIES)
    def written(snapshot: Snapshot, route: Route, selection: Selection) -> str:
        return live_html(page.key_figures(figures(View(snapshot, route, selection), reader)))
