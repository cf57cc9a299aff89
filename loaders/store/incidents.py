"""Incidents, what they were about, and who reported them."""

from typing import Any

from sqlalchemy import Column, Date, Integer, String, Table, Text

from loaders.store.base import metadata, provenance, refers_to

issue = Table(
    "issue",
    metadata,
    Column("issue_code", String(32), primary_key=True, comment="What an incident or a grievance is about"),
    comment="Issues shared by incidents and grievances; a list of the project, not of a source",
)


def _range(what: str, meaning: str) -> list[Column[Any]]:
    return [
        Column(f"{what}_{end}", Integer, comment=f"{meaning}, {word} figure reported")
        for end, word in (("min", "lowest"), ("max", "highest"))
    ]


incident = Table(
    "incident",
    metadata,
    Column("incident_id", String(32), primary_key=True, comment="Permanent key of the incident"),
    Column("episode_id", String(32), comment="Same for all incidents of one wave or event; empty: it stands alone"),
    Column("starts_on", Date, nullable=False, comment="First day, or first day of the period if not known to the day"),
    Column("date_precision", String(8), nullable=False, comment="day, week, month or year"),
    Column("oblast_code", refers_to("admin_unit.unit_code"), comment="Oblast where it took place"),
    Column("district_code", refers_to("admin_unit.unit_code"), comment="District; empty: known only for the oblast"),
    Column("geo_precision", Integer, nullable=False, comment="1 place, 2 near, 3 district, 4 oblast"),
    Column("site_id", refers_to("site.site_id"), comment="Site that it was about"),
    Column("company", String(200), comment="Company concerned, as reported"),
    Column("category", String(32), nullable=False, comment="protest, road_blockade, …"),
    Column("event_type", String(48), comment="ACLED event type"),
    Column("sub_event_type", String(48), comment="ACLED sub-event type"),
    Column("severity", Integer, nullable=False, comment="1 petition … 5 mass violence, deaths or large damage"),
    *_range("participants", "Participants"),
    *_range("injured", "Injured"),
    *_range("fatalities", "Deaths"),
    Column("arrests", Integer, comment="Persons arrested, as reported"),
    Column("description", Text, comment="What happened, from public reports; names no private person"),
    Column("response", Text, comment="Documented response, from public reports; names no private person"),
    Column("outcome_code", String(32), nullable=False, comment="Documented outcome"),
    Column("confidence", String(8), nullable=False, comment="high, medium or low: trust in the coding"),
    Column(
        "visibility",
        String(12),
        nullable=False,
        comment="public, or restricted: held back until two persons release it",
    ),
    *provenance(),
    comment="Documented incidents",
)

incident_issue = Table(
    "incident_issue",
    metadata,
    Column("incident_id", refers_to("incident.incident_id"), primary_key=True, comment="Incident"),
    Column("issue_code", refers_to("issue.issue_code"), primary_key=True, comment="What it was about"),
    *provenance(),
    comment="Issues of each incident",
)

incident_actor = Table(
    "incident_actor",
    metadata,
    Column("incident_id", refers_to("incident.incident_id"), primary_key=True, comment="Incident"),
    Column("role", String(32), primary_key=True, comment="Role that its report names; unknown: it names none"),
    *provenance(),
    comment="Who the report of each incident names, by role; never a person or a group",
)

incident_source = Table(
    "incident_source",
    metadata,
    Column("incident_id", refers_to("incident.incident_id"), primary_key=True, comment="Incident"),
    Column("seq", Integer, primary_key=True, comment="Order of the reports, from 1"),
    Column("title", String(300), nullable=False, comment="Report or medium, as named by the compiler"),
    Column("url", String(500), comment="Address of the report"),
    *provenance(),
    comment="Reports that document each incident",
)
