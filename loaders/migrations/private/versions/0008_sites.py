"""Kinds of sites, who ran them, and which districts they concern

Revision: 0008, after 0007
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

OF_SITES = (
    ("kind", sa.String(16), "mine, plant, legacy or pilot (an area of monitoring); empty: not told"),
    ("basis", sa.String(300), "Reports that it was compiled from"),
)
YEAR = "Year of which a report names it, where no first and no last day is known"


def upgrade() -> None:
    for name, kind, comment in OF_SITES:
        op.add_column("site", sa.Column(name, kind, comment=comment))
    op.create_table(
        "site_operator",
        sa.Column("site_operator_id", sa.Integer(), nullable=False, comment="Row number"),
        sa.Column("site_id", sa.String(length=64), nullable=False, comment="Site"),
        sa.Column("operator", sa.String(length=200), nullable=False, comment="Who ran it, as the report writes it"),
        sa.Column(
            "organisation_code",
            sa.String(length=64),
            nullable=True,
            comment="The same in the list of organisations; empty: not in it",
        ),
        sa.Column("valid_from", sa.Date(), nullable=True, comment="First day; empty: not known"),
        sa.Column("valid_to", sa.Date(), nullable=True, comment="Last day; empty: to this day, or not known"),
        sa.Column("stated_year", sa.Integer(), nullable=True, comment=YEAR),
        sa.Column("basis", sa.String(length=300), nullable=False, comment="Report that says so"),
        *_provenance(),
        _refers("site_operator", "site_id", "site.site_id"),
        _refers("site_operator", "organisation_code", "organisation.organisation_code"),
        _refers("site_operator", "run_id", "load_run.run_id"),
        _refers("site_operator", "source_key", "source.source_key"),
        sa.PrimaryKeyConstraint("site_operator_id", name=op.f("pk_site_operator")),
        comment="Who ran a site, and when",
    )
    op.create_index(op.f("ix_site_operator_source_key"), "site_operator", ["source_key"], unique=False)
    op.create_table(
        "site_district",
        sa.Column("site_id", sa.String(length=64), nullable=False, comment="Site"),
        sa.Column(
            "area_code", sa.String(length=8), nullable=False, comment="District; an oblast where only that is known"
        ),
        sa.Column("role", sa.String(length=16), nullable=False, comment="host, affected or revenue_sharing"),
        sa.Column("basis", sa.String(length=300), nullable=False, comment="Report that says so"),
        *_provenance(),
        _refers("site_district", "site_id", "site.site_id"),
        _refers("site_district", "area_code", "admin_unit.unit_code"),
        _refers("site_district", "run_id", "load_run.run_id"),
        _refers("site_district", "source_key", "source.source_key"),
        sa.PrimaryKeyConstraint("site_id", "area_code", "role", name=op.f("pk_site_district")),
        comment="Districts that a site concerns beside the one that it is stated to lie in",
    )
    op.create_index(op.f("ix_site_district_source_key"), "site_district", ["source_key"], unique=False)


def downgrade() -> None:
    op.drop_table("site_district")
    op.drop_table("site_operator")
    for name, _, _ in OF_SITES:
        op.drop_column("site", name)


def _provenance() -> list[sa.Column]:
    return [
        sa.Column("source_key", sa.String(length=64), nullable=False, comment="Source of the row"),
        sa.Column("run_id", sa.Integer(), nullable=False, comment="Load that wrote the row"),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False, comment="When the row was written (UTC)"),
    ]


def _refers(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}")
    return sa.ForeignKeyConstraint([column], [target], name=name, initially="DEFERRED", deferrable=True)
