"""Help with reading a panel, and questions that lead to a ready choice."""

from collections.abc import Sequence
from typing import NamedTuple

from dash import dcc, html

from dashboard.text import Words
from layouts import ids
from layouts.terms import with_terms
from layouts.to_html import HTML

PARTS = ("means", "reading", "limits")


class Question(NamedTuple):
    """A question that people ask, and the address of the choice that answers it."""

    text: str
    href: str


def help_place(key: str, words: Words) -> html.Details:
    """The place of a panel's help, closed until the reader opens it; it stays open when the panel is drawn anew."""
    texts = html.Dl(id=ids.help_with(key), **{HTML: ""})
    return html.Details([html.Summary(words("help.title")), texts], className="help")


def help_with(key: str, texts: Sequence[str], words: Words) -> list[html.Div]:
    """What the measure means, how to read the picture, what the data cannot say."""
    return [
        html.Div([html.Dt(words(f"help.{part}")), html.Dd(with_terms(text, words, f"{key}-{part}"))], className=part)
        for part, text in zip(PARTS, texts, strict=True)
    ]


def question_links(questions: Sequence[Question], words: Words) -> html.Nav | None:
    """Questions as a row of links; None where there are none."""
    if not questions:
        return None
    links = [html.Li(dcc.Link(question.text, href=question.href)) for question in questions]
    name = words("asked.title")
    return html.Nav([html.Span(name), html.Ul(links)], className="asked", **{"aria-label": name})
