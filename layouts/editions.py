"""The versions that can be looked at: the newest figures, and editions that were kept."""

from collections.abc import Sequence
from typing import NamedTuple

from dash import html

from dashboard.text import Words


class EditionItem(NamedTuple):
    """A version: its title, what is known of it, and its address.

    The address is empty where the reader is there, and None where it cannot be opened any more.
    """

    title: str
    about: Sequence[str]
    href: str | None


def edition_list(editions: Sequence[EditionItem], words: Words) -> html.Section:
    """All versions with the way to each. Links are plain ones: with the figures the whole page changes."""
    title = html.H2(words("edition.list.title"))
    items = [html.Li([_way(one, words), *(html.Div(text, className="note") for text in one.about)]) for one in editions]
    lead = html.P(words("edition.list.lead"))
    return html.Section([title, lead, html.Ul(items)], id="editions", className="datasets editions")


def _way(edition: EditionItem, words: Words) -> html.A | html.Strong | html.Span:
    if edition.href is None:
        return html.Span(edition.title)
    return (
        html.A(edition.title, href=edition.href)
        if edition.href
        else html.Strong(f"{edition.title} – {words('edition.here')}")
    )
