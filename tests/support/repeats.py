"""What a page says more than once."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tests.support.html_parts import Element, Part

# A phrase is so many words in a row, within a sentence.
PHRASE = 4
INLINE = frozenset({"a", "b", "em", "i", "span", "strong", "button", "br"})
# What is no text of the page: scripts, options of lists, and cells of tables, which are data.
UNREAD = frozenset({"head", "script", "style", "select", "noscript", "svg", "td"})
# Parts of a line that stand apart; definitions stand over the text.
APART = frozenset({"definition", "source", "kind", "age-late", "sharing", "scope", "brief", "tab", "to-replies"})
SENTENCE_END = re.compile(r"(?<=[.!?;])\s+")
# A number is none.
WORD = re.compile(r"[\w’'-]*[^\W\d_][\w’'-]*")


class Told(NamedTuple):
    """How many words a page has, how many of them repeat a phrase that stood before, and these phrases, how often."""

    words: int
    repeat_count: int
    phrases: Counter[str]

    @property
    def share(self) -> float:
        """Part of the words that are repeats, 0 to 1."""
        return self.repeat_count / self.words if self.words else 0.0


def repeats_of(page: Element, names: Iterable[str]) -> Told:
    """What stands on a page, folded or not, in the order of reading. A name of a thing counts as one word."""
    name_pattern = re.compile("|".join(re.escape(name) for name in sorted(names, key=len, reverse=True)), re.IGNORECASE)
    seen_grams: set[tuple[str, ...]] = set()
    phrases: Counter[str] = Counter()
    count = repeat_count = 0
    for sentence in _sentences(page):
        words = [one.lower() for one in WORD.findall(name_pattern.sub("name", sentence))]
        grams = [tuple(words[at : at + PHRASE]) for at in range(len(words) - PHRASE + 1)]
        again = {at + step for at, gram in enumerate(grams) if gram in seen_grams for step in range(PHRASE)}
        seen_grams.update(grams)
        count, repeat_count = count + len(words), repeat_count + len(again)
        if again:
            phrases[" ".join(words[at] for at in sorted(again))] += len(again)
    return Told(count, repeat_count, phrases)


def _sentences(page: Element) -> Iterator[str]:
    for block in _blocks(page.inside):
        yield from SENTENCE_END.split(block)


def _blocks(inside: list[Part]) -> Iterator[str]:
    """Texts that stand apart from each other on a page."""
    line = ""
    for part in inside:
        if isinstance(part, str):
            line += part
        elif part.tag in INLINE and not APART.intersection(part.classes):
            first, *rest = [*_blocks(part.inside)] or [""]
            line += first
            if rest:
                yield line
                yield from rest[:-1]
                line = rest[-1]
        elif part.tag not in UNREAD:
            yield line
            line = ""
            yield from _blocks(part.inside)
    yield line
