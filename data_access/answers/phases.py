"""Incidents and grievances where people met, or where a project was, and elsewhere: before, during and after.

Places are the districts in which a site lies or that one affects: where nothing is mined there is little to compare.
Those without stand beside those with in the same calendar years, each year with the weight that it has among those
with: what changed in the whole country changes both. Nothing is said of a cause.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from math import inf
from typing import NamedTuple

import pandas as pd
from sqlalchemy import func, select

from data_access.answers import filters, incidents, places, projects, sources
from data_access.answers.chance import dispersion, interval
from data_access.answers.dialogue import HELD
from data_access.store.database import Snapshot, per_version
from data_access.vocabulary import schema
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.facets import effective_value
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.source import incomplete_year
from data_access.vocabulary.states import MISSING, VALUE, WITHHELD, ZERO

BEFORE, DURING, AFTER = PHASES = ("before", "during", "after")
WITH, WITHOUT = GROUPS = ("with", "without")
# Of fewer districts no mean is told.
FEWEST_PLACES = 3
NAN = float("nan")
COLUMNS = (
    *("phase", "place_group", "place_count", "place_years", "event_count", "withheld_years"),
    *("rate", "rate_low", "rate_high", "state"),
)
Years = tuple[float, float]


class Figure(NamedTuple):
    """Cases of a place in a whole year; None: withheld."""

    place: str
    year: int
    cases: int | None


def by_phase(snapshot: Snapshot, selection: Selection) -> Answer:
    """A row for each of ``PHASES`` and ``GROUPS``: the chosen cases in districts with the chosen setting and without.

    Of the chosen years; before and after are what they are, however few of their years are chosen.

    Columns phase, place_group, place_count, place_years (district-years with a number), event_count, withheld_years
    (district-years without one), rate (mean per district and year; NaN: see state), rate_low, rate_high (95 %), state:
    missing where fewer than ``FEWEST_PLACES`` districts have a number, withheld where no more years are shown than
    withheld.
    """
    cases, setting = effective_value(selection, "cases"), effective_value(selection, "setting")
    every, spans = FIGURES[cases](snapshot), SPANS[setting](snapshot)
    known = (min(one.year for one in every), max(one.year for one in every)) if every else None
    years = filters.chosen_years(selection, known)
    figures = [one for one in every if years and years[0] <= one.year <= years[1]]
    frame = pd.DataFrame(of_phases(figures, spans), columns=list(COLUMNS))
    is_enough = all(len({one.place for one in group}) >= FEWEST_PLACES for group in _groups(figures, spans))
    tables = (TABLES[cases], TABLES[setting], schema.site_district)
    used = {source.key: source for table in tables for source in sources.of_rows(snapshot, table)}
    why = None if is_enough or (known and not years) else f"few_places_{setting}"
    return Answer(frame, years if is_enough else None, known, tuple(used.values()), empty_reason=why)


def of_phases(figures: Sequence[Figure], spans: Mapping[str, Years]) -> list[dict[str, object]]:
    """Rows of ``by_phase``. ``spans`` has the first and the last year of each place with the setting."""
    ours, others = _groups(figures, spans)
    rows = []
    for phase in PHASES:
        own = [one for one in ours if phase_of(one.year, spans[one.place]) == phase]
        weights = Counter(one.year for one in own if one.cases is not None)
        beside = [one for one in others if one.year in weights]
        rows += [_row(phase, WITH, own, weights), _row(phase, WITHOUT, beside, weights)]
    return rows


def phase_of(year: int, span: Years) -> str:
    """Whether a year lies before the first one of a span, after its last, or between them."""
    first, last = span
    return BEFORE if year < first else AFTER if year > last else DURING


def _groups(figures: Sequence[Figure], spans: Mapping[str, Years]) -> tuple[list[Figure], list[Figure]]:
    """Figures of the places with the setting, and of those without."""
    return [one for one in figures if one.place in spans], [one for one in figures if one.place not in spans]


def _row(phase: str, group: str, figures: Sequence[Figure], weights: Mapping[int, int]) -> dict[str, object]:
    by_year = defaultdict(list)
    for one in figures:
        if one.cases is not None:
            by_year[one.year].append(one.cases)
    shown = {one.place for one in figures if one.cases is not None}
    years = sum(map(len, by_year.values()))
    row = {
        "phase": phase,
        "place_group": group,
        "place_count": len(shown),
        "place_years": years,
        "event_count": sum(map(sum, by_year.values())),
        "withheld_years": len(figures) - years,
    }
    state = _state(len(shown), years, len(figures))
    if state != VALUE:
        return row | {"rate": NAN, "rate_low": NAN, "rate_high": NAN, "state": state}
    whole = sum(weights[year] for year in by_year)
    parts = [(weights[year] / (whole * len(counts)), sum(counts)) for year, counts in by_year.items()]
    rate = sum(weight * count for weight, count in parts)
    wider = dispersion([count for counts in by_year.values() for count in counts])
    low, high = interval((weight * wider, count / wider) for weight, count in parts)
    return row | {"rate": rate, "rate_low": low, "rate_high": high, "state": VALUE if rate else ZERO}


def _state(place_count: int, shown: int, every: int) -> str:
    if every > shown and 2 * shown <= every:
        return WITHHELD
    return VALUE if place_count >= FEWEST_PLACES else MISSING


@per_version
def _places(snapshot: Snapshot) -> frozenset[str]:
    """Codes of the districts in which a site lies or that one affects."""
    area = schema.site_district.c
    query = select(area.area_code).where(area.role.in_(places.AROUND)).distinct()
    districts = {*places.districts(snapshot)["district_code"]}
    return frozenset(code for (code,) in snapshot.rows(query)[1] if code in districts)


@per_version
def _incidents(snapshot: Snapshot) -> tuple[Figure, ...]:
    """Recorded conflict incidents: of every place and whole year from the first on record to the last."""
    column = schema.incident.c
    year = func.extract("year", column.starts_on)
    query = select(column.district_code, year, func.count()).where(incidents.is_conflict)
    counts = {(code, int(of)): n for code, of, n in snapshot.rows(query.group_by(column.district_code, year))[1]}
    years = [of for _, of in counts]
    part = incomplete_year(sources.of_rows(snapshot, schema.incident))
    every = [of for of in range(min(years), max(years) + 1) if of != part] if years else []
    return tuple(Figure(code, of, counts.get((code, of), 0)) for code in sorted(_places(snapshot)) for of in every)


@per_version
def _grievances(snapshot: Snapshot) -> tuple[Figure, ...]:
    """Grievances received in full years, of the places where they are counted."""
    counted = schema.grievance_year.c
    query = select(counted.area_code, counted.year, counted.received_count).where(counted.area_level == "district")
    found = snapshot.rows(query.order_by(counted.area_code, counted.year))[1]
    known = _places(snapshot)
    return tuple(Figure(code, int(year), cases) for code, year, cases in found if code in known)


@per_version
def _meetings(snapshot: Snapshot) -> dict[str, Years]:
    """From the year of the first meeting that was held in a place to that of the last."""
    event = schema.dialogue_event.c
    query = select(event.district_code, func.min(event.starts_on), func.max(event.starts_on))
    held = query.where(event.dialogue_status == HELD, event.district_code.is_not(None)).group_by(event.district_code)
    return {code: (first.year, last.year) for code, first, last in snapshot.rows(held)[1]}


@per_version
def _projects(snapshot: Snapshot) -> dict[str, Years]:
    """From the year in which the first project of a place began to that in which the last one ended, if it has.

    One of an oblast is of its places; one of the whole country leaves no place without, and tells nothing here.
    """
    found = {code: projects.that_name(snapshot, [code]) for code in _places(snapshot)}
    return {
        code: (own[0]["starts_on"].year, max(one["ends_on"].year if one["ends_on"] else inf for one in own))
        for code, own in found.items()
        if own
    }


FIGURES: Mapping[str, Callable[[Snapshot], Sequence[Figure]]] = {"incidents": _incidents, "grievances": _grievances}
SPANS: Mapping[str, Callable[[Snapshot], Mapping[str, Years]]] = {"dialogue": _meetings, "project": _projects}
TABLES = {
    "incidents": schema.incident,
    "grievances": schema.grievance_year,
    "dialogue": schema.dialogue_event,
    "project": schema.project,
}
