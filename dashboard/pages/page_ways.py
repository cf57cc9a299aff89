"""Where the same leads in other forms."""

from dataclasses import replace
from typing import NamedTuple

from dashboard.address.reader import Reader, View


class Ways(NamedTuple):
    """Where the same leads as slides, as a light page, on paper, and as a QR code, and where a meeting's agenda is.

    Paper has pictures, whichever tables stand open beside them.
    """

    slides: str
    lite: str
    paper: str
    code: str
    agenda: str


def ways(view: View, reader: Reader) -> Ways:
    """From a live page to its slides, its light page, its sheet, its code and the agenda."""
    _, route, selection = view
    return Ways(
        slides=reader.href(route, replace(selection, present="1")),
        lite=reader.href(route.lite, selection),
        paper=reader.href(route.lite, replace(selection, tables=())),
        code=f"{reader.base_path}qr.svg",
        agenda=f"{reader.base_path}{route.language}/agenda",
    )
