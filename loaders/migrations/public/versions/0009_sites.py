"""Kinds of sites, who ran them, which districts they concern; money and stations by site

Revision: 0009, after 0008
"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

OF_SITES = (
    ("kind", sa.String(16), "mine, plant, legacy or pilot (an area of monitoring); empty: not told"),
    ("note", sa.Text(), "Remark of the compiler (English)"),
    ("basis", sa.String(300), "Reports that it was compiled from"),
)
SITES_OF = (
    ("revenue", "Site that it was levied on; empty: on none, or not told"),
    ("station", "Site that it watches; empty: none in particular"),
)
YEAR = "Year of which a report names it, where no first and no last day is known"


def upgrade() -> None:
    for name, kind, comment in OF_SITES:
        op.add_column("site", sa.Column(name, kind, comment=comment))
    for table, comment in SITES_OF:
        op.add_column(table, sa.Column("site_id", sa.String(length=64), comment=comment))
    op.create_table(
        "site_operator",
        sa.Column("site_operator_id", sa.Integer(), nullable=False, comment="Row number within the version"),
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
        sa.Column("source_key", sa.String(length=64), nullable=False, comment="Where the row comes from"),
        sa.ForeignKeyConstraint(["site_id"], ["site.site_id"], name=op.f("fk_site_operator_site_id")),
        sa.ForeignKeyConstraint(
            ["organisation_code"],
            ["organisation.organisation_code"],
            name=op.f("fk_site_operator_organisation_code"),
        ),
        sa.ForeignKeyConstraint(["source_key"], ["source.source_key"], name=op.f("fk_site_operator_source_key")),
        sa.PrimaryKeyConstraint("site_operator_id", name=op.f("pk_site_operator")),
        comment="Who ran a site, and when",
    )
    op.create_table(
        "site_district",
        sa.Column("site_id", sa.String(length=64), nullable=False, comment="Site"),
        sa.Column(
            "area_code", sa.String(length=8), nullable=False, comment="District; an oblast where only that is known"
        ),
        sa.Column("role", sa.String(length=16), nullable=False, comment="host, affected or revenue_sharing"),
        sa.Column("basis", sa.String(length=300), nullable=True, comment="Report that says so"),
        sa.Column("source_key", sa.String(length=64), nullable=False, comment="Where the row comes from"),
        sa.ForeignKeyConstraint(["site_id"], ["site.site_id"], name=op.f("fk_site_district_site_id")),
        sa.ForeignKeyConstraint(["source_key"], ["source.source_key"], name=op.f("fk_site_district_source_key")),
        sa.PrimaryKeyConstraint("site_id", "area_code", "role", name=op.f("pk_site_district")),
        comment="Districts that a site concerns, the one that it is stated to lie in among them",
    )


def downgrade() -> None:
    op.drop_table("site_district")
    op.drop_table("site_operator")
    for table, _ in SITES_OF:
        op.drop_column(table, "site_id")
    for name, _, _ in OF_SITES:
        op.drop_column("site", name)
