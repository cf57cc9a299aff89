"""An address as it comes back from a messenger: with signs around it, escaped twice, in capitals, broken by a line.

What is put around, into and in place of its letters is no part of it; what is left is read as it was meant.
"""

import re
from unicodedata import category
from urllib.parse import parse_qs, unquote

LONGEST_QUERY = 2000
AROUND = re.compile(r"^[\W_]+|[\W_]+$")
# The & of an address that was taken from the source of a page.
AMPERSAND = re.compile(r"^(?:amp;)+")


def word(text: str) -> str:
    """A segment of a path, or a value of a query, in small letters without what stands around it."""
    letters = ("-" if category(letter) == "Pd" else letter for letter in unquote(text) if letter.isprintable())
    return AROUND.sub("", "".join(letters)).lower()


def segments(path: str) -> list[str]:
    """The segments of a path. Between two slashes there is none; one of signs alone counts unless it is the last."""
    words = [word(segment) for segment in path.split("/") if segment]
    while words and not words[-1]:
        words.pop()
    return words


def values(search: str) -> dict[str, str]:
    """What a query says, key -> value; of several values of a key the last."""
    query = search.lstrip("?")[:LONGEST_QUERY]
    texts_by_key = parse_qs(query if "=" in query else unquote(query), errors="replace", max_num_fields=None)
    return {word(AMPERSAND.sub("", key)): word(texts[-1]) for key, texts in texts_by_key.items()}


def split(path: str) -> tuple[str, str]:
    """A path, and what stands of a query within it, after a question mark that was escaped."""
    before, _, within = path.partition("?")
    return before, within
