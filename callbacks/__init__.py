"""What happens when the reader does something. A handful, however many panels there are."""

from dash import Dash

from callbacks import draw, navigate, select, summarise
from dashboard.address.reader import Reader
from dashboard.pages.rendering import Renderer


def register(app: Dash, reader: Reader, renderer: Renderer) -> None:
    """Connect all callbacks to one application, in the order in which a page needs them."""
    navigate.register(app, reader, renderer)
    select.register(app, reader)
    summarise.register(app, reader)
    draw.register(app, reader, renderer)
