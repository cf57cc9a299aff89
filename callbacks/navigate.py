"""The reader opens a page: its controls of place and period."""

from dash import Dash, Input, Output, State
from dash.development.base_component import Component
from dash.exceptions import PreventUpdate

from dashboard.address.reader import NoSuchPage, Reader
from dashboard.pages import choice_names
from dashboard.pages.page_choices import district_options
from data_access.answers import choices
from data_access.store.database import EditionUnavailable
from layouts import ids
from layouts.controls import controls


def register(app: Dash, reader: Reader) -> None:
    """Make the controls anew when the path changes; a change of the query alone leaves them."""

    @app.callback(Output(ids.CONTROLS, "children"), Input(ids.ADDRESS, "pathname"), State(ids.ADDRESS, "search"))
    def navigate(path: str, search: str) -> list[Component]:
        try:
            view = reader.view(path, search)
        except (EditionUnavailable, NoSuchPage):
            # The page itself says so.
            raise PreventUpdate from None
        snapshot, route, selection = view
        words, years = reader.words[route.language], choices.all_years(snapshot)
        return controls(
            words,
            district_options(snapshot, words),
            years,
            choice_names.shown_places(selection, route.topic),
            selection.shown_years(*years),
        )
