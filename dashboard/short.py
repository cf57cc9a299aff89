"""Short addresses for paper and for the wall: ``/s/kd.jeti-oguz.f2019.t2023`` stands for a live page with its choice.

Every part is one letter and a value, parted by points: nothing that a person would have to search on a keyboard.
The letters are printed on paper, so they stay what they are.
"""

from types import MappingProxyType
from urllib.parse import parse_qsl, quote, unquote, urlencode

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
# A comma joins values in addresses as it is; a point parts the pieces here, so it is not left as it is in values.
PLAIN, POINT = ",", "%2E"


def shorten(path: str, search: str) -> str:
    """The code of a page's path within the application (``ky/revenue``) and its query (``?since=2019`` or empty)."""
    language, topic, *place = path.split("/")
    page = _letter(LANGUAGES, language) + _letter(TOPICS, topic)
    chosen = [_letter(KEYS, key) + _quoted(value) for key, value in parse_qsl(search.removeprefix("?"))]
    return ".".join([page, *map(_quoted, place), *chosen])


def lengthen(code: str) -> str | None:
    """Path and query of a code; None for what is none. Whether such a page exists is not known here."""
    page, *parts = code.split(".")
    if len(page) != 2 or page[0] not in LANGUAGES or page[1] not in TOPICS:
        return None
    has_place = TOPICS[page[1]] in ("district", "site")
    place, chosen = (parts[:1], parts[1:]) if has_place else ([], parts)
    if (has_place and not place) or not all(part and part[0] in KEYS for part in chosen):
        return None
    path = "/".join([LANGUAGES[page[0]], TOPICS[page[1]], *place])
    pairs = [(KEYS[part[0]], unquote(part[1:])) for part in chosen]
    return path + (f"?{urlencode(pairs, safe=PLAIN)}" if pairs else "")


def _letter(table: MappingProxyType, name: str) -> str:
    return next(letter for letter, meant in table.items() if meant == name)


def _quoted(value: str) -> str:
    return quote(value, safe=PLAIN).replace(".", POINT)
