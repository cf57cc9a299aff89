"""The reader opens a page."""

from dash import Dash, Input, Output, State, ctx
from orjson import Fragment

from callbacks.page_view import page_view
from callbacks.response_cache import PASSING_HEADER
from dashboard.address.reader import Reader
from dashboard.pages import gaps, notices
from dashboard.pages.rendering import Renderer
from dashboard.pages.whole_page import whole_page
from data_access.store.database import EditionUnavailable
from layouts import ids, shell
from layouts.preserialized import preserialized


def register(app: Dash, reader: Reader, renderer: Renderer) -> None:
    """Draw the page anew when the path changes; a change of the query alone leaves it."""

    @app.callback(Output(ids.ROOT, "children"), Input(ids.ADDRESS, "pathname"), State(ids.ADDRESS, "search"))
    def navigate(path: str, search: str) -> Fragment:
        try:
            view = page_view(reader, path, search)
        except EditionUnavailable as problem:
            ctx.response.set_header(PASSING_HEADER, "1")
            notice = notices.of_edition(reader, path, reader.language(path), problem)
            return preserialized(shell.notice(notice.title, notice.text, notice.link, notice.href))
        shown = gaps.page_panels(view.snapshot, view.route, reader, renderer)
        return preserialized(whole_page(reader, view, shown))
