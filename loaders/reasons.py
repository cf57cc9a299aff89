"""Reasons of loads: a sentence of the operator, published with the load."""

import pandas as pd

from loaders.checks import LoadRefused
from loaders.formats.personal import names_somebody, refuse_telling

LONGEST = 500
WHERE = "--why"


def publishable(why: str | None) -> str | None:
    """A reason in one line; None for an empty one. Raises LoadRefused when it is too long or may name a person."""
    reason = " ".join((why or "").split())
    if len(reason) > LONGEST:
        raise LoadRefused(
            WHERE, f"is longer than {LONGEST} characters; it is published with the load, so make it short"
        )
    cells = pd.DataFrame({"reason": [reason]})
    try:
        refuse_telling(cells, WHERE)
    except LoadRefused as error:
        raise LoadRefused(WHERE, f"is published with the load, and it {error.reason}") from error
    if names_somebody(cells["reason"]).any():
        raise LoadRefused(WHERE, "is published with the load, and it holds something like a name; nothing is loaded")
    return reason or None
