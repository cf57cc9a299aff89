"""The reader sets a control of place or period: the browser makes an address of it, and nothing is asked here.

What follows from the address, pages ask for by theirs. So no answer is waited for before the address says what was
chosen, and on a slow link none can undo a choice: ``assets/4-choose.js``.
"""

from typing import Any

from dash import ClientsideFunction, Dash, Input

from layouts import ids

NAMESPACE = "choose"


def register(app: Dash) -> None:
    """Let the browser hear both controls, and that they were made anew."""
    connect: Any = app.clientside_callback  # Dash gives it no types
    for control in (ids.DISTRICT, ids.PERIOD):
        connect(ClientsideFunction(NAMESPACE, control), Input(control, "value"), prevent_initial_call=True)
    connect(ClientsideFunction(NAMESPACE, "made"), Input(ids.CONTROLS, "children"))
