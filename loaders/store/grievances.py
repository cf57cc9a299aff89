"""Grievances without anything that names or finds a person, and the terms in which they must be answered.

There is no name, phone, address, text, exact place or number of the source's register here.
"""

from sqlalchemy import Boolean, Column, Date, Integer, String, Table

from data_access.vocabulary.fields import grievances
from loaders.store.base import metadata, private_table

grievance = private_table(grievances.GRIEVANCES)
grievance_status_history = private_table(grievances.STATUS_HISTORY)
sla_rule = private_table(grievances.SLA_RULES)
holiday = private_table(grievances.HOLIDAYS)

posted_event = Table(
    "posted_event",
    metadata,
    Column("quarter", Date, primary_key=True, comment="First day of the quarter in which they were published"),
    Column("event", String(24), primary_key=True, comment="received, closed, or another that is published"),
    *(
        Column(name, String(length), primary_key=True, comment=f"{about} of the grievances")
        for name, length, about in (
            ("district_code", 16, "District"),
            ("issue_code", 32, "Issue"),
            ("channel", 16, "Channel"),
            ("responsible_body", 16, "Responsible body"),
        )
    ),
    Column("attempt", Integer, nullable=False, comment="Publication that they were first counted in"),
    Column("event_count", Integer, nullable=False, comment="How many such events"),
    comment="Events of grievances that are counted in a closed quarter; no single grievance is named",
)

decided_count = Table(
    "decided_count",
    metadata,
    Column(
        "kept_in",
        String(8),
        primary_key=True,
        comment="area, part, outcome, quarter or meeting: what the counts are of",
    ),
    Column(
        "kind",
        String(8),
        primary_key=True,
        comment="country, oblast, district, issue, channel, body, stage, a span of days, or meeting",
    ),
    Column(
        "code",
        String(32),
        primary_key=True,
        comment="Area, code of the kind, quarter, or digest of the key of a meeting",
    ),
    Column(
        "year",
        Integer,
        primary_key=True,
        autoincrement=False,
        comment="Year that they are counted in; 0 of a meeting",
    ),
    Column(
        "what",
        String(16),
        primary_key=True,
        comment="Which counts: received, state, flows, open, a question, or people",
    ),
    Column("counts", String(60), primary_key=True, comment="The counts that are decided on together, comma separated"),
    Column("attempt", Integer, primary_key=True, autoincrement=False, comment="Publication that it was decided in"),
    Column("is_withheld", Boolean, nullable=False, comment="False: at least one version has shown them"),
    Column("small_cell_limit", Integer, nullable=False, comment="Limit at which it was decided"),
    comment="What the versions so far have shown and withheld, so that no two of them can be solved together",
)
