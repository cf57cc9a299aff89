"""Short addresses for paper and for the wall: ``/s/kd.jeti-oguz.f2019.t2023`` stands for a live page with its choice.

Every part is one letter and a value, parted by points: nothing that a person would have to search on a keyboard.
The letters are printed on paper, so they stay what they are.
"""

from types import MappingProxyType
from urllib.parse import parse_qsl, quote, urlencode

from data_access.vocabulary.selection import PLACE

LANGUAGES = MappingProxyType({"k": "ky", "r": "ru", "e": "en"})
TOPICS = MappingProxyType(
    {
        "o": "overview",
        "r": "revenue",
        "m": "monitoring",
        "i": "incidents",
        "g": "grievances",
        "c": "compare",
        "t": "data",
        "d": "district",
        "s": "site",
    }
)
KEYS = MappingProxyType(
    {
        "d": "district",
        "f": "since",
        "t": "until",
        "m": "measure",
        "a": "stage",
        "n": "stream",
        "o": "operator",
        "p": "per",
        "c": "currency",
        "r": "prices",
        "i": "indicator",
        "u": "station",
        "s": "site",
        "b": "by",
        "k": "count",
        "x": "x",
        "y": "y",
        "l": "lag",
        "q": "quarters",
        "g": "issue",
        "w": "actor",
        "h": "source",
        "e": "edition",
        "j": "tables",
        "z": "present",
    }
)
# A point parts the pieces, so it is written otherwise within them: by letters that no server and no phone rewrites on
# the way, as they do with percent signs.
POINT, TILDE = "~p", "~t"


def shorten(path: str, search: str) -> str:
    """The code of a page's path within the application (``ky/revenue``) and its query (``?since=2019`` or empty)."""
    language, topic, *place = path.split("/")
    page = _letter(LANGUAGES, language) + _letter(TOPICS, topic)
    chosen = [_letter(KEYS, key) + _escaped(value) for key, value in parse_qsl(search.removeprefix("?"))]
    return quote(".".join([page, *place, *chosen]), safe=",")


def lengthen(code: str) -> str | None:
    """Path and query of a code as servers hand it on, unquoted; None for what is none.

    Whether such a page exists is not known here.
    """
    page, *parts = code.split(".")
    if len(page) != 2 or page[0] not in LANGUAGES or page[1] not in TOPICS:
        return None
    has_place = TOPICS[page[1]] in ("district", "site")
    place, chosen = (parts[:1], parts[1:]) if has_place else ([], parts)
    if (has_place and not (place and PLACE.fullmatch(place[0]))) or not all(
        part and part[0] in KEYS for part in chosen
    ):
        return None
    path = "/".join([LANGUAGES[page[0]], TOPICS[page[1]], *place])
    pairs = [(KEYS[part[0]], _unescaped(part[1:])) for part in chosen]
    return path + (f"?{urlencode(pairs, safe=',')}" if pairs else "")


def _letter(table: MappingProxyType[str, str], name: str) -> str:
    return next(letter for letter, meant in table.items() if meant == name)


def _escaped(value: str) -> str:
    return value.replace("~", TILDE).replace(".", POINT)


def _unescaped(value: str) -> str:
    return value.replace(POINT, ".").replace(TILDE, "~")
