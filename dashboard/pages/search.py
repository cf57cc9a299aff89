"""One search for all that has a page, or a choice on one: places, companies, sites, indicators, pages by their
subjects, the questions that they answer, words."""

from dataclasses import replace
from typing import NamedTuple
from urllib.parse import parse_qsl

from dashboard.address.reader import Reader
from dashboard.address.route import Route
from dashboard.pages import search_entries
from dashboard.pages.page_view import SearchForm
from dashboard.pages.panel_view import title_id
from dashboard.pages.search_entries import INDICATOR, MEASURE, PAGE, QUESTION, TERM
from dashboard.panels import BY_KEY
from dashboard.text import spelling
from dashboard.text.spelling import Letters, letters
from data_access.answers.findable import COMPANY, OBLAST, Findable, findable
from data_access.store.database import Snapshot, per_version
from data_access.vocabulary import measures
from data_access.vocabulary.selection import Selection

MOST_HITS, MOST_LETTERS = 8, 64
DISTRICTS = ("district", "city")
# Kinds that people name beside a name: the city of Naryn, the mine of Kumtor.
NAMED_KINDS = (*DISTRICTS, OBLAST, "mine", "plant", "legacy", COMPANY)
# What stands for a thing in addresses means just that one; of two with one name that of the named kind comes first.
MEANT, OF_KIND = 200.0, 20.0
# A word that is explained comes behind what is called so, and is found as it is written.
EXPLAINED = 15.0


class Hit(NamedTuple):
    """What was found: its name, what it is and where, and its address."""

    text: str
    about: str
    href: str


class Entry(NamedTuple):
    """One thing that can be found, and its spellings without words that name its kind."""

    thing: Findable
    spellings: frozenset[Letters]


class Index(NamedTuple):
    """All that can be found, and which words name which kinds."""

    entries: tuple[Entry, ...]
    kinds: dict[str, set[str]]


def hits(snapshot: Snapshot, route: Route, selection: Selection, query: str, reader: Reader) -> list[Hit]:
    """At most eight, the best first, with as much of the choice as holds there.

    ``route`` gives the language and the way: what a light page asks leads to light pages.
    """
    matches = _matches(_index(snapshot, reader), query[:MOST_LETTERS])
    return [_hit(thing, route, selection, reader) for thing in matches[:MOST_HITS]]


def _matches(index: Index, text: str) -> list[Findable]:
    """By likeness; of equal ones places come before companies, companies before sites and pages."""
    query = letters(text)
    kinds = {kind for word in query for kind in index.kinds.get(word, ())}
    rest = _without(query, index) or query
    stems = [_without(one, index) or one for one in spelling.readings(query)]
    scores = [(_score(entry, text, rest, stems), entry.thing) for entry in index.entries]
    least = spelling.least_like(max(score for score, _ in scores))
    likely = [(score + OF_KIND * (thing.kind in kinds), thing) for score, thing in scores if score >= least]
    matches = [thing for _, thing in sorted(likely, key=lambda one: -one[0])]
    return [*matches, *(thing for thing in _inner(matches[:1], index) if thing not in matches)]


def _score(entry: Entry, text: str, query: Letters, stems: list[Letters]) -> float:
    if text == entry.thing.key:
        return MEANT
    if entry.thing.kind == QUESTION:
        return spelling.WITHIN if any(spelling.is_about(one, query) for one in entry.spellings) else 0.0
    likeness = max(spelling.likeness(query, one) for one in entry.spellings)
    without_cases = (spelling.is_meant(stem, one) for stem in stems for one in entry.spellings)
    score = max(likeness, *without_cases, 0.0)
    if entry.thing.kind == TERM:
        return score - EXPLAINED if score >= spelling.WITHIN else 0.0
    return score


def _inner(best: list[Findable], index: Index) -> list[Findable]:
    """The districts of an oblast that was found before all else: it has no page of its own."""
    codes = [thing.key for thing in best if thing.kind == OBLAST]
    return [thing for thing, _ in index.entries if thing.kind in DISTRICTS and thing.oblast in codes]


@per_version
def _index(snapshot: Snapshot, reader: Reader) -> Index:
    kinds: dict[str, set[str]] = {}
    for kind in NAMED_KINDS:
        for word in search_entries.words_of(f"search.words.{kind}", reader):
            kinds.setdefault("".join(letters(word)), set()).add(kind)
    index = Index((), kinds)
    things = (
        *findable(snapshot),
        *search_entries.indicators(snapshot, reader),
        *search_entries.pages(reader),
        *search_entries.terms(reader),
        *search_entries.questions(reader),
    )
    return index._replace(entries=tuple(Entry(thing, _spellings(thing, index)) for thing in things))


def _spellings(thing: Findable, index: Index) -> frozenset[Letters]:
    texts = (letters(text) for text in (*thing.names.values(), *thing.others))
    return frozenset(
        rest for one in texts if (rest := one if thing.kind in (PAGE, TERM, QUESTION) else _without(one, index) or one)
    )


def _without(words: Letters, index: Index) -> Letters:
    """Words but for those that name a kind."""
    return tuple(word for word in words if word not in index.kinds)


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
    is_site = topic == "site"
    kind = words(f"site_kind.{thing.kind}" if is_site else f"search.kind.{thing.kind}")
    where = [thing.within[route.language]] if thing.within else []
    return Hit(thing.names[route.language], " · ".join([kind, *where]), reader.href(route.to(topic), target_selection))


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
    if thing.kind in DISTRICTS:
        return "district", selection.of([thing.key])
    return "site", replace(selection, site=thing.key)


def form(route: Route, selection: Selection, reader: Reader) -> SearchForm:
    """Where a page asks, and what goes along: the choices that other pages may heed."""
    choices = parse_qsl(replace(selection, tables=(), present=None).search[1:])
    lite = [("lite", "1")] if route.is_lite else []
    return SearchForm(f"{reader.base_path}{route.language}/search", [*choices, *lite])
