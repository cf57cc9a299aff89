"""Counts of people per district, and what licences and plans promise of an indicator

Revision: 0009, after 0008
"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "case_statistic",
        sa.Column("indicator_code", sa.String(length=32), nullable=False, comment="Indicator"),
        sa.Column("district_code", sa.String(length=8), nullable=False, comment="District"),
        sa.Column("year", sa.Integer(), autoincrement=False, nullable=False, comment="Calendar year"),
        sa.Column("cases", sa.Integer(), nullable=False, comment="People counted in the year; never published"),
        sa.Column("residents", sa.Integer(), nullable=False, comment="Residents among whom they were counted, persons"),
        *_provenance("case_statistic"),
        _reference("case_statistic", "indicator_code", "indicator.indicator_code"),
        _reference("case_statistic", "district_code", "admin_unit.unit_code"),
        sa.PrimaryKeyConstraint("indicator_code", "district_code", "year", name=op.f("pk_case_statistic")),
        comment="Annual counts of people per district, from which rates are published",
    )
    op.create_index(op.f("ix_case_statistic_source_key"), "case_statistic", ["source_key"], unique=False)
    op.create_table(
        "target",
        sa.Column("target_id", sa.String(length=64), nullable=False, comment="Permanent key of the target"),
        sa.Column("indicator_code", sa.String(length=32), nullable=False, comment="Indicator"),
        sa.Column("district_code", sa.String(length=8), nullable=False, comment="District it is about"),
        sa.Column("site_id", sa.String(length=64), nullable=True, comment="Site whose licence or plan sets it"),
        sa.Column("value", sa.Float(), nullable=False, comment="What is to be reached, indicator's unit"),
        sa.Column(
            "valid_from", sa.Date(), nullable=True, comment="First day on which it holds; empty: the source states none"
        ),
        sa.Column("valid_to", sa.Date(), nullable=True, comment="Last day on which it holds; empty: still in force"),
        sa.Column(
            "legal_ref", sa.String(length=200), nullable=False, comment="Licence, agreement or plan that sets it"
        ),
        *_provenance("target"),
        _reference("target", "indicator_code", "indicator.indicator_code"),
        _reference("target", "district_code", "admin_unit.unit_code"),
        _reference("target", "site_id", "site.site_id"),
        sa.PrimaryKeyConstraint("target_id", name=op.f("pk_target")),
        comment="What a licence or a plan promises of an indicator",
    )
    op.create_index(op.f("ix_target_source_key"), "target", ["source_key"], unique=False)
    _tell("District, or oblast", "Annual statistics per district, or per oblast where only that is known")


def downgrade() -> None:
    op.drop_table("target")
    op.drop_table("case_statistic")
    _tell("District", "Annual statistics per district")


def _provenance(table: str) -> list:
    return [
        sa.Column("source_key", sa.String(length=64), nullable=False, comment="Source of the row"),
        sa.Column("run_id", sa.Integer(), nullable=False, comment="Load that wrote the row"),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False, comment="When the row was written (UTC)"),
        _reference(table, "source_key", "source.source_key"),
        _reference(table, "run_id", "load_run.run_id"),
    ]


def _reference(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}")
    return sa.ForeignKeyConstraint([column], [target], name=name, initially="DEFERRED", deferrable=True)


def _tell(of_column: str, of_table: str) -> None:
    """Comments are kept by PostgreSQL alone."""
    if op.get_bind().dialect.name == "postgresql":
        op.alter_column("statistic", "district_code", existing_type=sa.String(8), comment=of_column)
        op.create_table_comment("statistic", of_table)
