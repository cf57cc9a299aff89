"""Short addresses for paper and for the wall: ``/s/kd.jeti-oguz.f2019.t2023`` stands for a live page with its choice.

Every part is a code and a value, parted by points: nothing that a person would have to search on a keyboard. A code is
a letter but v; when those are used, v and another letter, then twice v and another letter. None begins like another
one, so it is known where the value begins, and there is always one more. Codes are printed on paper, so they stay what
they are.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import count
from types import MappingProxyType
from urllib.parse import parse_qsl, quote, urlencode

from data_access.vocabulary.facets import SHORT_CODES
from data_access.vocabulary.selection import PLACE

# Not derived from the list of languages: letters are on paper, so a code that is renamed there, or a second one that
# begins alike, must not move them. Tests name a language without a letter.
LANGUAGES = MappingProxyType({"k": "ky", "r": "ru", "e": "en"})
TOPICS = MappingProxyType(
    {
        "o": "overview",
        "r": "revenue",
        "m": "monitoring",
        "i": "incidents",
        "g": "grievances",
        "u": "outcomes",
        "c": "compare",
        "t": "data",
        "d": "district",
        "s": "site",
    }
)
CODE = re.compile("v*[a-uw-z]")
KEYS = MappingProxyType({code: key for key, code in SHORT_CODES.items()})
# A point parts the pieces, so it is written otherwise within them: by letters that no server and no phone rewrites on
# the way, as they do with percent signs.
POINT, TILDE = "~p", "~t"


def shorten(path: str, search: str) -> str:
    """The code of a page's path within the application (``ky/revenue``) and its query (``?since=2019`` or empty)."""
    language, topic, *place = path.split("/")
    page = _code(LANGUAGES, language) + _code(TOPICS, topic)
    choices = [SHORT_CODES[key] + _escape(value) for key, value in parse_qsl(search.removeprefix("?"))]
    return quote(".".join([page, *place, *choices]), safe=",")


def lengthen(code: str) -> str | None:
    """Path and query of a code as servers hand it on, unquoted; None for what is none.

    Whether such a page exists is not known here.
    """
    page, *parts = code.split(".")
    language, rest = _prefix(LANGUAGES, page)
    topic, beyond = _prefix(TOPICS, rest)
    has_place = topic in ("district", "site")
    place, choices = (parts[:1], parts[1:]) if has_place else ([], parts)
    pairs = [_prefix(KEYS, part) for part in choices]
    if not (language and topic) or beyond or not all(key for key, _ in pairs):
        return None
    if has_place and not (place and PLACE.fullmatch(place[0])):
        return None
    query = urlencode([(key, _unescaped(value)) for key, value in pairs], safe=",")
    return "/".join([language, topic, *place]) + (query and f"?{query}")


def missing_codes() -> Iterator[str]:
    """What a choice lacks of a code of its own, and the next one that is free."""
    free = next(code for code in codes() if code not in KEYS)
    for key, code in SHORT_CODES.items():
        if not CODE.fullmatch(code):
            yield f"the choice {key} lacks a short code; {free} is free"
        elif KEYS[code] != key:
            yield f"the choices {key} and {KEYS[code]} have one short code; {free} is free"


def codes() -> Iterator[str]:
    """Every code there can be, short ones first."""
    return ("v" * more + letter for more in count() for letter in "abcdefghijklmnopqrstuwxyz")


def _prefix(table: Mapping[str, str], text: str) -> tuple[str, str]:
    """What the code means that a text begins with, empty where it means nothing, and the rest of the text."""
    match = CODE.match(text)
    return (table.get(match[0], ""), text[match.end() :]) if match else ("", text)


def _code(table: Mapping[str, str], name: str) -> str:
    return next(code for code, meaning in table.items() if meaning == name)


def _escape(value: str) -> str:
    return value.replace("~", TILDE).replace(".", POINT)


def _unescaped(value: str) -> str:
    return value.replace(POINT, ".").replace(TILDE, "~")
