"""What of all that can be found is like what was asked."""

from typing import NamedTuple

from dashboard.address.reader import Reader
from dashboard.pages import search_entries
from dashboard.pages.search_entries import PAGE, QUESTION, TERM
from dashboard.text import spelling
from dashboard.text.spelling import Letters, letters
from data_access.answers.findable import COMPANY, OBLAST, Findable, findable
from data_access.store.database import Snapshot, per_version
from data_access.vocabulary.fields.settlements import SETTLEMENT_KINDS

DISTRICTS = ("district", "city")
# Kinds that people name beside a name: the city of Naryn, the mine of Kumtor.
NAMED_KINDS = (*DISTRICTS, OBLAST, *SETTLEMENT_KINDS.values, "mine", "plant", "legacy", COMPANY)
# What stands for a thing in addresses means just that one; of two with one name that of the named kind comes first.
MEANT, OF_KIND = 200.0, 20.0
# A word that is explained comes behind what is called so, and is found as it is written.
EXPLAINED = 15.0
# Thousands of villages: those that are only like what was asked come behind districts, mines and pages that are so.
SMALLER = 10.0
# What a word in a name seems to say of its kind: of Арал and Кен-Арал, no mine, the second is asked.
WHOLE = 1.0


class Entry(NamedTuple):
    """One thing that can be found, and its spellings without words that name its kind, each with its signs."""

    thing: Findable
    spellings: frozenset[tuple[Letters, int]]


class Index(NamedTuple):
    """All that can be found, and which words name which kinds."""

    entries: tuple[Entry, ...]
    kinds: dict[str, set[str]]


class Asked(NamedTuple):
    """A question as it is written, its words, and those that name no kind: as they are, and without cases."""

    text: str
    whole: Letters
    words: Letters
    stems: list[Letters]
    signs: spelling.Signs


def matches(snapshot: Snapshot, text: str, reader: Reader) -> list[Findable]:
    """By likeness; of equal ones places come before companies, companies before sites, villages and pages."""
    index = _index(snapshot, reader)
    query = letters(text)
    kinds = {kind for word in query for kind in index.kinds.get(word, ())}
    words = _without(query, index) or query
    stems = [_without(one, index) or one for one in spelling.readings(query)]
    asked = Asked(text, query, words, stems, spelling.signs_of_query(words, query))
    scores = [(_score(entry, asked), entry.thing) for entry in index.entries]
    least = spelling.least_like(max(score for score, _ in scores))
    likely = [(_rank(score, thing, kinds), thing) for score, thing in scores if score >= least]
    things = [thing for _, thing in sorted(likely, key=lambda one: -one[0])]
    return [*things, *(thing for thing in _inner(things[:1], index) if thing not in things)]


def _rank(score: float, thing: Findable, kinds: set[str]) -> float:
    is_only_like_a_smaller = bool(thing.district) and score < spelling.SAME
    return score + OF_KIND * (thing.kind in kinds) - SMALLER * is_only_like_a_smaller


def _score(entry: Entry, asked: Asked) -> float:
    if asked.text == entry.thing.key:
        return MEANT
    if entry.thing.kind == QUESTION:
        return spelling.WITHIN if any(spelling.is_about(one, asked.words) for one, _ in entry.spellings) else 0.0
    likely = [one for one, signs in entry.spellings if spelling.may_be_like(asked.signs, signs)]
    if not likely:
        return 0.0
    likeness = max(spelling.likeness(asked.words, one) for one in likely)
    if asked.whole in likely and asked.whole != asked.words:
        return spelling.SAME + WHOLE
    without_cases = (spelling.is_meant(stem, one) for stem in asked.stems for one in likely)
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


def _spellings(thing: Findable, index: Index) -> frozenset[tuple[Letters, int]]:
    texts = (*thing.names.values(), *thing.others)
    words = {letters(text) for text in texts}
    if thing.kind not in (PAGE, TERM, QUESTION):
        words = {_without(one, index, of_name=thing) or one for one in words} | _with_district(thing, index)
    return frozenset((one, spelling.signs(one)) for one in words if one)


def _with_district(thing: Findable, index: Index) -> set[Letters]:
    """A settlement by its name and its district's, as one word: a dozen villages have the same name."""
    pairs = zip(thing.names.values(), thing.within[-1].values(), strict=True) if thing.district else ()
    return {
        ("".join((*_without(letters(name), index, thing), *_without(letters(district), index))),)
        for name, district in pairs
    }


def _without(words: Letters, index: Index, of_name: Findable | None = None) -> Letters:
    """Words but for those that name a kind; of the name of a settlement, its own kind: that of Кен-Суу is no mine."""
    own = of_name.kind if of_name and of_name.district else None
    return tuple(word for word in words if word not in index.kinds or (own and own not in index.kinds[word]))
