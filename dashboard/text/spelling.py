"""How like two spellings of a name are: Cyrillic or Latin, Kyrgyz, Russian or English, with a slip of the finger.

Names are brought to plain Latin letters in which usual ways of writing one sound fall together: Джети-Огуз, Жети-Өгүз,
Jeti-Oguz and Dzhety Ogus differ by one letter at most. How such letters read is no transliteration for readers.
"""

import re
from functools import reduce
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

# Endings by which Kyrgyz says whose, to whom, where and whence: Чаткалдын, Чаткалга, Чаткалда, Чаткалдан.
CASE = re.compile(r"[ndt][iu]n?|n?[dt][aeo]n?|n[aeo]n?|[gk][aeo]")
LEAST_STEM = 3  # letters
# Words of so many letters that are the same but for their last one say the same thing: жалобы and жалобам.
LEAST_SHARED = 4
# So many readings of a question are tried.
MOST_READINGS = 64

Letters = tuple[str, ...]


def letters(text: str) -> Letters:
    """The words of a text in those letters; hyphens part words, other alphabets have none."""
    plain = "".join(letter for letter in normalize("NFKD", text.lower()) if not combining(letter))
    sounds = (_by_sound(word) for word in WORD.findall(plain.translate(LATIN)))
    return tuple(word for word in sounds if word)


def likeness(query: Letters, name: Letters) -> float:
    """From 0 for another name to 100 for the same one. What was asked may be its beginning, or a question with it."""
    whole = "".join(query)
    later = (
        _fit(whole, "".join(name[start:])) - LATER_WORD * (start > 0) for start in range(len(name)) if len(whole) > 1
    )
    return max(*later, WITHIN if _is_within(name, query) else 0.0, 0.0)


class Signs(NamedTuple):
    """Which letters the words of a question have, as bits, how many slips those may have, and the letters of it all."""

    words: int
    slips: int
    whole: int


def signs(words: Letters) -> int:
    """Which letters occur, as bits."""
    return reduce(or_, (1 << ord(letter) for letter in "".join(words)), 0)


def signs_of_query(words: Letters, whole: Letters) -> Signs:
    """What of a question is compared first with each of thousands of names; ``words`` are some of the ``whole``."""
    return Signs(signs(words), _most_slips("".join(words)), signs(whole))


def may_be_like(query: Signs, name: int) -> bool:
    """Whether a likeness above 0 is possible at all.

    Each slip brings in one letter at most, and a name within a question has no letter that the question has not.
    """
    return (query.words & ~name).bit_count() <= query.slips or not name & ~query.whole


def readings(query: Letters) -> list[Letters]:
    """What was asked without endings of cases, in every way in which letters may be endings."""
    ways = (dict.fromkeys((word, *_stems(word))) for word in query)
    return [one for one in islice(product(*ways), MOST_READINGS) if one != query]


def is_meant(reading: Letters, name: Letters) -> float:
    """How like a name a reading is: the same, or a question with it. A stem with a slip is another word."""
    if "".join(reading) == "".join(name):
        return SAME
    return WITHIN if _is_within(name, reading) else 0.0


def is_about(sentence: Letters, asked: Letters) -> bool:
    """Whether each longer word that was asked stands in a sentence, in whatever form; there is one at least."""
    words = [word for word in asked if len(word) >= LEAST_SHARED]
    return bool(words) and all(any(_is_form(word, one) for one in sentence) for word in words)


def _is_form(word: str, other: str) -> bool:
    return len(commonprefix((word, other))) >= max(LEAST_SHARED, len(word) - 1)


def _stems(word: str) -> list[str]:
    """The word without each ending that it may have: of Нарында both Нарын and Нары."""
    return [word[:end] for end in range(LEAST_STEM, len(word)) if CASE.fullmatch(word, end)]


def least_like(best: float) -> float:
    """What is still worth showing beside the best one: no slip beside what was meant without one."""
    return WITHIN if best >= WITHIN else max(best - SLIP, 1.0)


def _by_sound(word: str) -> str:
    for pattern, sound in SOUNDS:
        word = pattern.sub(sound, word)
    return word


def _fit(query: str, name: str) -> float:
    if query == name:
        return SAME
    share = len(query) / max(len(query), len(name))
    if name.startswith(query):
        return BEGINS + SLIP * share
    most = _most_slips(query)
    # What is being written is compared with as much of the name.
    parts = {name, *(name[: len(query) + more] for more in (-1, 0, 1))}
    slips = min(OSA.distance(query, part, score_cutoff=most) for part in parts)
    return SLIPPED - SLIP * (slips - 1) + SLIP * share if slips <= most else 0.0


def _most_slips(query: str) -> int:
    return min(len(query) // LETTERS_A_SLIP, MOST_SLIPS)


def _is_within(name: Letters, query: Letters) -> bool:
    whole = "".join(name)
    if len(whole) < LEAST_WITHIN:
        return False
    return any("".join(query[start:end]) == whole for start, end in combinations(range(len(query) + 1), 2))
