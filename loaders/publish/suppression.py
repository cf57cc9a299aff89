"""Which units of the published counts to withhold: small ones, those that protect them, and what a solver finds out.

The rules of ``hiding`` run over each table by itself: they are quick and find most of it. ``inference`` then sees
all tables together.
"""

from collections.abc import Iterable, Iterator

from data_access.vocabulary.soate import COUNTRY_CODE, LEVELS, OBLAST_DIGITS, oblast_of
from data_access.vocabulary.stages import COHORT_PARTS
from loaders.publish.cohorts import whole_of
from loaders.publish.counts import Counts, Unit, Values, of_unit
from loaders.publish.earlier import NO_HISTORY, Earlier
from loaders.publish.hiding import is_safe, withheld_nodes, withheld_parts
from loaders.publish.identities import identities_of
from loaders.publish.inference import protect
from loaders.publish.sensitive import TEN

# Where a total and its parts are units of one table, by what the parts are of.
DIVISIONS = {
    "part": lambda unit: (unit.kind, unit.year),
    "outcome": lambda unit: (unit.kind, unit.year, unit.what),
}


class Suppression:
    """The units to withhold of some counts, where a count below ``limit`` is small.

    ``earlier`` is what earlier versions have shown and withheld: somebody may have kept them.
    """

    def __init__(self, counts: Counts, limit: int, earlier: Earlier = NO_HISTORY):
        self._counts, self._limit = counts, limit
        self._values = of_unit(counts.figures)
        self._below = self._units_below()
        self._withheld_before, self._shown_before = (
            earlier.withheld(self._values, limit),
            earlier.shown_units(self._values),
        )
        self._lasting = earlier.lasting_units(self._values, limit)

    def withheld(self) -> set[Unit]:
        """All of them. Nothing withheld spans less than the numbers from 0 up to the limit, unless it is zero."""
        by_rule = {*self._areas(), *self._divided_units(), *self._quarters()}
        first = self._with_those_below(by_rule | self._withheld_before)
        counts, width = self._counts, self._limit - 1
        problem = counts.figures, identities_of(counts), counts.true_counts
        return protect(*problem, first, self._shown_before, width, self._with_those_below)

    def _units_below(self) -> dict[Unit, list[Unit]]:
        """The units that are never shown without another."""
        below: dict[Unit, list[Unit]] = {}
        for unit in self._values:
            for above in _above(unit):
                below.setdefault(above, []).append(unit)
        return below

    def _with_those_below(self, units: Iterable[Unit]) -> set[Unit]:
        """Some units and those that are never shown without them, but for those that have been."""
        units_below, open_units = set(), list(units)
        while open_units:
            unit = open_units.pop()
            if unit not in units_below and unit not in self._lasting:
                units_below.add(unit)
                open_units += self._below.get(unit, ())
        return units_below

    def _areas(self) -> Iterator[Unit]:
        for year in self._counts.years:
            parents, wider = self._published_areas(year, "received"), self._published_areas(year, "state")
            receipts = {area: self._values[_area(area, year, "received")] for area in parents}
            states = {area: self._values[_area(area, year, "state")] for area in wider}
            withheld_areas = withheld_nodes(receipts, parents, self._limit)
            unsplit_areas = withheld_nodes(states, wider, self._limit, withheld_areas & wider.keys())
            yield from (_area(area, year, "received") for area in withheld_areas)
            yield from (_area(area, year, "state") for area in unsplit_areas)

    def _published_areas(self, year: int, what: str) -> dict[str, str | None]:
        """The areas that have such a count in a year, with their parents."""
        areas = self._counts.parents.items()
        return {area: parent for area, parent in areas if _area(area, year, what) in self._values}

    def _divided_units(self) -> Iterator[Unit]:
        """Parts, and answers of all codes of a kind; of the country only where they are small themselves."""
        groups: dict[tuple, dict[Unit, Values]] = {}
        for unit, values in self._values.items():
            if unit.table in DIVISIONS and unit.kind != "country":
                groups.setdefault((unit.table, *DIVISIONS[unit.table](unit)), {})[unit] = values
            elif unit.table == "outcome" and not is_safe(values, self._limit):
                yield unit
        for (_table, kind, *_), parts in groups.items():
            # Few who waited longest are known in their place: of a cohort fewer than ten are withheld.
            limit = max(TEN, self._limit) if kind in COHORT_PARTS else self._limit
            yield from withheld_parts(parts, limit)

    def _quarters(self) -> Iterator[Unit]:
        by_year: dict[int, dict[Unit, Values]] = {}
        for unit, values in self._values.items():
            if unit.what == "flows":
                by_year.setdefault(unit.year, {})[unit] = values
            elif unit.table == "quarter" and not is_safe(values, self._limit):
                yield unit
        for flows in by_year.values():
            yield from withheld_parts(flows, self._limit)


def _area(code: str, year: int, what: str) -> Unit:
    return Unit("area", LEVELS[len(code)], code, year, what)


def _above(unit: Unit) -> Iterator[Unit]:
    """The units that must be shown for this one to be shown."""
    if unit.table == "area" and unit.what == "state":
        yield _area(unit.code, unit.year, "received")
    if unit.table == "area" and len(unit.code) > len(COUNTRY_CODE):
        yield _area(oblast_of(unit.code) if len(unit.code) > OBLAST_DIGITS else COUNTRY_CODE, unit.year, unit.what)
    if unit.table == "part":
        yield _area(COUNTRY_CODE, unit.year, "received")
    if unit.kind in COHORT_PARTS and (whole := whole_of(unit.kind, unit.year)):
        yield Unit("part", *whole, "received")
    if unit.table == "outcome" and unit.kind != "country":
        yield Unit("outcome", "country", COUNTRY_CODE, unit.year, unit.what)
