"""Sources in words, each with the address where all is told of it."""

from collections.abc import Iterable

from dashboard.address.reader import Reader
from dashboard.address.route import Route
from dashboard.pages.cell_links import to_source
from dashboard.pages.panel_view import SourceLine
from dashboard.text import Words, naming, wording
from data_access.vocabulary.answer import Source
from data_access.vocabulary.languages import translation


def source_lines(items: Iterable[Source], route: Route, edition: str | None, reader: Reader) -> list[SourceLine]:
    """The sources of an answer or a page, as they are known in an edition or now, seen from a page."""
    words = reader.words[route.language]
    return [_line(one, to_source(one.key, route, edition, reader), words) for one in items]


def _line(item: Source, href: str, words: Words) -> SourceLine:
    title = translation(item.title, words.language)
    terms = (translation(name, words.language) for name in (item.publisher, item.licence))
    return SourceLine(
        kind=item.kind,
        kind_name=words(f"kind.{item.kind}"),
        title=title.text,
        short=naming.short(title.text),
        language=title.language,
        href=href,
        freshness=wording.age(item.newest_on, item.expected_on, item.timeliness, words),
        timeliness=item.timeliness,
        terms=[(one.text, one.language) for one in terms],
    )
