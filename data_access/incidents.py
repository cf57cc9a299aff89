"""Answers about conflict incidents. Accidents and regulatory stops are not counted as conflicts."""

from sqlalchemy import ColumnElement, and_, func, select, true

from dashboard.answer import Answer, Unplaced
from dashboard.selection import Selection
from data_access import filters, places, schema, sources
from data_access.database import Snapshot
from data_access.links import web_address

PEOPLE_PER_RATE = 10_000
incident = schema.incident.c
is_conflict = incident.is_conflict.is_(True)


def count_by_district(snapshot: Snapshot, selection: Selection) -> Answer:
    """Conflict incidents by the district where they took place (frame: ``places.by_district``).

    The list covers the whole country: a district without an incident in the chosen years has zero,
    as long as the list reaches those years. Incidents known only by oblast are ``unplaced``.
    """
    return _by_district(snapshot, selection, lambda counts, _people: counts)


def rate_by_district(snapshot: Snapshot, selection: Selection) -> Answer:
    """Conflict incidents per 10,000 residents over the chosen years (frame: ``places.by_district``)."""
    return _by_district(snapshot, selection, lambda counts, people: PEOPLE_PER_RATE * counts / people)


def listed(snapshot: Snapshot, selection: Selection) -> Answer:
    """One row per conflict incident of the chosen district and period, newest first.

    Columns of ``schema.incident``, and slug and the names of the district and of the site (empty where unknown).
    """
    here = filters.of_district(snapshot, selection, incident.district_code)
    district, site = schema.district.c, schema.site.c
    named = (column.label(f"site_{column.name}") for column in (site.name_ky, site.name_ru, site.name_en))
    query = (
        select(schema.incident, district.slug, district.name_ky, district.name_ru, district.name_en, *named)
        .join(schema.district, district.district_code == incident.district_code, isouter=True)
        .join(schema.site, site.site_id == incident.site_id, isouter=True)
        .where(is_conflict, here, _about(selection), filters.within_period(selection, incident.starts_on))
    )
    found = snapshot.frame(query.order_by(incident.starts_on.desc()))
    links = [web_address(text) for text in found["report_url"]]
    return _answer(snapshot, selection, found.assign(report_url=links))


def by_year(snapshot: Snapshot, selection: Selection) -> Answer:
    """Columns year, severity (1–5), value (incidents), all years on record, of the chosen district or of all."""
    here = filters.of_district(snapshot, selection, incident.district_code)
    year = func.extract("year", incident.starts_on).label("year")
    query = select(year, incident.severity, func.count().label("value")).where(is_conflict, here, _about(selection))
    frame = snapshot.frame(query.group_by(year, incident.severity).order_by(year, incident.severity))
    return _answer(snapshot, selection, frame)


def by_outcome(snapshot: Snapshot, selection: Selection) -> Answer:
    """Columns code (outcome group), value (incidents) of the chosen district and period."""
    here = filters.of_district(snapshot, selection, incident.district_code)
    group = incident.outcome_group.label("code")
    query = select(group, func.count().label("value")).where(
        is_conflict, here, _about(selection), filters.within_period(selection, incident.starts_on)
    )
    return _answer(snapshot, selection, snapshot.frame(query.group_by(group).order_by(group)))


def _about(selection: Selection) -> ColumnElement[bool]:
    """Incidents with the chosen issue, one of several that an incident can have."""
    link = schema.incident_issue.c
    chosen = select(link.incident_id).where(link.issue_code == selection.issue)
    return incident.incident_id.in_(chosen) if selection.issue else true()


def _by_district(snapshot: Snapshot, selection: Selection, value) -> Answer:
    in_question = and_(is_conflict, _about(selection), filters.within_period(selection, incident.starts_on))
    known = filters.known_years(snapshot, incident.starts_on)
    years = filters.chosen_years(selection, known)
    query = (
        select(incident.district_code, func.count().label("count")).where(in_question).group_by(incident.district_code)
    )
    found = snapshot.frame(query)
    counts = found.dropna(subset="district_code").set_index("district_code")["count"]
    people = places.districts(snapshot).set_index("district_code")["population"]
    counts = counts.reindex(people.index, fill_value=0)
    values = value(counts, people).dropna().to_dict() if years else {}
    frame = places.by_district(snapshot, values, collected=people.index)
    unplaced = Unplaced(int(found.loc[found["district_code"].isna(), "count"].sum()))
    return Answer(frame, years, known, sources.used(snapshot, schema.incident), unplaced)


def _answer(snapshot: Snapshot, selection: Selection, frame) -> Answer:
    known = filters.known_years(snapshot, incident.starts_on)
    return Answer(frame, filters.chosen_years(selection, known), known, sources.used(snapshot, schema.incident))
