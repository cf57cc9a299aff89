"""What people decided about single incidents: a log to which rows are only added."""

from sqlalchemy import Boolean, Column, DateTime, Integer, String, Table

from loaders.store.base import metadata

incident_decision = Table(
    "incident_decision",
    metadata,
    Column("decision_id", Integer, primary_key=True, comment="Number of the decision, rising"),
    # No reference: what was taken down, or left out of a later file, keeps its decisions.
    Column("incident_id", String(32), nullable=False, index=True, comment="Key of the incident it is about"),
    Column("decision", String(12), nullable=False, comment="held, proposed, released or taken_down"),
    Column("reason", String(16), comment="Code of the reason for a takedown"),
    Column("decided_at", DateTime(timezone=True), nullable=False, comment="When it was decided (UTC)"),
    Column("decided_by", String(40), comment="Role or initials; empty: a file marked the incident as restricted"),
    Column("was_public", Boolean, comment="Of a takedown: whether the incident was ever public; only then it is told"),
    Column("account", String(100), nullable=False, comment="System account that ran the loader"),
    Column("content_hash", String(64), comment="Hash of what was proposed or released; a takedown empties it"),
    comment="Incidents held back, proposed, released by a second person, and taken down",
)
