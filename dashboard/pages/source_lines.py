"""Sources in words, each with the address where all is told of it."""

from collections.abc import Iterable

from dashboard.address.reader import Reader
from dashboard.address.route import Route
from dashboard.pages.cell_links import to_source
from dashboard.pages.panel_view import SourceLine
from dashboard.text import Words, naming, wording
from data_access.answers import sources
from data_access.store.database import Snapshot
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.languages import translation
from data_access.vocabulary.source import Source


def shown_sources(answer: Answer) -> tuple[Source, ...]:
    """The sources of the figures and of what the picture shows beside them, each once."""
    return tuple({one.key: one for one in (*answer.sources, *answer.beside)}.values())


def source_lines(
    snapshot: Snapshot, items: Iterable[Source], route: Route, edition: str | None, reader: Reader
) -> list[SourceLine]:
    """The sources of an answer or a page, by their numbers, as an edition or the newest version knows them."""
    words = reader.words[route.language]
    numbers = {one.key: number for number, one in enumerate(sources.all_of(snapshot), start=1)}
    lines = [_line(one, numbers[one.key], to_source(one.key, route, edition, reader), words) for one in items]
    return sorted(lines, key=lambda line: line.number)


def _line(item: Source, number: int, href: str, words: Words) -> SourceLine:
    title = translation(item.title, words.language)
    terms = (translation(name, words.language) for name in (item.publisher, item.licence))
    return SourceLine(
        key=item.key,
        number=number,
        kind=item.kind,
        kind_name=words(f"kind.{item.kind}"),
        title=title.text,
        short=naming.short(title.text),
        language=title.language,
        href=href,
        # That it is of no day is told where all is told of it.
        freshness=wording.age(item.newest_on, item.expected_on, item.timeliness, words) if item.newest_on else "",
        timeliness=item.timeliness,
        terms=[(one.text, one.language) for one in terms],
    )
