"""Projects, elections, laws, changes of operator and events that are shown on time axes

Revision: 0010, after 0009
"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
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
        sa.Column("name_ky", sa.String(length=200), nullable=False, comment="Name of the annotation in Kyrgyz"),
        sa.Column("name_ru", sa.String(length=200), nullable=False, comment="Name of the annotation in Russian"),
        sa.Column("name_en", sa.String(length=200), nullable=False, comment="Name of the annotation in English"),
        sa.Column(
            "district_code", sa.String(length=8), nullable=True, comment="District it is about; empty: the country"
        ),
        sa.Column("site_id", sa.String(length=64), nullable=True, comment="Site it is about"),
        sa.Column(
            "subjects", sa.String(length=80), nullable=False, comment="Topics beside which it is shown, comma separated"
        ),
        sa.Column("reference", sa.String(length=200), nullable=False, comment="Document or report that states it"),
        sa.Column("url", sa.String(length=300), nullable=True, comment="Web address of the document"),
        sa.Column("source_key", sa.String(length=64), nullable=False, comment="Source of the row"),
        sa.Column("run_id", sa.Integer(), nullable=False, comment="Load that wrote the row"),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False, comment="When the row was written (UTC)"),
        _reference("district_code", "admin_unit.unit_code"),
        _reference("site_id", "site.site_id"),
        _reference("source_key", "source.source_key"),
        _reference("run_id", "load_run.run_id"),
        sa.PrimaryKeyConstraint("annotation_id", name=op.f("pk_annotation")),
        comment="Projects, elections, laws, changes of operator and events on time axes",
    )
    op.create_index(op.f("ix_annotation_source_key"), "annotation", ["source_key"], unique=False)


def downgrade() -> None:
    op.drop_table("annotation")


def _reference(column: str, target: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_annotation_{column}")
    return sa.ForeignKeyConstraint([column], [target], name=name, initially="DEFERRED", deferrable=True)
