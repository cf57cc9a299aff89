"""Whom to tell, as data."""

from collections.abc import Sequence
from typing import NamedTuple

from dashboard.pages.panel_view import Link


class Channel(NamedTuple):
    """An office that takes complaints: what it is, its name, ways to reach it, where it is, when it was checked."""

    role: str
    office: str
    ways: Sequence[Link]
    visit: str
    checked: str


class Whom(NamedTuple):
    """Whom to tell: channels for complaints here, and to whom a mistake in a number is reported.

    ``nothing`` stands in the place of channels, with the way by which they get here. ``mail`` is empty where nobody is
    on record who keeps the figures: then the reader's own program asks for it. ``version`` is that of the figures;
    ``feed_href`` leads to what was corrected of them.
    """

    channels: Sequence[Channel]
    nothing: str
    send_href: str
    mail: str
    version: int
    feed_href: str
