"""Replies of those concerned below a figure: each in the same form, by date, whoever it is."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from dash import html

from dashboard.text import Words

# More of them fold under their heading, all together.
MOST_OPEN = 3


class ReplyText(NamedTuple):
    """A reply in words: when, what kind of body, its name, about what, the text, and marks where they apply."""

    day: str
    kind: str
    by: str
    about: str
    text: str
    translation_mark: str | None
    document: str
    address: str | None
    example: str | None


def block(key: str, replies: Sequence[ReplyText], words: Words) -> html.Details | None:
    """The replies below the figure of a panel; None where nobody has replied."""
    if not replies:
        return None
    items = [
        html.Li(_item(one, words), id=place(key, number), className="reply")
        for number, one in enumerate(replies, start=1)
    ]
    inside = [html.Summary(words("replies.title", n=len(replies))), html.P(words("replies.note"), className="note")]
    return html.Details([*inside, html.Ol(items)], className="replies", open=len(replies) <= MOST_OPEN)


def place(key: str, number: int) -> str:
    """The anchor of a reply on its page."""
    return f"reply-{key}-{number}"


def _item(reply: ReplyText, words: Words) -> list:
    example: list[Any] = [" ", html.Span(reply.example, className="kind kind-synthetic")] if reply.example else []
    links = {"rel": "noopener noreferrer", "target": "_blank"}
    document = html.A(reply.document, href=reply.address, **links) if reply.address else reply.document
    marks = [reply.about, *([" · ", reply.translation_mark] if reply.translation_mark else []), " · ", document]
    return [
        html.P([html.Strong(reply.by), f" · {reply.kind} · {reply.day}", *example], className="reply-by"),
        html.P(reply.text, className="reply-text", lang=words.language),
        html.P(marks, className="reply-about"),
    ]
