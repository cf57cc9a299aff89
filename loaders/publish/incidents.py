"""Released incidents."""

import pandas as pd
from sqlalchemy import Connection, Table

from loaders.store import incident_decisions
from loaders.store.frames import rows
from loaders.store.incidents import incident, incident_actor, incident_issue, incident_source

# Kept in the log, but an accident, a regulator's order, an agreement, a complaint or a meeting is not a conflict.
NOT_CONFLICTS = (
    "environmental_accident",
    "industrial_accident",
    "regulatory_suspension",
    "agreement",
    "arrests",
    "strategic_development",
    "complaint",
    "dialogue",
)
# Did those who took part get something they asked for? positive: an agreement, or the work or licence they
# opposed ended for good; partial: talks, a commission, part of the compensation, a pause; none: no answer,
# work went on, or only prosecution followed.
OUTCOME_GROUPS = {
    "agreement_kept": "positive",
    "agreement": "positive",
    "licence_revoked": "positive",
    "project_cancelled": "positive",
    "dialogue": "partial",
    "commission": "partial",
    "compensation_partial": "partial",
    "work_suspended": "partial",
    "work_resumed_without_change": "none",
    "criminal_case": "none",
    "arrests_only": "none",
    "none": "none",
    "unknown": "unknown",
    "not_applicable": "not_applicable",
}


def published_incidents(connection: Connection) -> pd.DataFrame:
    """Rows of the public ``incident`` table: without those held back, and without descriptions."""
    incidents = _without_withheld(rows(connection, incident), connection)
    reports = rows(connection, incident_source).groupby("incident_id")
    return incidents.assign(
        is_conflict=~incidents["category"].isin(NOT_CONFLICTS),
        outcome_group=incidents["outcome_code"].map(OUTCOME_GROUPS),
        report_title=incidents["incident_id"].map(reports["title"].agg("; ".join)),
        report_url=incidents["incident_id"].map(reports["url"].first()),
        source_count=incidents["incident_id"].map(reports.size()),
    )


def published_issues(connection: Connection) -> pd.DataFrame:
    """Issues of released incidents."""
    return _of_released(connection, incident_issue)


def published_actors(connection: Connection) -> pd.DataFrame:
    """Roles of those whom the reports of released incidents name."""
    return _of_released(connection, incident_actor)


def _of_released(connection: Connection, table: Table) -> pd.DataFrame:
    return _without_withheld(rows(connection, table), connection)


def _without_withheld(frame: pd.DataFrame, connection: Connection) -> pd.DataFrame:
    return frame[~frame["incident_id"].isin(incident_decisions.withheld(connection))]
