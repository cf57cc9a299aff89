"""Answers that list incidents one by one, with their places and issues."""

from dataclasses import replace

from sqlalchemy import ColumnElement, and_, select

from data_access.answers import filters, places
from data_access.answers.incidents import district_of, incident, is_conflict, of_choice, to_answer
from data_access.answers.links import web_address
from data_access.store.database import Snapshot
from data_access.vocabulary import schema
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.selection import Selection


def by_incident(snapshot: Snapshot, selection: Selection) -> Answer:
    """One row per conflict incident of the chosen district, period, issue, role and site, newest first.

    Columns of ``schema.incident``, slug and the names of district, site and oblast (empty where unknown), and
    ``issues``, the codes of what it was about.
    """
    return _list(snapshot, selection, is_conflict)


def listed_apart(snapshot: Snapshot, selection: Selection) -> Answer:
    """The same of what is kept in the list and not counted: accidents, stops of work, agreements."""
    return _list(snapshot, selection, incident.is_conflict.is_(False))


def listed_unplaced(snapshot: Snapshot, selection: Selection) -> Answer:
    """The conflict incidents that a map of the same choice cannot place: known for an oblast at most."""
    answer = _list(snapshot, selection, and_(is_conflict, district_of(selection).is_(None)))
    return replace(answer, empty_reason="all_placed_incidents" if answer.years else None)


def _list(snapshot: Snapshot, selection: Selection, kind: ColumnElement[bool]) -> Answer:
    in_question = and_(kind, of_choice(snapshot, selection))
    query = places.with_names(schema.incident).where(in_question, filters.within_period(selection, incident.starts_on))
    rows = snapshot.frame(query.order_by(incident.starts_on.desc(), incident.incident_id))
    issues = snapshot.frame(select(schema.incident_issue).order_by(schema.incident_issue.c.issue_code))
    codes = issues.groupby("incident_id")["issue_code"].agg(tuple)
    links = [web_address(text) for text in rows["report_url"]]
    about = [codes.get(key, ()) for key in rows["incident_id"]]
    return to_answer(snapshot, selection, rows.assign(report_url=links, issues=about))
