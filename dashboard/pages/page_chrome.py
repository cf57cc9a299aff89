"""What stands around every page: topics, languages, what is chosen, which edition is shown."""

from dataclasses import replace
from typing import Any

from dashboard.address.reader import Reader
from dashboard.address.route import Route
from dashboard.pages import choice_names
from dashboard.panels import TOPICS
from dashboard.text import LANGUAGES, wording
from data_access.answers import sources
from data_access.store.database import Snapshot
from data_access.vocabulary.selection import Selection
from layouts import controls, shell


def chips(snapshot: Snapshot, selection: Selection, route: Route, reader: Reader) -> list[Any]:
    """Every choice that is made, each removable, and the pages of chosen places."""
    words = reader.words[route.language]
    parts = choice_names.active_choices(snapshot, selection, route, words)
    made = [controls.Chip(text, reader.href(route, without)) for text, without in parts]
    offered = (("district", "district.open", len(selection.districts) == 1), ("site", "site.open", selection.site))
    pages = [
        controls.Chip(words(text), reader.href(route.to(kind), selection))
        for kind, text, is_chosen in offered
        if is_chosen and route.topic != kind
    ]
    clear = reader.href(route, reader.within(snapshot, route.selection_on_page(Selection())))
    count = len(selection.districts)
    chosen = controls.chips(made[:count], made[count:], words, clear, pages)
    return [*_edition_chip(snapshot, selection, route, reader), *chosen]


def _edition_chip(snapshot: Snapshot, selection: Selection, route: Route, reader: Reader) -> list[Any]:
    if snapshot.edition is None or snapshot.edition.is_example:
        return []
    words = reader.words[route.language]
    text = words("edition.chip", title=snapshot.edition.titles[route.language])
    return [controls.edition_chip(controls.Chip(text, _current(route, selection, reader)), words)]


def edition(snapshot: Snapshot, route: Route, selection: Selection, reader: Reader) -> list[Any]:
    """Which edition is shown, and the way to the newest figures for the same choice."""
    if snapshot.edition is None:
        return []
    words, newest = reader.words[route.language], reader.database.snapshot()
    if snapshot.edition.is_example:
        there = _current(route, selection, reader)
        return shell.example(wording.edition(snapshot.edition, words), words("example.leave"), there)
    lead = "edition.newer" if sources.publication(newest)[0] != snapshot.edition.version else "edition.newest"
    said = wording.edition(snapshot.edition, words)
    return shell.edition(said, words(lead), words("edition.see_current"), _current(route, selection, reader))


def _current(route: Route, selection: Selection, reader: Reader) -> str:
    return reader.href(route, replace(selection, edition=None))


def topics(route: Route, selection: Selection, reader: Reader) -> list[shell.Link]:
    """The topics with as much of the choice as means something there."""
    words = reader.words[route.language]
    return [
        shell.Link(
            words(f"topic.{topic}"),
            reader.href(route.to(topic), selection),
            topic == route.topic,
        )
        for topic in TOPICS
    ]


def example(snapshot: Snapshot, route: Route, selection: Selection, reader: Reader) -> shell.Link | None:
    """The way to the same page of the example; None where there is none, or in an edition."""
    href = reader.example_href(snapshot, route, selection)
    return shell.Link(reader.words[route.language]("example.name"), href, False) if href else None


def languages(route: Route, selection: Selection, reader: Reader) -> list[tuple[str, shell.Link]]:
    """The same page in each language, by its code."""
    return [(code, _in_language(code, route, selection, reader)) for code in LANGUAGES]


def _in_language(code: str, route: Route, selection: Selection, reader: Reader) -> shell.Link:
    there = reader.href(replace(route, language=code), selection)
    return shell.Link(reader.words[code]("language.name"), there, code == route.language)
