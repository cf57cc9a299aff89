"""Projects, elections, laws, changes of operator and events that are shown on time axes

Revision: 0011, after 0010
"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "annotation",
        sa.Column("annotation_id", sa.String(length=64), nullable=False, comment="Permanent key of the annotation"),
        sa.Column("kind", sa.String(length=16), nullable=False, comment="project, election, law, operator or event"),
        sa.Column("starts_on", sa.Date(), nullable=False, comment="First day; of a month or a year its first day"),
        sa.Column("ends_on", sa.Date(), nullable=True, comment="Last day; empty: the one day, month or year"),
        sa.Column(
            "date_precision",
            sa.String(length=8),
            nullable=False,
            comment="day, month or year: how exactly the dates are known",
        ),
        sa.Column("name_ky", sa.String(length=200), nullable=False, comment="Name of the annotation, in Kyrgyz"),
        sa.Column("name_ru", sa.String(length=200), nullable=False, comment="Name of the annotation, in Russian"),
        sa.Column("name_en", sa.String(length=200), nullable=False, comment="Name of the annotation, in English"),
        sa.Column(
            "district_code", sa.String(length=8), nullable=True, comment="District it is about; empty: the country"
        ),
        sa.Column("site_id", sa.String(length=64), nullable=True, comment="Site it is about"),
        sa.Column(
            "subjects", sa.String(length=80), nullable=False, comment="Topics beside which it is shown, comma separated"
        ),
        sa.Column("reference", sa.String(length=200), nullable=False, comment="Document or report that states it"),
        sa.Column("url", sa.String(length=300), nullable=True, comment="Web address of the document"),
        sa.Column("source_key", sa.String(length=64), nullable=False, comment="Where the row comes from"),
        sa.ForeignKeyConstraint(
            ["district_code"], ["district.district_code"], name=op.f("fk_annotation_district_code")
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.site_id"], name=op.f("fk_annotation_site_id")),
        sa.ForeignKeyConstraint(["source_key"], ["source.source_key"], name=op.f("fk_annotation_source_key")),
        sa.PrimaryKeyConstraint("annotation_id", name=op.f("pk_annotation")),
        comment="Projects, elections, laws, changes of operator and events on time axes",
    )


def downgrade() -> None:
    op.drop_table("annotation")
