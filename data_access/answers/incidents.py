"""Answers about conflict incidents. Accidents and regulatory stops are listed apart, and not counted as conflicts."""

from dataclasses import replace

import pandas as pd
from sqlalchemy import ColumnElement, Select, and_, distinct, func, literal, select, true, union_all

from data_access.answers import filters, places, sources
from data_access.store.database import Snapshot, per_version
from data_access.vocabulary import schema
from data_access.vocabulary.answer import Answer, Unplaced
from data_access.vocabulary.facets import ALL, effective_value
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.source import Source

incident = schema.incident.c
issue = schema.incident_issue.c
actor = schema.incident_actor.c
is_conflict = incident.is_conflict.is_(True)
# An incident of no wave is an episode of its own.
episode = func.coalesce(incident.episode_id, incident.incident_id)
_site_district = (
    select(schema.site.c.district_code)
    .where(schema.site.c.site_id == incident.site_id)
    .correlate(schema.incident)
    .scalar_subquery()
)


def count_by_district(snapshot: Snapshot, selection: Selection) -> Answer:
    """Conflict incidents by district (frame: ``places.by_district``): where they took place, or of the site.

    A district without an incident has zero where a list claims to be complete over the chosen years, else nothing is
    known of it (``covered_years``). Incidents known only by oblast are ``unplaced``. Of an episode that reaches several
    districts, each counts it once.
    """
    return _by_district(snapshot, selection, lambda counts, _people: counts)


def rate_by_district(snapshot: Snapshot, selection: Selection) -> Answer:
    """Conflict incidents per 10,000 residents over the chosen years (frame: ``places.by_district``)."""
    answer = _by_district(snapshot, selection, lambda counts, people: places.PEOPLE_PER_RATE * counts / people)
    return replace(answer, people_years=places.residents_years(snapshot))


def by_year(snapshot: Snapshot, selection: Selection) -> Answer:
    """Columns year, severity (1–5), value (incidents or episodes), all years on record, of the chosen place or all.

    An episode stands in the year of its first incident with its highest severity. Where there is any incident, each
    year over which a list claims to be complete (``extras["covered"]``) has a zero for every severity
    without one.
    """
    about = Selection(
        issue=selection.issue, actor=selection.actor, site=selection.site, by=selection.by, count=selection.count
    )
    counts = filters.of_chosen_place(snapshot, selection, _yearly, about).frame
    covered = covered_years(snapshot)
    return replace(to_answer(snapshot, selection, _with_zeros(counts, covered)), extras={"covered": covered})


@per_version
def covered_years(snapshot: Snapshot) -> frozenset[int]:
    """The whole years over which a list claims to be complete (``source.complete_from``), up to its newest record."""
    origins = sources.of_rows(snapshot, schema.incident)
    return frozenset(year for one in origins if one.complete_from and one.newest_on for year in _whole_years(one))


def _whole_years(one: Source) -> range:
    since, until = one.complete_from, one.newest_on
    first = since.year + ((since.month, since.day) > (1, 1))
    return range(first, until.year + ((until.month, until.day) == (12, 31)))


def by_issue(snapshot: Snapshot, selection: Selection) -> Answer:
    """Columns code (issue), severity (1–5), value (incidents) of the chosen district, role, site and period.

    An incident about several issues counts for each; the issue that is chosen narrows nothing.
    """
    in_period = filters.within_period(selection, incident.starts_on)
    in_question = and_(_at(snapshot, selection), _of_actor(selection), in_period)
    code = issue.issue_code.label("code")
    query = (
        select(code, incident.severity, func.count().label("value"))
        .join_from(schema.incident_issue, schema.incident, issue.incident_id == incident.incident_id)
        .where(in_question)
        .group_by(code, incident.severity)
    )
    return to_answer(snapshot, selection, snapshot.frame(query.order_by(code, incident.severity)))


def by_actor(snapshot: Snapshot, selection: Selection) -> Answer:
    """Columns code (role), issue (``all``, or one issue), value (incidents whose report names the role).

    Of the chosen district, issue, site and period; the role that is chosen narrows nothing. An incident counts for
    each of its roles, and beside ``all`` for each of its issues: values must not be added up.
    """
    in_period = filters.within_period(selection, incident.starts_on)
    in_question = and_(_at(snapshot, selection), _about(selection), in_period)
    code, count = actor.role.label("code"), func.count().label("value")
    joins = (schema.incident_actor, schema.incident, actor.incident_id == incident.incident_id)
    whole = select(code, literal(ALL).label("issue"), count).join_from(*joins).where(in_question)
    by_both = select(code, issue.issue_code, count).join_from(*joins).where(in_question)
    by_both = by_both.join(schema.incident_issue, issue.incident_id == incident.incident_id)
    both = union_all(whole.group_by(code), by_both.group_by(code, issue.issue_code))
    return to_answer(snapshot, selection, snapshot.frame(both))


