"""Grievances without anything that names or finds a person, and the terms in which they must be answered.

There is no name, phone, address, text, exact place or number of the source's register here.
"""

from sqlalchemy import Boolean, Column, Date, Integer, String, Table

from loaders.store.base import metadata, names, provenance, refers_to

grievance = Table(
    "grievance",
    metadata,
    Column("grievance_key", String(32), primary_key=True, comment="Random; made anew at each load"),
    Column("received_on", Date, nullable=False, comment="Day of receipt; published by quarter and year only"),
    Column("district_code", refers_to("admin_unit.unit_code"), nullable=False, comment="District"),
    Column("issue_code", refers_to("issue.issue_code"), nullable=False, comment="What it is about"),
    Column("channel", String(16), nullable=False, comment="written, oral, online, hotline or meeting"),
    Column("responsible_body", String(16), nullable=False, comment="company, aiyl_okmotu, district or republic"),
    Column("is_sensitive", Boolean, nullable=False, comment="Violence, reprisal or sexual harm: in no breakdown"),
    Column("current_status", String(24), nullable=False, comment="Last status of the history"),
    Column("current_status_on", Date, nullable=False, comment="Day of the last status"),
    Column("acknowledge_due_on", Date, comment="Last day to acknowledge it; derived; empty: no rule, or not known"),
    Column("resolve_due_on", Date, comment="Last day to resolve it; derived; empty: no rule, or not known"),
    *provenance(),
    comment="Grievances, one row each",
)

grievance_status_history = Table(
    "grievance_status_history",
    metadata,
    Column("grievance_key", refers_to("grievance.grievance_key"), primary_key=True, comment="Grievance"),
    Column("seq", Integer, primary_key=True, comment="Order of the steps, from 1; dates do not decrease"),
    Column("status", String(24), nullable=False, comment="received, acknowledged, … closed"),
    Column("status_on", Date, nullable=False, comment="Day on which the status was reached"),
    *provenance(),
    comment="Steps of each grievance",
)

sla_rule = Table(
    "sla_rule",
    metadata,
    Column("sla_rule_id", Integer, primary_key=True, comment="Row number"),
    Column("body_type", String(16), nullable=False, comment="Responsible body, as in grievance"),
    Column("severity", String(16), comment="ordinary or sensitive; empty: all grievances"),
    Column("ack_days", Integer, comment="Days to acknowledge, from the day after receipt; empty: no term"),
    Column("resolve_days", Integer, comment="Days to resolve, from the day after receipt; empty: no term"),
    Column("day_type", String(16), nullable=False, comment="working or calendar"),
    Column("valid_from", Date, nullable=False, comment="First day of receipt for which the rule holds"),
    Column("valid_to", Date, comment="Last day of receipt for which the rule holds; empty: still in force"),
    Column("legal_ref", String(200), nullable=False, comment="Law, contract or procedure"),
    Column("is_example", Boolean, nullable=False, comment="True until checked against the text of the law"),
    *provenance(),
    comment="Dated terms in which grievances must be answered",
)

holiday = Table(
    "holiday",
    metadata,
    Column("day", Date, primary_key=True, comment="Day off, also when it falls on a weekend"),
    *names("holiday"),
    *provenance(),
    comment="Days that are no working days although they may fall on Monday to Friday",
)

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
    Column("kept_in", String(8), primary_key=True, comment="area, part, outcome or quarter: the table of the counts"),
    Column("kind", String(8), primary_key=True, comment="country, oblast, district, issue, channel, body or stage"),
    Column("code", String(32), primary_key=True, comment="Area, code of the kind, or quarter"),
    Column("year", Integer, primary_key=True, autoincrement=False, comment="Year that they are counted in"),
    Column("what", String(16), primary_key=True, comment="Which counts: received, state, flows, open or a question"),
    Column("counts", String(60), primary_key=True, comment="The counts that are decided on together, comma separated"),
    Column("attempt", Integer, primary_key=True, autoincrement=False, comment="Publication that it was decided in"),
    Column("is_withheld", Boolean, nullable=False, comment="False: at least one version has shown them"),
    Column("small_cell_limit", Integer, nullable=False, comment="Limit at which it was decided"),
    comment="What the versions so far have shown and withheld, so that no two of them can be solved together",
)
