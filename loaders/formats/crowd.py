"""How many people, as reports say it: a number, a range or a word, to the lowest and the highest figure.

Words are read as in the project's incident list: *hundreds* is 100 to 999, *several dozen* 24 to 99, *at least 50* has
no highest figure. What is not known is empty, never zero.
"""

import re
from collections.abc import Mapping

Range = tuple[int | None, int | None]

UNKNOWN: Range = (None, None)
WORDS: Mapping[str, Range] = {
    "tens": (10, 99),
    "10s": (10, 99),
    "dozens": (24, 99),
    "several dozen": (24, 99),
    "several tens": (20, 99),
    "hundreds": (100, 999),
    "several hundred": (200, 999),
    "several hundreds": (200, 999),
    "100s": (100, 999),
    "thousands": (1_000, 9_999),
    "several thousand": (2_000, 9_999),
    "several thousands": (2_000, 9_999),
    "1000s": (1_000, 9_999),
    "tens of thousands": (10_000, 99_999),
    "10000s": (10_000, 99_999),
}
NUMBER = r"\d{1,3}(?:[, ]\d{3})+|\d+"
BETWEEN = re.compile(rf"(?:between |from )?({NUMBER})\s*(?:-|–|—|to|and)\s*({NUMBER})")
ABOUT = re.compile(rf"(?:about |around |approximately |some |nearly |circa |~ ?)?({NUMBER})")
LEAST = re.compile(rf"(?:at least )({NUMBER})|({NUMBER})\s*(?:\+|or more)")
ABOVE = re.compile(rf"(?:more than |over |> ?)({NUMBER})")
BELOW = re.compile(rf"(?:less than |fewer than |under |up to |< ?)({NUMBER})")
FILLERS = re.compile(
    r"^(?:about|around|approximately) (?=several|hundreds|dozens|tens|thousands)|\b(?:people|persons|protesters)\b"
)


def crowd(cell: str | None) -> Range:
    """Lowest and highest figure; both empty where the text says nothing that is known."""
    text = " ".join(FILLERS.sub("", (cell or "").lower()).split())
    if text in WORDS:
        return WORDS[text]
    if match := BETWEEN.fullmatch(text):
        low, high = _whole(match[1]), _whole(match[2])
        return (low, high) if low <= high else UNKNOWN
    if match := ABOUT.fullmatch(text):
        return _whole(match[1]), _whole(match[1])
    if match := LEAST.fullmatch(text):
        return _whole(match[1] or match[2]), None
    if match := ABOVE.fullmatch(text):
        return _whole(match[1]) + 1, None
    match = BELOW.fullmatch(text)
    return (None, _whole(match[1])) if match else UNKNOWN


def narrow(figures: Range, category: Range) -> Range:
    """The figures, with an open end closed by the category in which the publisher put them."""
    low, high = figures
    return (category[0] if low is None else low, category[1] if high is None else high)


def _whole(text: str) -> int:
    return int(re.sub(r"\D", "", text))
