"""What the address on the reader's screen shows."""

from dash.exceptions import PreventUpdate

from dashboard.address.reader import NoSuchPage, Reader, View


def page_view(reader: Reader, path: str, search: str) -> View:
    """The view of an address. Raises DataUnavailable, and PreventUpdate where there is no such page."""
    try:
        return reader.view(path, search)
    except NoSuchPage:
        raise PreventUpdate from None