def by_code(name: str, snapshot: Snapshot, selection: Selection) -> Answer:
    """Columns code (of a column of incidents), value (incidents), of the chosen district, issue, role, site, period."""
    code = incident[name].label("code")
    query = select(code, func.count().label("value")).where(
        is_conflict, of_choice(snapshot, selection), filters.within_period(selection, incident.starts_on)
    )
    return to_answer(snapshot, selection, snapshot.frame(query.group_by(code).order_by(code)))


def _with_zeros(frame: pd.DataFrame, zero_years: frozenset[int]) -> pd.DataFrame:
    if frame.empty or not zero_years:
        return frame
    every = pd.MultiIndex.from_product((sorted(zero_years), sorted(set(frame["severity"]))), names=("year", "severity"))
    counts = frame.set_index(["year", "severity"])["value"]
    return counts.reindex(counts.index.union(every), fill_value=0).reset_index()


def _yearly(by_place: bool, about: Selection) -> Select:
    place = (district_of(about).label("place"),) if by_place else ()
    key = _key(about).label("event")
    first, worst = func.min(incident.starts_on).label("starts_on"), func.max(incident.severity).label("severity")
    in_question = and_(is_conflict, _of_site(about), _about(about), _of_actor(about))
    events = select(*place, key, first, worst).where(in_question).group_by(*place, key).subquery().c
    by = (*([events.place] if by_place else ()), func.extract("year", events.starts_on).label("year"), events.severity)
    return select(*by, func.count().label("value")).group_by(*by).order_by(*by)


def _key(selection: Selection) -> ColumnElement[str]:
    """What is counted: incidents, or episodes."""
    return episode if effective_value(selection, "count") == "episodes" else incident.incident_id


def district_of(selection: Selection) -> ColumnElement[str]:
    """The district that an incident counts for; where no site is known, the place is all there is."""
    if effective_value(selection, "by") == "site":
        return func.coalesce(_site_district, incident.district_code)
    return incident.district_code


def of_choice(snapshot: Snapshot, selection: Selection) -> ColumnElement[bool]:
    """Incidents of the chosen district, issue, role and site, of all times, conflicts and others."""
    here = filters.of_district(snapshot, selection, district_of(selection))
    return and_(here, _of_site(selection), _about(selection), _of_actor(selection))


def _at(snapshot: Snapshot, selection: Selection) -> ColumnElement[bool]:
    return and_(is_conflict, filters.of_district(snapshot, selection, district_of(selection)), _of_site(selection))


def _of_site(selection: Selection) -> ColumnElement[bool]:
    return true() if selection.site is None else incident.site_id == selection.site


def _about(selection: Selection) -> ColumnElement[bool]:
    if selection.issue is None:
        return true()
    return incident.incident_id.in_(select(issue.incident_id).where(issue.issue_code == selection.issue))


def _of_actor(selection: Selection) -> ColumnElement[bool]:
    """Incidents whose report names the chosen role."""
    if selection.actor is None:
        return true()
    return incident.incident_id.in_(select(actor.incident_id).where(actor.role == selection.actor))


def _by_district(snapshot: Snapshot, selection: Selection, value) -> Answer:
    in_period = filters.within_period(selection, incident.starts_on)
    in_question = and_(is_conflict, _of_site(selection), _about(selection), _of_actor(selection), in_period)
    known_years = filters.known_years(snapshot, incident.starts_on)
    years = filters.chosen_years(selection, known_years)
    keys = select(district_of(selection).label("district_code"), _key(selection).label("event")).where(in_question)
    code, event = keys.subquery().c
    query = select(code, func.count(distinct(event)).label("count")).group_by(code)
    rows = snapshot.frame(query)
    counts = rows.dropna(subset="district_code").set_index("district_code")["count"]
    people = places.residents(snapshot)
    counts = counts.reindex(people.index)
    if years and set(range(years[0], years[1] + 1)) <= covered_years(snapshot):
        counts = counts.fillna(0)
    values = value(counts, people) if years else counts.iloc[:0]
    no_people = values.index[values.isna() & counts.reindex(values.index).notna()]
    frame = places.by_district(snapshot, values.dropna().to_dict(), with_figures=people.index, without_people=no_people)
    unplaced = Unplaced(int(rows.loc[rows["district_code"].isna(), "count"].sum()))
    return to_answer(snapshot, selection, frame, unplaced)


def to_answer(snapshot: Snapshot, selection: Selection, frame, unplaced_count: Unplaced | None = None) -> Answer:
    """A frame with the years, sources and the unit of answers about incidents."""
    known_years = filters.known_years(snapshot, incident.starts_on)
    origins = sources.of_rows(snapshot, schema.incident)
    years = filters.chosen_years(selection, known_years)
    return Answer(frame, years, known_years, origins, unplaced_count, counted_unit=effective_value(selection, "count"))
