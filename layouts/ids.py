"""The name of everything that a callback hears or changes."""

from typing import Any

ADDRESS = "address"
HERE_ID = "here"
ROOT = "root"
NAVIGATION = "navigation"
LANGUAGES = "languages"
DISTRICT = "district"
PERIOD = "period"
CHIPS = "chips"
NEWS = "news"
EDITION = "edition"


def key_figures(key: object) -> dict[str, Any]:
    """The place of the key figures, on the pages that have them."""
    return {"type": "key-figures", "key": key}


def panel(key: object) -> dict[str, Any]:
    """The frame of a panel; its ``data-question`` says what was drawn last."""
    return {"type": "panel", "key": key}


def head(key: object) -> dict[str, Any]:
    """Title and sentence of a panel."""
    return {"type": "head", "key": key}


def figure(key: object) -> dict[str, Any]:
    """Picture of a panel."""
    return {"type": "figure", "key": key}


def foot(key: object) -> dict[str, Any]:
    """Legend, notes and sources of a panel."""
    return {"type": "foot", "key": key}


def help_with(key: object) -> dict[str, Any]:
    """What helps with reading a panel, inside what opens and closes it."""
    return {"type": "help", "key": key}


def links(key: object) -> dict[str, Any]:
    """What leads on from a panel: opens its table, or goes to the nearest choice with figures."""
    return {"type": "links", "key": key}


def table(key: object) -> dict[str, Any]:
    """The panel's numbers as a table."""
    return {"type": "table", "key": key}


def choice(key: object) -> dict[str, Any]:
    """A control of one topic, for example the measure of a map."""
    return {"type": "choice", "key": key}
