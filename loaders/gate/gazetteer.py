"""The districts and oblasts that the store knows, by every name and spelling."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from sqlalchemy import select

from data_access.vocabulary import languages
from loaders.gate.reference_codes import ReferenceCodes
from loaders.gate.spelling import name_key
from loaders.store.places import admin_alias, admin_unit

NAMES = languages.columns("name")


@dataclass(frozen=True)
class Unit:
    """A district, city or oblast. ``oblasts`` are the codes of those in which people say that it lies.

    That is the oblast of its code; Osh city has one of its own, but is also said to be in Osh oblast.
    """

    code: str
    kind: str
    oblast: str
    oblasts: frozenset[str]


class Gazetteer:
    """Units by the key of their names."""

    def __init__(self, reference_codes: ReferenceCodes) -> None:
        units = reference_codes.frame(select(admin_unit))
        aliases = reference_codes.frame(select(admin_alias.c.unit_code, admin_alias.c.alias))
        aliases_by_code: dict[str, list[str]] = aliases.groupby("unit_code")["alias"].agg(list).to_dict()
        self._units: dict[str, set[Unit]] = defaultdict(set)
        # A city of republican status stands in the list of oblasts too; it is one place.
        twice = units.loc[units["unit_type"] == "city_republican", "parent_code"]
        for row in units[~units["unit_code"].isin(twice)].itertuples():
            self._add(_unit(row), [getattr(row, name) for name in NAMES] + aliases_by_code.get(row.unit_code, []))
        self._join_capitals()

    def find(self, name: str, kinds: frozenset[str] = frozenset()) -> frozenset[Unit]:
        """Units with this key; with kinds, those of the kind. A village is in no list, so it is never found."""
        units = frozenset(self._units.get(name, ()))
        return frozenset(unit for unit in units if unit.kind in kinds) if kinds else units

    def unit(self, code: str) -> Unit:
        """The unit with this code. Raises KeyError."""
        units_of_code = [unit for units in self._units.values() for unit in units if unit.code == code]
        if not units_of_code:
            raise KeyError(code)
        return units_of_code[0]

    def keys(self) -> dict[str, frozenset[Unit]]:
        """All units by key."""
        return {name: frozenset(units) for name, units in self._units.items()}

    def _add(self, unit: Unit, names: Iterable[str]) -> None:
        for name in names:
            self._units[name_key(name)[0]].add(unit)

    def _join_capitals(self) -> None:
        """A city that bears the name of another oblast than its own is also said to lie in that one."""
        wider: dict[Unit, frozenset[str]] = {}
        for units in self._units.values():
            oblasts = frozenset(unit.code for unit in units if unit.kind == "oblast")
            wider |= {unit: unit.oblasts | oblasts for unit in units if unit.kind == "city" and oblasts - unit.oblasts}
        for name, units in self._units.items():
            self._units[name] = {replace(unit, oblasts=wider.get(unit, unit.oblasts)) for unit in units}


def _unit(row) -> Unit:
    if row.level == "oblast":
        return Unit(row.unit_code, "oblast", row.unit_code, frozenset([row.unit_code]))
    kind = "district" if row.unit_type == "raion" else "city"
    return Unit(row.unit_code, kind, row.parent_code, frozenset([row.parent_code]))
