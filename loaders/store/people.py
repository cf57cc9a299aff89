"""Annual counts of people, and what was promised: of both, the web sees less than stands here."""

from sqlalchemy import Column, Date, Float, Integer, String, Table

from loaders.store.base import metadata, provenance, refers_to

case_statistic = Table(
    "case_statistic",
    metadata,
    Column("indicator_code", refers_to("indicator.indicator_code"), primary_key=True, comment="Indicator"),
    Column("district_code", refers_to("admin_unit.unit_code"), primary_key=True, comment="District"),
    Column("year", Integer, primary_key=True, autoincrement=False, comment="Calendar year"),
    Column("cases", Integer, nullable=False, comment="People counted in the year; never published"),
    Column("residents", Integer, nullable=False, comment="Residents among whom they were counted, persons"),
    *provenance(),
    comment="Annual counts of people per district, from which rates are published",
)

target = Table(
    "target",
    metadata,
    Column("target_id", String(64), primary_key=True, comment="Permanent key of the target"),
    Column("indicator_code", refers_to("indicator.indicator_code"), nullable=False, comment="Indicator"),
    Column("district_code", refers_to("admin_unit.unit_code"), nullable=False, comment="District it is about"),
    Column("site_id", refers_to("site.site_id"), comment="Site whose licence or plan sets it"),
    Column("value", Float, nullable=False, comment="What is to be reached, indicator's unit"),
    Column("valid_from", Date, comment="First day on which it holds; empty: the source states none"),
    Column("valid_to", Date, comment="Last day on which it holds; empty: still in force"),
    Column("legal_ref", String(200), nullable=False, comment="Licence, agreement or plan that sets it"),
    *provenance(),
    comment="What a licence or a plan promises of an indicator",
)
