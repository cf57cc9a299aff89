"""What Dash keeps on a page: the address, and the controls of place and period."""

from dash import dcc, html

from layouts import ids


def empty() -> html.Div:
    """What stands there before the page is known."""
    return html.Div([dcc.Location(id=ids.ADDRESS, refresh=False), html.Div(id=ids.CONTROLS)])


def every_id() -> html.Div:
    """One component for each id that callbacks use, so that Dash can check them before a page is drawn."""
    return html.Div([empty(), dcc.Dropdown(id=ids.DISTRICT), dcc.RangeSlider(id=ids.PERIOD)])
