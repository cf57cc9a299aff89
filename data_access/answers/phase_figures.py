"""What stands side by side before, during and after: figures of districts by year, and when it was that people met.

Places are the districts in which a site lies or that one affects: where nothing is mined there is little to compare.
"""

from math import inf
from typing import NamedTuple

from sqlalchemy import func, select

from data_access.answers import incidents, places, projects, sources
from data_access.answers.dialogue import HELD
from data_access.store.database import Snapshot, per_version
from data_access.vocabulary import schema
from data_access.vocabulary.source import incomplete_year

Years = tuple[float, float]


class Figure(NamedTuple):
    """Cases of a place in a whole year, or their days; None: withheld."""

    place: str
    year: int
    number: int | None


@per_version
def _places(snapshot: Snapshot) -> frozenset[str]:
    """Codes of the districts in which a site lies or that one affects."""
    area = schema.site_district.c
    query = select(area.area_code).where(area.role.in_(places.AROUND)).distinct()
    districts = {*places.districts(snapshot)["district_code"]}
    return frozenset(code for (code,) in snapshot.rows(query)[1] if code in districts)


@per_version
def incident_counts(snapshot: Snapshot) -> tuple[Figure, ...]:
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
def grievance_counts(snapshot: Snapshot) -> tuple[Figure, ...]:
    """Grievances received in full years, of the places where they are counted."""
    counted = schema.grievance_year.c
    query = select(counted.area_code, counted.year, counted.received_count).where(counted.area_level == "district")
    found = snapshot.rows(query.order_by(counted.area_code, counted.year))[1]
    known = _places(snapshot)
    return tuple(Figure(code, int(year), cases) for code, year, cases in found if code in known)


@per_version
def resolving_days(snapshot: Snapshot) -> tuple[Figure, ...]:
    """Median days until grievances were resolved, by district and year in which they were; of few none is told."""
    wait = schema.grievance_wait.c
    query = select(wait.code, wait.year, wait.median_days).where(wait.kind == "district", wait.wait == "resolve")
    found = snapshot.rows(query.order_by(wait.code, wait.year))[1]
    known = _places(snapshot)
    return tuple(Figure(code, int(year), days) for code, year, days in found if code in known)


@per_version
def years_of_meetings(snapshot: Snapshot) -> dict[str, Years]:
    """From the year of the first meeting that was held in a place to that of the last."""
    event = schema.dialogue_event.c
    query = select(event.district_code, func.min(event.starts_on), func.max(event.starts_on))
    held = query.where(event.dialogue_status == HELD, event.district_code.is_not(None)).group_by(event.district_code)
    return {code: (first.year, last.year) for code, first, last in snapshot.rows(held)[1]}


@per_version
def years_of_projects(snapshot: Snapshot) -> dict[str, Years]:
    """From the year in which the first project of a place began to that in which the last one ended, if it has.

    One of an oblast is of its places; one of the whole country leaves no place without, and tells nothing here.
    """
    found = {code: projects.that_name(snapshot, [code]) for code in _places(snapshot)}
    return {
        code: (own[0]["starts_on"].year, max(one["ends_on"].year if one["ends_on"] else inf for one in own))
        for code, own in found.items()
        if own
    }
