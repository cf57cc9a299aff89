"""Which text from a store may become a link on a page."""

import re

WEB_ADDRESS = re.compile(r"https?://[^/\s<>\"'][^\s<>\"']*", re.IGNORECASE)


def web_address(text: object) -> str | None:
    """The text where it is an address of the web, else None: ``javascript:`` and the like would run on a click."""
    return text if isinstance(text, str) and WEB_ADDRESS.fullmatch(text) else None
