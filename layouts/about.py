"""The foot of every page: whose figures these are, which are real, how old they are."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any

from dash import html

from dashboard.text import Words
from data_access.vocabulary.answer import Source
from data_access.vocabulary.languages import translation
from layouts import panel


def about(
    sources: Sequence[Source],
    address: Callable[[str], str],
    edition: tuple[int, date],
    words: Words,
    languages: str,
    is_open: bool = False,
) -> list[Any]:
    """All sources, what this dashboard cannot say, and the version that is shown.

    ``address`` gives where all is told of a source, by its key; ``languages`` is that of the page about the texts.
    ``is_open``: the list of sources stands open, as not every browser prints what is folded.
    """
    version, published_on = edition
    is_example = any(one.kind == "synthetic" for one in sources)
    cautions = ("absence", "cause", "withheld", "periods", *(("synthetic",) if is_example else ()), "boundaries")
    return [
        html.Details(
            [
                html.Summary(html.H2(words("about.sources"))),
                html.Ul(
                    [
                        html.Li(
                            [
                                panel.source(one, address(one.key), words),
                                *_terms(one, words),
                            ]
                        )
                        for one in sources
                    ]
                ),
            ],
            className="about-sources",
            open=is_open,
        ),
        html.Div(
            [
                html.H2(words("about.reading")),
                *(html.P(words(f"about.{key}")) for key in cautions),
                html.P(words("about.version", version=version, date=words.day(published_on)), className="version"),
                html.P(html.A(words("languages.title"), href=languages)),
            ],
            className="about-reading",
        ),
    ]


def _terms(one: Source, words: Words) -> Iterator[Any]:
    """Publisher and licence, each marked where it is in another language than the page."""
    for name in (one.publisher, one.licence):
        text = translation(name, words.language)
        yield from (" · ", html.Span(text.text, lang=text.language) if text.language else text.text)
