"""The foot of every page: whose figures these are, which are real, how old they are."""

from collections.abc import Sequence
from datetime import date

from dash import html

from dashboard.answer import Source
from dashboard.text import Words
from layouts import panel


def about(sources: Sequence[Source], edition: tuple[int, date], words: Words) -> list:
    """All sources, what this dashboard cannot say, and the version that is shown."""
    version, published_on = edition
    return [
        html.Details(
            [
                html.Summary(html.H2(words("about.sources"))),
                html.Ul(
                    [
                        html.Li(
                            [
                                panel.source(one, words),
                                f" · {one.publisher[words.language]} · {one.licence[words.language]}",
                            ]
                        )
                        for one in sources
                    ]
                ),
            ],
            className="about-sources",
        ),
        html.Div(
            [
                html.H2(words("about.reading")),
                *(html.P(words(f"about.{key}")) for key in ("absence", "cause", "withheld", "synthetic", "boundaries")),
                html.P(words("about.version", version=version, date=words.day(published_on)), className="version"),
            ],
            className="about-reading",
        ),
    ]
