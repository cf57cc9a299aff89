"""The public store: every table that the web may read, from the columns in ``vocabulary.fields``.

This module is the contract between the loaders, which write these tables in one
transaction per publication, and the web, which only reads them. Whatever stands here
has been released, aggregated per district and period, judged against limits, and
suppressed where a cell would be small. Nothing here describes a single person.

Codes: districts are keyed by the first eight digits of their SOATE code, oblasts by the
first five, the country by ``417``. Dates are calendar dates (Asia/Bishkek); months and
quarters are written as their first day. Money is in Kyrgyz som (KGS) unless the column
name says otherwise.
"""

from sqlalchemy import Column, DateTime, ForeignKey, Integer, LargeBinary, MetaData, String, Table, Text

from data_access.vocabulary.fields import (
    PUBLISHED_ENTITIES,
    beside,
    commitments,
    contacts,
    dialogue,
    follow_up,
    grievances,
    incidents,
    mines,
    money,
    monitoring,
    pem,
    places,
    projects,
    rehabilitation,
    settlements,
    sources,
    statements,
)
from data_access.vocabulary.fields.common import in_languages
from data_access.vocabulary.fields.entity import NAMING, Entity, column, table
from data_access.vocabulary.fields.field import PUBLIC

metadata = MetaData(naming_convention=NAMING)


def _public(entity: Entity) -> Table:
    return table(entity, metadata, PUBLIC)


publication = Table(
    "publication",
    metadata,
    Column("version", Integer, primary_key=True, autoincrement=False, comment="Rises by one with each publication"),
    Column("published_at", DateTime(timezone=True), nullable=False, comment="When the version was published (UTC)"),
    Column("small_cell_limit", Integer, nullable=False, comment="Counts of people's cases below this are withheld"),
    comment="The one version that this store holds",
)

source = _public(sources.SOURCES)
source_check = _public(sources.SOURCE_CHECKS)
load_note = _public(sources.LOAD_NOTES)

layer = Table(
    "layer",
    metadata,
    Column("layer_key", String(32), primary_key=True, comment="districts, oblasts, lakes or patterns"),
    Column("sha256", String(64), nullable=False, comment="Hash of the content; part of its address"),
    Column("content", Text, nullable=False, comment="GeoJSON, CRS84; polygons wound clockwise for spherical drawing"),
    comment="Generalised map layers; feature ids are SOATE codes (patterns: state:code)",
)

oblast = _public(places.OBLASTS)
district = _public(places.DISTRICTS)
district_alias = _public(places.DISTRICT_ALIASES)
population = _public(places.POPULATIONS)
settlement = _public(settlements.SETTLEMENTS)
fx_rate = _public(money.FX_RATES)
price_index = _public(money.PRICE_INDICES)
site = _public(places.SITES)
site_operator = _public(places.SITE_OPERATORS)
site_district = _public(places.SITE_DISTRICTS)
revenue = _public(money.REVENUE)
revenue_due = _public(money.REVENUE_DUE)
organisation = _public(money.ORGANISATIONS)
national_revenue = _public(money.NATIONAL_REVENUE)
production = _public(mines.PRODUCTION)
indicator = _public(monitoring.INDICATORS)
threshold = _public(monitoring.THRESHOLDS)
reading = _public(monitoring.READINGS)
station = _public(monitoring.STATIONS)
station_month = _public(monitoring.STATION_MONTHS)
statistic = _public(monitoring.STATISTICS)
oblast_statistic = _public(monitoring.OBLAST_STATISTICS)
national_statistic = _public(monitoring.NATIONAL_STATISTICS)
target = _public(monitoring.TARGETS)
project = _public(projects.PROJECTS)
project_result = _public(projects.RESULTS)
rehabilitation_stage = _public(rehabilitation.REHABILITATION)
pem_area = _public(pem.AREAS)
pem_team = _public(pem.TEAMS)
laboratory_check = _public(pem.LABORATORY_CHECKS)
pem_score = _public(pem.SCORES)
annotation = _public(beside.ANNOTATIONS)
incident = _public(incidents.INCIDENTS)
incident_issue = _public(incidents.INCIDENT_ISSUES)
incident_actor = _public(incidents.INCIDENT_ACTORS)
commitment = _public(commitments.COMMITMENTS)
commitment_step = _public(commitments.STEPS)
dialogue_event = _public(dialogue.DIALOGUE_EVENTS)
dialogue_participants = _public(dialogue.PARTICIPANTS)
contact = _public(contacts.CONTACTS)
plan = _public(follow_up.PLANS)
small_grant = _public(follow_up.GRANTS)
recommendation = _public(follow_up.RECOMMENDATIONS)
published_statement = _public(statements.STATEMENTS)
reply = _public(beside.REPLIES)
grievance_year = _public(grievances.GRIEVANCE_YEARS)
grievance_part_year = _public(grievances.GRIEVANCE_PARTS)
grievance_outcome = _public(grievances.GRIEVANCE_OUTCOMES)
grievance_wait = _public(grievances.GRIEVANCE_WAITS)
grievance_quarter = _public(grievances.GRIEVANCE_QUARTERS)
grievance_sensitive = _public(grievances.GRIEVANCE_SENSITIVE)

edition = Table(
    "edition",
    metadata,
    Column("edition_key", String(40), primary_key=True, comment="Permanent name of the edition, as addresses write it"),
    *(column(field, PUBLIC) for field in in_languages("title", "Title of the edition", 200)),
    Column("version", Integer, nullable=False, comment="Version whose figures it holds"),
    Column("published_at", DateTime(timezone=True), nullable=False, comment="When that version was published (UTC)"),
    Column("frozen_at", DateTime(timezone=True), nullable=False, comment="When the edition was made (UTC)"),
    Column("frozen_by", String(40), nullable=False, comment="Role or initials of who made it"),
    Column("sha256", String(64), comment="Hash of its content, which is a SQLite file; empty: it was withdrawn"),
    Column("byte_count", Integer, comment="Size of that file in bytes; empty: it was withdrawn"),
    Column("removed_count", Integer, nullable=False, comment="Records taken down since it was made"),
    Column("withdrawn_at", DateTime(timezone=True), comment="When it was withdrawn (UTC); empty: it stands"),
    Column("withdrawn_why", String(300), comment="Why it was withdrawn"),
    comment="Published versions that were kept under a name; no publication changes them",
)

edition_part = Table(
    "edition_part",
    metadata,
    Column("edition_key", ForeignKey("edition.edition_key"), primary_key=True, comment="Edition"),
    Column("part", Integer, primary_key=True, comment="Order of the parts, from 1"),
    Column("content", LargeBinary, nullable=False, comment="Part of the compressed file (zlib); all together are it"),
    comment="Contents of editions; local copies of the store do not have them",
)

# Tables that nothing asks by their name.
OTHER_TABLES = [_public(entity) for entity in PUBLISHED_ENTITIES.values() if entity.name not in metadata.tables]


def of_publication() -> list[Table]:
    """The tables that each publication fills anew, parents first; editions stay as they are."""
    return [table for table in metadata.sorted_tables if table not in (edition, edition_part)]
