"""Texts as a keyboard writes them, so that a test can compare what a page says with a plain sentence."""

import re

NOT_BREAKING = re.compile("[\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]")


def plain_spaces(text: str) -> str:
    """The text with a plain space for each at which no line may end."""
    return NOT_BREAKING.sub(" ", text)
