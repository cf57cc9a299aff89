"""What of all that can be found is like what was asked."""

from collections.abc import Iterator
from typing import NamedTuple

from dashboard.address.reader import Reader
from dashboard.pages import search_entries
from dashboard.pages.search_entries import PAGE, QUESTION, TERM
from dashboard.text import spelling
from dashboard.text.spelling import Letters, letters
from data_access.answers.findable import COMPANY, OBLAST, Findable, findable
from data_access.store.database import Snapshot, per_version
from data_access.vocabulary.fields.settlements import AIYL_AIMAK, SETTLEMENT_KINDS

DISTRICTS = ("district", "city")
# Kinds that people name beside a name: the city of Naryn, the mine of Kumtor.
NAMED_KINDS = (*DISTRICTS, OBLAST, *SETTLEMENT_KINDS.values, "mine", "plant", "legacy", COMPANY)
# What stands for a thing in addresses means just that one; of two with one name that of the named kind comes first.
MEANT, OF_KIND = 200.0, 25.0
# A word that is explained comes behind what is called so, and is found as it is written.
EXPLAINED = 15.0
# Thousands of villages: those that are only like what was asked come behind districts, mines and pages that are so.
SMALLER = 10.0


Spelling = tuple[Letters, int]
Scored = tuple[float, Findable]


class Entry(NamedTuple):
    """One thing that can be found, and its spellings without words that name its kind, each with its signs."""

    thing: Findable
    spellings: frozenset[Spelling]


class Index(NamedTuple):
    """All that can be found, and which words name which kinds."""

    entries: tuple[Entry, ...]
    kinds: dict[str, set[str]]


def matches(snapshot: Snapshot, text: str, reader: Reader) -> list[Findable]:
    """By likeness; of equal ones places come before companies, companies before sites, villages and pages."""
    index = _index(snapshot, reader)
    words = letters(text)
    # The second for villages.
    queries = (_query(words, index), _query(_unparted(text), index))
    kinds = {kind for word in words for kind in index.kinds.get(word, ())}
    scores = [
        (MEANT if text == thing.key else _score(thing, spellings, queries[bool(thing.district)], words), thing)
        for thing, spellings in index.entries
    ]
    likely = [(_rank(score, thing, kinds), thing) for score, thing in _likely(scores)]
    things = [thing for _, thing in sorted(likely, key=lambda one: -one[0])]
    best, inner = things[:1], _inner(things[:1], index)
    return [*best, *inner, *(thing for thing in things[1:] if thing not in inner)]


def _query(written: Letters, index: Index) -> spelling.Query:
    """A question without words that name a kind."""
    words = _without(written, index) or written
    return spelling.query(words, (_without(one, index) or one for one in spelling.readings(written)), written)


def _unparted(text: str) -> Letters:
    """The words of a question, what hyphens join being one: Терек is no part of Терек-Сай, but another village."""
    return tuple(filter(None, ("".join(letters(word)) for word in text.split())))


def _likely(scores: list[Scored]) -> Iterator[Scored]:
    """Those that are worth showing beside the best one.

    Beside what is called so, a village that is half of what was asked is another; so are those of other districts than
    the one that is asked with them.
    """
    best = max(score for score, _ in scores)
    least = spelling.least_like(best)
    least_of_villages = spelling.BEGINS if best >= spelling.SAME else least
    named = {thing.key for score, thing in scores if thing.kind in DISTRICTS and score == spelling.WITHIN}
    for score, thing in scores:
        is_elsewhere = bool(thing.district and named) and thing.district not in named and score < spelling.SAME
        if score >= (least_of_villages if thing.district else least) and not is_elsewhere:
            yield score, thing


def _rank(score: float, thing: Findable, kinds: set[str]) -> float:
    is_only_like_a_smaller = bool(thing.district) and score not in (spelling.SAME, spelling.WITHIN)
    return score + OF_KIND * (thing.kind in kinds) - SMALLER * is_only_like_a_smaller


def _score(thing: Findable, spellings: frozenset[Spelling], query: spelling.Query, words: Letters) -> float:
    if thing.kind == QUESTION:
        return spelling.WITHIN if any(spelling.is_about(one, words) for one, _ in spellings) else 0.0
    likely = [one for one, signs in spellings if spelling.may_be_like(query, signs)]
    score = max((spelling.likeness(query, one) for one in likely), default=0.0)
    if thing.kind == TERM:
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


def _spellings(thing: Findable, index: Index) -> frozenset[Spelling]:
    words = _of_settlement(thing, index) if thing.district else _of_names(thing, index)
    return frozenset((one, spelling.signs(one)) for one in {*words} if one)


def _of_names(thing: Findable, index: Index) -> Iterator[Letters]:
    for words in map(letters, (*thing.names.values(), *thing.others)):
        yield words if thing.kind in (PAGE, TERM, QUESTION) else _without(words, index) or words


def _of_settlement(thing: Findable, index: Index) -> Iterator[Letters]:
    """Its name, and the same with its district's as one word: a dozen villages have one name.

    The list of the state writes Kyrgyz ө as е: Кек-Таш is Көк-Таш.
    """
    for name, district in zip(thing.names.values(), thing.within[-1].values(), strict=True):
        place = "".join(_without(letters(district), index))
        for text in (name, name.replace("е", "ө")):
            # That of an aiyl aimak ends in words of its kind; in that of a village they name nothing: Кен-Суу, no mine.
            words = _without(letters(text), index) if thing.kind == AIYL_AIMAK else letters(text)
            yield words
            yield ("".join(words) + place,)


def _without(words: Letters, index: Index) -> Letters:
    """Words but for those that name a kind."""
    return tuple(word for word in words if word not in index.kinds)
