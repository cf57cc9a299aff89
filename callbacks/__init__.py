"""What happens when the reader does something. A handful, however many panels there are."""

from dash import Dash

from callbacks import choose, navigate
from dashboard.address.reader import Reader


def register(app: Dash, reader: Reader) -> None:
    """Connect all callbacks to one application, in the order in which a page needs them."""
    navigate.register(app, reader)
    choose.register(app)
