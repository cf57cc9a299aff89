"""The list of questions without figures, and how one sends figures that are missing."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from dash import html

from dashboard.text import Words

STEPS = ("table", "source", "where")


class Gaps(NamedTuple):
    """Why there are no figures, for which questions, how to send some, and the example where there is one."""

    lead: str
    questions: Sequence[str]
    send_href: str
    example_href: str | None


def gap_list(gaps: Gaps, words: Words) -> html.Section:
    """One line for each question."""
    ways: list[Any] = [html.A(words("gaps.send"), href=gaps.send_href)]
    if gaps.example_href:
        ways += [" · ", html.A(words("example.offer"), href=gaps.example_href, rel="nofollow")]
    return html.Section(
        [
            html.H2(words("gaps.title")),
            html.P(gaps.lead),
            html.Ul([html.Li(question) for question in gaps.questions]),
            html.P(ways),
        ],
        className="gaps",
    )


def how_to_send(words: Words) -> html.Section:
    """How figures that are missing get here."""
    steps = [html.Li(words(f"send.{step}")) for step in STEPS]
    return html.Section(
        [html.H2(words("send.title")), html.P(words("send.lead")), html.Ol(steps)], id="send", className="gaps"
    )
