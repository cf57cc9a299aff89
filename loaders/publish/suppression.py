"""Which units of the published counts to withhold: small ones, those that protect them, and what a solver finds out.

The rules of ``hiding`` run over each table by itself: they are quick and find most of it. ``inference`` then sees
all tables together.
"""

from collections.abc import Iterable, Iterator

from data_access.schema import COUNTRY_CODE
from loaders.publish.counts import ASKED, Counts, Unit, of_unit
from loaders.publish.earlier import NOTHING, Earlier
from loaders.publish.hiding import is_safe, withheld_nodes, withheld_parts
from loaders.publish.inference import protected


class Suppression:
    """The units to withhold of some counts, where a count below ``limit`` is small.

    ``earlier`` is what earlier versions have shown and withheld: somebody may have kept them.
    """

    def __init__(self, counts: Counts, limit: int, earlier: Earlier = NOTHING):
        self._counts, self._limit = counts, limit
        self._values = of_unit(counts.figures)
        self._below = self._units_below()
        self._kept, self._known = earlier.withheld(self._values, limit), earlier.shown(self._values)

    def withheld(self) -> set[Unit]:
        """All of them. Nothing withheld spans less than the numbers from 0 up to the limit, unless it is zero."""
        by_rule = {*self._areas(), *self._parts(), *self._outcomes(), *self._quarters()}
        first = self._with_those_below(by_rule | self._kept)
        figures, identities = self._counts.figures, self._counts.identities
        return protected(figures, identities, first, self._known, self._limit - 1, self._with_those_below)

    def _units_below(self) -> dict[Unit, list[Unit]]:
        """The units that are never shown without another."""
        below: dict[Unit, list[Unit]] = {}
        for unit in self._values:
            for above in _above(unit):
                below.setdefault(above, []).append(unit)
        return below

    def _with_those_below(self, units: Iterable[Unit]) -> set[Unit]:
        found, waiting = set(), list(units)
        while waiting:
            unit = waiting.pop()
            if unit not in found:
                found.add(unit)
                waiting += self._below.get(unit, ())
        return found

    def _areas(self) -> Iterator[Unit]:
        parents = self._counts.parents
        of_country = {year: self._values[_area(COUNTRY_CODE, year, "state")] for year in self._counts.years}
        unsplit_years = withheld_parts(of_country, self._limit)
        for year in self._counts.years:
            received = {area: self._values[_area(area, year, "received")] for area in parents}
            splits = {area: self._values[_area(area, year, "state")] for area in parents}
            hidden = withheld_nodes(received, parents, self._limit)
            whole = {COUNTRY_CODE} if year in unsplit_years else set()  # type: ignore[comparison-overlap]
            yield from (_area(area, year, "received") for area in hidden)
            yield from (
                _area(area, year, "state") for area in withheld_nodes(splits, parents, self._limit, hidden | whole)
            )

    def _parts(self) -> Iterator[Unit]:
        groups: dict[tuple[str, int], dict[Unit, tuple[int, ...]]] = {}
        for unit, values in self._values.items():
            if unit.table == "part":
                groups.setdefault((unit.kind, unit.year), {})[unit] = values
        for parts in groups.values():
            yield from withheld_parts(parts, self._limit)

    def _outcomes(self) -> Iterator[Unit]:
        for question in ASKED["country"]:
            country = Unit("outcome", "country", COUNTRY_CODE, 0, question)
            if not is_safe(self._values[country], self._limit):
                yield country
        for kind, codes in self._counts.codes.items():
            for question in ASKED[kind]:
                units = {Unit("outcome", kind, code, 0, question): None for code in codes}
                yield from withheld_parts({unit: self._values[unit] for unit in units}, self._limit)

    def _quarters(self) -> Iterator[Unit]:
        by_year: dict[int, dict[Unit, tuple[int, ...]]] = {}
        for unit, values in self._values.items():
            if unit.what == "flows":
                by_year.setdefault(unit.year, {})[unit] = values
            elif unit.what == "open" and not is_safe(values, self._limit):
                yield unit
        for flows in by_year.values():
            unsafe = {unit for unit, values in flows.items() if not is_safe(values, self._limit)}
            yield from withheld_parts({unit: values[:1] for unit, values in flows.items()}, self._limit, unsafe)


def _area(code: str, year: int, what: str) -> Unit:
    return Unit("area", {3: "country", 5: "oblast", 8: "district"}[len(code)], code, year, what)


def _above(unit: Unit) -> Iterator[Unit]:
    """The units that must be shown for this one to be shown."""
    if unit.table == "area" and unit.what == "state":
        yield _area(unit.code, unit.year, "received")
    if unit.table == "area" and len(unit.code) > len(COUNTRY_CODE):
        yield _area(unit.code[:5] if len(unit.code) > 5 else COUNTRY_CODE, unit.year, unit.what)
    if unit.table in ("part", "quarter") and unit.what != "open":
        yield _area(COUNTRY_CODE, unit.year, "received")
    if unit.table == "outcome" and unit.what != "received":
        yield Unit("outcome", unit.kind, unit.code, 0, "state" if unit.what == "age" else "received")
    if unit.table == "outcome" and unit.kind != "country":
        yield Unit("outcome", "country", COUNTRY_CODE, 0, unit.what)
