"""Grievances without anything that names or finds a person.

There is no name, phone, address, text, exact place or number of the source's register here.
"""

from sqlalchemy import Boolean, Column, Date, Integer, String, Table

from loaders.store.base import metadata, provenance, refers_to

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
