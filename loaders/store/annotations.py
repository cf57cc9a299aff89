"""Dates that are shown beside figures, so that times can be compared."""

from sqlalchemy import Column, Date, String, Table

from loaders.store.base import metadata, names, provenance, refers_to

annotation = Table(
    "annotation",
    metadata,
    Column("annotation_id", String(64), primary_key=True, comment="Permanent key of the annotation"),
    Column("kind", String(16), nullable=False, comment="project, election, law, operator or event"),
    Column("starts_on", Date, nullable=False, comment="First day; of a month or a year its first day"),
    Column("ends_on", Date, comment="Last day; empty: the one day, month or year"),
    Column("date_precision", String(8), nullable=False, comment="day, month or year: how exactly the dates are known"),
    *names("annotation"),
    Column("district_code", refers_to("admin_unit.unit_code"), comment="District it is about; empty: the country"),
    Column("site_id", refers_to("site.site_id"), comment="Site it is about"),
    Column("subjects", String(80), nullable=False, comment="Topics beside which it is shown, comma separated"),
    Column("reference", String(200), nullable=False, comment="Document or report that states it"),
    Column("url", String(300), comment="Web address of the document"),
    *provenance(),
    comment="Projects, elections, laws, changes of operator and events on time axes",
)
