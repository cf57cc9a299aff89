"""Free text to districts, by name only: what is not a known name is kept as it is written, never guessed.

The rules, in this order:

1. A text that the mapping of the source decides (``[places]``) is what the mapping says.
2. ``;``, ``,`` and *and* separate places; brackets, two spaces and *in* separate remarks on one place. A name
   counts as a whole only: *the Bishkek Osh road* is neither city, *Kochkor-Ata* is not Kochkor.
3. A word for the kind (region, город, району …) leaves only units of that kind; villages are in no list.
4. An oblast named with its kind says where the other names between two ``;`` lie.
5. A name of several units of one oblast (Naryn: raion, city and oblast) is known only for the oblast; a name of
   units in different oblasts (Osh: city and oblast; Manas) is not resolved.
6. An unknown name belongs to the next unit that is named with its kind (*Barpy, Suzak District*), else it is not
   resolved. An oblast after a district of it (*Tyup, Issyk-Kul*) says where, and is no further place.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from loaders.gate.gazetteer import Gazetteer, Unit
from loaders.gate.spelling import key, name_key, plain

SEGMENT, ITEM = re.compile(r"[;\n]"), re.compile(r",|&|\band\b|\bи\b|\bжана\b", re.IGNORECASE)
# Addresses without commas: Issyk-Kul oblast Jeti-Oguz district.
MISSING_COMMA = re.compile(
    r"(?<=\S )(oblast|region|province|district|raion|облусу|область|району|район)\s(?=\w)", re.IGNORECASE
)
REMARK = re.compile(r"\s{2,}|[()\[\]]|\bin\b", re.IGNORECASE)
PLURAL = re.compile(r"\b(?:districts|regions|provinces|oblasts|cities|районы|районов|области|города)$")
# Parts of the country: true, but no place of their own.
COMPASS = re.compile(r"^(?:(?:north|south|east|west|central)[a-z]*[ -]?)*(?:k[yi]r?g[yi]?r?[yi]zstan)?$")


@dataclass(frozen=True, order=True)
class Place:
    """A district and its oblast, or an oblast only (``district`` empty); codes."""

    oblast: str
    district: str | None


@dataclass(frozen=True)
class Resolution:
    """Where a text says something took place, and the names in it that are not known."""

    places: tuple[Place, ...] = ()
    unresolved_names: tuple[str, ...] = ()

    @property
    def state(self) -> str:
        """``unresolved``: no name known; ``several``: several names, at least one known; ``district``; ``oblast``."""
        if not self.places:
            return "unresolved"
        if len(self.places) + len(self.unresolved_names) > 1:
            return "several"
        return "district" if self.places[0].district else "oblast"


@dataclass(frozen=True)
class _Name:
    """One name of a text, and the units that it may mean."""

    text: str
    kinds: frozenset[str]
    units: frozenset[Unit]

    @property
    def is_explicit(self) -> bool:
        return bool(self.kinds and self.units)

    @property
    def is_oblast(self) -> bool:
        return self.is_explicit and self.kinds == {"oblast"}


@dataclass(frozen=True)
class _PlaceMatch:
    """Where a name is: the place, the oblasts in which it is said to lie, the name that told so."""

    place: Place
    lies_in: frozenset[str]
    owner: _Name


class Resolver:
    """Resolves texts of one source. ``decided``: a text or a name in it -> codes of districts or oblasts.

    Raises KeyError for a code that is not known.
    """

    def __init__(self, gazetteer: Gazetteer, decisions: Mapping[str, str | list[str]] | None = None) -> None:
        self._gazetteer = gazetteer
        self._decisions: dict[str, list[Unit]] = {}
        for text, codes in (decisions or {}).items():
            self._decisions[key(text)] = [
                gazetteer.unit(code) for code in ([codes] if isinstance(codes, str) else codes)
            ]

    def resolve(self, text: str) -> Resolution:
        """All places that the text names, each once, in its order."""
        if key(text) in self._decisions:
            return Resolution(tuple(map(_place, self._decisions[key(text)])))
        parts = [self._segment(segment) for segment in SEGMENT.split(text) if segment.strip()]
        places = tuple(dict.fromkeys(place for part in parts for place in part.places))
        unresolved_names = tuple(name for part in parts for name in part.unresolved_names)
        return Resolution(places, unresolved_names if places or unresolved_names else (text.strip(),))

    def _segment(self, segment: str) -> Resolution:
        names = self._names(segment)
        around = frozenset(unit.code for name in names if name.is_oblast for unit in name.units)
        matches = [(name, _place_match(name, names[at:], around)) for at, name in enumerate(names)]
        places = [
            place.place
            for at, (name, place) in enumerate(matches)
            if place and not (_says_where(name, place, matches) or _repeats(name, place, matches[:at]))
        ]
        return Resolution(tuple(places), tuple(name.text for name, place in matches if place is None))

    def _names(self, segment: str) -> list[_Name]:
        items = [item.strip() for item in ITEM.split(MISSING_COMMA.sub(r"\1, ", segment))]
        plural = frozenset[str]()
        names: list[_Name] = []
        for item in reversed([item for item in items if item and not COMPASS.match(plain(item))]):
            names = self._item(item, plural) + names
            plural = name_key(item)[1] if PLURAL.search(plain(item)) else plural
        return names

    def _item(self, item: str, plural: frozenset[str]) -> list[_Name]:
        """The name that an item is, else those of its parts that are known, else the item as it is written."""
        parts = [self._name(part, plural) for part in (" ".join(item.split()), *REMARK.split(item)) if part.strip()]
        if parts[0].units:
            return parts[:1]
        return [part for part in parts if part.units] or parts[:1]

    def _name(self, text: str, plural: frozenset[str]) -> _Name:
        decision = self._decisions.get(key(text), [])
        if len(decision) == 1:
            return _Name(text.strip(), frozenset([decision[0].kind]), frozenset(decision))
        name, kinds = name_key(text)
        units = self._gazetteer.find(name, kinds) if len(kinds) < 2 else frozenset()
        among = self._gazetteer.find(name, plural) if plural and not kinds else frozenset()
        return _Name(text.strip(), kinds, among or units)


def _place_match(name: _Name, later: list[_Name], around: frozenset[str]) -> _PlaceMatch | None:
    """The one unit of the name or of its owner, or the one oblast of several; those inside ``around`` come first."""
    owner = name if name.units else next((other for other in later if other.is_explicit), name)
    inside = frozenset(unit for unit in owner.units if unit.kind != "oblast" and unit.oblasts & around)
    pool = inside or owner.units
    oblasts = {unit.oblast for unit in pool}
    if len(pool) == 1:
        (unit,) = pool
        return _PlaceMatch(_place(unit), unit.oblasts, owner)
    return _PlaceMatch(Place(next(iter(oblasts)), None), frozenset(oblasts), owner) if len(oblasts) == 1 else None


def _says_where(name: _Name, match: _PlaceMatch, all_found: list[tuple[_Name, _PlaceMatch | None]]) -> bool:
    """True of an oblast named with its kind when another name lies in it: it is no further place."""
    others = [other for _, other in all_found if other and other.owner != name]
    return name.is_oblast and any(match.place.oblast in other.lies_in for other in others)


def _repeats(name: _Name, match: _PlaceMatch, before: list[tuple[_Name, _PlaceMatch | None]]) -> bool:
    """True of an oblast named after a district of it, as in *Tyup, Issyk-Kul*."""
    last = before[-1][1] if before else None
    return bool(
        name.units and not match.place.district and last and last.place.district and match.place.oblast in last.lies_in
    )


def _place(unit: Unit) -> Place:
    return Place(unit.oblast, None if unit.kind == "oblast" else unit.code)
