"""Whom to tell: who takes complaints about the place of a page, and who is told of a mistake in a number."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from dashboard.address.reader import Reader, View
from dashboard.pages.panel_view import Link
from dashboard.pages.whom_view import Channel, Whom
from dashboard.text import Words
from data_access.answers import contacts, sources
from data_access.answers.links import web_address
from data_access.store.database import Snapshot
from data_access.store.memory import per_question
from data_access.vocabulary.selection import Selection

MOST = 6
MOST_PLACES = 200


def of_place(view: View, reader: Reader) -> Whom:
    """The channels of the chosen place, the nearest first. Raises DataUnavailable."""
    snapshot, route, selection = view
    words, keeper = reader.words[route.language], contacts.keeper(snapshot)
    bare = reader.within(snapshot, Selection())
    return Whom(
        channels=_channels(snapshot, words, Selection(district=selection.district, site=selection.site)),
        nothing=words("whom.nothing"),
        send_href=f"{reader.href(route.to('data'), bare)}#send",
        mail=keeper["mail"] if keeper else "",
        version=sources.edition(snapshot)[0],
        feed_href=f"{reader.base_path}{route.language}/corrections.atom",
    )


@per_question(MOST_PLACES)
def _channels(snapshot: Snapshot, words: Words, selection: Selection) -> list[Channel]:
    return [_channel(row, words) for row in contacts.serving(snapshot, selection)[:MOST]]


def _channel(row: Any, words: Words) -> Channel:
    return Channel(
        role=words(f"contact_role.{row.contact_role}"),
        office=getattr(row, f"office_{words.language}"),
        ways=[*_ways(row, words)],
        visit=getattr(row, f"visit_{words.language}") or "",
        checked=words("whom.checked", date=words.day(row.checked_on)),
    )


def _ways(row: Any, words: Words) -> Iterator[Link]:
    if row.phone:
        yield Link(row.phone, "tel:" + "".join(sign for sign in row.phone if sign in "+0123456789"))
    if row.mail:
        yield Link(row.mail, f"mailto:{quote(row.mail, safe='@')}")
    if address := web_address(row.web):
        yield Link(words("whom.web"), address)
