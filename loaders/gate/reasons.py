"""Sentences of the operator that are published: reasons of loads, titles of editions and why one was withdrawn."""

import pandas as pd

from data_access.vocabulary.bidi_marks import straight
from loaders.gate.checks import LoadRefused
from loaders.gate.personal import holds_number, names_somebody

LONGEST = 500
OPTION = "--why"
PERSONAL_DATA = "something like a phone number, a personal number or an e-mail address"


def publishable(text: str | None) -> str | None:
    """A reason in one line; None for an empty one. Raises LoadRefused when it is too long or may name a person."""
    reason = " ".join(straight(text or "").split())
    if len(reason) > LONGEST:
        raise LoadRefused(
            OPTION, f"is longer than {LONGEST} characters; it is published with the load, so make it short"
        )
    if personal := found_in(reason):
        raise LoadRefused(OPTION, f"is published with the load, and it holds {personal}; nothing is loaded")
    return reason or None


def found_in(sentence: str) -> str | None:
    """What of a person a sentence seems to hold, in words; None: nothing."""
    cells = pd.Series([sentence])
    if holds_number(cells).any():
        return PERSONAL_DATA
    return "something like a name" if names_somebody(cells).any() else None
