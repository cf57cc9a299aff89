"""Replies of those concerned below a figure: each in the same form, by date, whoever it is."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from dash import html

from dashboard.text import Words

# More of them fold under their heading, all together.
MOST_OPEN = 3


class Said(NamedTuple):
    """A reply in words: when, what kind of body, its name, about what, the text, and marks where they apply."""

    day: str
    kind: str
    by: str
    about: str
    text: str
    translated: str | None
    document: str
    address: str | None
    example: str | None


def block(key: str, said: Sequence[Said], words: Words) -> html.Details | None:
    """The replies below the figure of a panel; None where nobody has replied."""
    if not said:
        return None
    items = [
        html.Li(_item(one, words), id=place(key, number), className="reply") for number, one in enumerate(said, start=1)
    ]
    inside = [html.Summary(words("replies.title", n=len(said))), html.P(words("replies.note"), className="note")]
    return html.Details([*inside, html.Ol(items)], className="replies", open=len(said) <= MOST_OPEN)


def place(key: str, number: int) -> str:
    """The anchor of a reply on its page."""
    return f"reply-{key}-{number}"


def _item(one: Said, words: Words) -> list:
    example: list[Any] = [" ", html.Span(one.example, className="kind kind-synthetic")] if one.example else []
    links = {"rel": "noopener noreferrer", "target": "_blank"}
    document = html.A(one.document, href=one.address, **links) if one.address else one.document
    marks = [one.about, *([" · ", one.translated] if one.translated else []), " · ", document]
    return [
        html.P([html.Strong(one.by), f" · {one.kind} · {one.day}", *example], className="reply-by"),
        html.P(one.text, className="reply-text", lang=words.language),
        html.P(marks, className="reply-about"),
    ]
