"""How like two spellings of a name are: Cyrillic or Latin, Kyrgyz, Russian or English, with a slip of the finger.

Names are brought to plain Latin letters in which usual ways of writing one sound fall together: Джети-Огуз, Жети-Өгүз,
Jeti-Oguz and Dzhety Ogus differ by one letter at most. How such letters read is no transliteration for readers.
"""

import re
from collections.abc import Iterable
from functools import lru_cache, reduce
from itertools import combinations, islice, product
from operator import or_
from os.path import commonprefix
from typing import NamedTuple
from unicodedata import combining, normalize

from rapidfuzz.distance import OSA

LATIN = str.maketrans(
    {
        **dict(zip("абвгдежзийклмнңӊоөпрстуүфхцыэ", "abvgdejziiklmnnnooprstuufhcie", strict=True)),
        "ч": "ch",
        "ш": "sh",
        "щ": "sh",
        "ю": "iu",
        "я": "ia",
        **dict.fromkeys("ъь'’ʼ`", ""),
    }
)
# Several ways of writing one sound, each brought to one of them, in this order.
SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("dzh|zh|dj", "j"),
        ("kh", "h"),
        ("ts", "c"),
        ("ph", "f"),
        ("q|ck|c(?=[aouklrt])", "k"),
        ("w", "v"),
        ("x", "ks"),
        ("y", "i"),
        ("ng", "n"),
        ("iu", "u"),
        ("i+a", "a"),
        (r"(.)\1+", r"\1"),
        # Endings by which Russian makes an adjective of a name: Нарынский, Ошская.
        (r"(?<=..)sk(?:i|a|oi|oe|ogo|om|ie|im|ih|u)$", ""),
    )
)
WORD = re.compile(r"[a-z0-9]+")
# A name may be within a longer question from so many letters on, and so many letters allow for one slip each.
LEAST_WITHIN, LETTERS_A_SLIP, MOST_SLIPS = 4, 4, 3
SAME, BEGINS, WITHIN, SLIPPED, LATER_WORD, SLIP = 100.0, 80.0, 60.0, 45.0, 10.0, 10.0

# Endings by which Kyrgyz says whose, to whom, where, whence and of where: Чаткалдын, Чаткалга, Чаткалда, Чаткалдан,
# Чаткалдагы, Чаткалдык.
CASE = re.compile(r"[ndt][iu]n?|n?[dt][aeo]n?|n[aeo]n?|[gk][aeo]|[dt][aeo]g[iu]|[dtl][iu]k")
# Letters of a stem; of one of several words fewer: Туу and Кыя, where a sound that is written twice counts once.
LEAST_STEM, LEAST_OF_SEVERAL = 3, 2
# Words of so many letters that are the same but for their last one say the same thing: жалобы and жалобам.
LEAST_SHARED = 4
# So many readings of a question are tried.
MOST_READINGS = 64

Letters = tuple[str, ...]


@lru_cache(256)
def letters(text: str) -> Letters:
    """The words of a text in those letters; hyphens part words, other alphabets have none.

    Remembered, as a name is the same in two languages, and villages of one district follow each other.
    """
    plain = "".join(letter for letter in normalize("NFKD", text.lower()) if not combining(letter))
    sounds = (_by_sound(word) for word in WORD.findall(plain.translate(LATIN)))
    return tuple(word for word in sounds if word)


class Query(NamedTuple):
    """What was asked, made ready to be compared with thousands of names.

    ``whole`` are its words as one; ``wholes`` the same of it and of what it is without endings of cases, ``runs`` all
    words in a row of these, as one. ``signs`` are the letters of its words as bits, ``all_signs`` those of all that was
    written, ``slips`` how many it may have.
    """

    whole: str
    wholes: frozenset[str]
    runs: frozenset[str]
    signs: int
    all_signs: int
    slips: int


def query(words: Letters, readings: Iterable[Letters], written: Letters) -> Query:
    """``readings`` are ``words`` without endings of cases, in every way; ``written`` what both are a part of."""
    ways = {words, *readings}
    runs = {"".join(way[start:end]) for way in ways for start, end in combinations(range(len(way) + 1), 2)}
    whole = "".join(words)
    wholes = frozenset(map("".join, ways))
    return Query(whole, wholes, frozenset(runs), signs(words), signs(written), _most_slips(whole))


def likeness(asked: Query, name: Letters) -> float:
    """From 0 for another name to 100 for the same one. What was asked may be its beginning, or a question with it."""
    joined = "".join(name)
    if joined in asked.wholes:
        return SAME
    starts = range(len(name) if len(asked.whole) > 1 else 0)
    later = (_fit(asked, "".join(name[start:])) - LATER_WORD * (start > 0) for start in starts)
    is_within = len(joined) >= LEAST_WITHIN and joined in asked.runs
    return max(*later, WITHIN if is_within else 0.0, 0.0)


def signs(words: Letters) -> int:
    """Which letters occur, as bits."""
    return reduce(or_, (1 << ord(letter) for letter in "".join(words)), 0)


def may_be_like(asked: Query, name: int) -> bool:
    """Whether a likeness above 0 is possible at all.

    Each slip brings in one letter at most, and a name within a question has no letter that the question has not.
    """
    return (asked.signs & ~name).bit_count() <= asked.slips or not name & ~asked.all_signs


def readings(words: Letters) -> list[Letters]:
    """What was asked without endings of cases, in every way in which letters may be endings."""
    least = LEAST_STEM if len(words) == 1 else LEAST_OF_SEVERAL
    ways = (dict.fromkeys((word, *_stems(word, least))) for word in words)
    return [one for one in islice(product(*ways), MOST_READINGS) if one != words]


def is_about(sentence: Letters, asked: Letters) -> bool:
    """Whether each longer word that was asked stands in a sentence, in whatever form; there is one at least."""
    words = [word for word in asked if len(word) >= LEAST_SHARED]
    return bool(words) and all(any(_is_form(word, one) for one in sentence) for word in words)


def _is_form(word: str, other: str) -> bool:
    return len(commonprefix((word, other))) >= max(LEAST_SHARED, len(word) - 1)


def _stems(word: str, least: int) -> list[str]:
    """The word without each ending that it may have: of Нарында both Нарын and Нары."""
    return [word[:end] for end in range(least, len(word)) if CASE.fullmatch(word, end)]


def least_like(best: float) -> float:
    """What is still worth showing beside the best one: no slip beside what was meant without one."""
    return WITHIN if best >= WITHIN else max(best - SLIP, 1.0)


def _by_sound(word: str) -> str:
    for pattern, sound in SOUNDS:
        word = pattern.sub(sound, word)
    return word


def _fit(asked: Query, name: str) -> float:
    whole = asked.whole
    if whole == name:
        return SAME
    share = len(whole) / max(len(whole), len(name))
    if name.startswith(whole):
        return BEGINS + SLIP * share
    # What is being written is compared with as much of the name.
    parts = {name, *(name[: len(whole) + more] for more in (-1, 0, 1))}
    slips = min(OSA.distance(whole, part, score_cutoff=asked.slips) for part in parts)
    return SLIPPED - SLIP * (slips - 1) + SLIP * share if slips <= asked.slips else 0.0


def _most_slips(query: str) -> int:
    return min(len(query) // LETTERS_A_SLIP, MOST_SLIPS)
