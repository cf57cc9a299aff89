"""One search for all that has a page, or a choice on one: places, companies, sites, indicators, pages by their
subjects, the questions that they answer, words."""

from dataclasses import replace
from typing import NamedTuple
from urllib.parse import parse_qsl

from dashboard.address.reader import Reader
from dashboard.address.route import Route
from dashboard.pages import search_matches
from dashboard.pages.page_view import SearchForm
from dashboard.pages.panel_view import title_id
from dashboard.pages.search_entries import INDICATOR, MEASURE, PAGE, QUESTION, TERM
from dashboard.pages.search_matches import DISTRICTS
from dashboard.panels import BY_KEY
from dashboard.text import Words
from data_access.answers.findable import COMPANY, OBLAST, Findable
from data_access.store.database import Snapshot
from data_access.vocabulary import measures
from data_access.vocabulary.selection import Selection

MOST_HITS, MOST_LETTERS = 8, 64


class Hit(NamedTuple):
    """What was found: its name, what it is and where, and its address."""

    text: str
    about: str
    href: str


class Found(NamedTuple):
    """What a search shows, the best first, how many it found in all, and whether a village is among those shown."""

    hits: list[Hit]
    total: int
    leads_to_district: bool


def found(snapshot: Snapshot, route: Route, selection: Selection, query: str, reader: Reader) -> Found:
    """At most eight hits, with as much of the choice as holds there.

    ``route`` gives the language and the way: what a light page asks leads to light pages.
    """
    things = search_matches.matches(snapshot, query[:MOST_LETTERS], reader)
    shown = things[:MOST_HITS]
    hits = [_hit(thing, route, selection, reader) for thing in shown]
    return Found(hits, len(things), any(thing.district for thing in shown))


def _hit(thing: Findable, route: Route, selection: Selection, reader: Reader) -> Hit:
    words = reader.words[route.language]
    if thing.kind == TERM:
        href = f"{reader.glossary_href(route)}#term-{thing.key}"
        return Hit(thing.names[route.language], words("search.kind.term"), href)
    if thing.kind == QUESTION:
        topic = BY_KEY[thing.key].topic
        href = f"{reader.href(route.to(topic), selection)}#{title_id(thing.key)}"
        return Hit(thing.names[route.language], words(f"topic.{topic}"), href)
    topic, target_selection = _target(thing, selection)
    about = " · ".join([_kind(thing, topic, words), *(names[route.language] for names in thing.within)])
    return Hit(thing.names[route.language], about, reader.href(route.to(topic), target_selection))


def _kind(thing: Findable, topic: str, words: Words) -> str:
    if thing.district:
        return words(f"settlement_kind.{thing.kind}")
    return words(f"site_kind.{thing.kind}" if topic == "site" else f"search.kind.{thing.kind}")


def _target(thing: Findable, selection: Selection) -> tuple[str, Selection]:
    """The page to which a thing leads, and the choice there. An oblast has none of its own: it is seen on the map."""
    if thing.kind == PAGE:
        return thing.key, selection
    if thing.kind == INDICATOR:
        return "monitoring", replace(selection, indicator=thing.key)
    if thing.kind == MEASURE:
        return measures.of(thing.key).topic, replace(selection, measure=thing.key)
    if thing.kind == OBLAST:
        return "overview", selection.of(())
    if thing.kind == COMPANY:
        return "revenue", replace(selection, operator=thing.key)
    if thing.kind in DISTRICTS or thing.district:
        return "district", selection.of([thing.district or thing.key])
    return "site", replace(selection, site=thing.key)


def form(route: Route, selection: Selection, reader: Reader) -> SearchForm:
    """Where a page asks, and what goes along: the choices that other pages may heed."""
    choices = parse_qsl(replace(selection, tables=(), present=None).search[1:])
    lite = [("lite", "1")] if route.is_lite else []
    return SearchForm(f"{reader.base_path}{route.language}/search", [*choices, *lite])
