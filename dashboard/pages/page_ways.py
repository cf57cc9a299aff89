"""Where the same leads in other forms."""

from dataclasses import replace

from dashboard.address.reader import Reader, View
from dashboard.pages.page_view import Ways


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
