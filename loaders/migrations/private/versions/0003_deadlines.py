"""Terms for grievances, holidays, and the deadlines that follow from them

Revision: 0003, after 0002
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "holiday",
        sa.Column("day", sa.Date(), nullable=False, comment="Day off, also when it falls on a weekend"),
        sa.Column("name_ky", sa.String(length=200), nullable=False, comment="Name of the holiday in Kyrgyz"),
        sa.Column("name_ru", sa.String(length=200), nullable=False, comment="Name of the holiday in Russian"),
        sa.Column("name_en", sa.String(length=200), nullable=False, comment="Name of the holiday in English"),
        sa.Column("source_key", sa.String(length=64), nullable=False, comment="Source of the row"),
        sa.Column("run_id", sa.Integer(), nullable=False, comment="Load that wrote the row"),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False, comment="When the row was written (UTC)"),
        sa.ForeignKeyConstraint(
            ["run_id"], ["load_run.run_id"], name=op.f("fk_holiday_run_id"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["source_key"],
            ["source.source_key"],
            name=op.f("fk_holiday_source_key"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("day", name=op.f("pk_holiday")),
        comment="Days that are no working days although they may fall on Monday to Friday",
    )
    op.create_index(op.f("ix_holiday_source_key"), "holiday", ["source_key"], unique=False)
    op.create_table(
        "sla_rule",
        sa.Column("sla_rule_id", sa.Integer(), nullable=False, comment="Row number"),
        sa.Column("body_type", sa.String(length=16), nullable=False, comment="Responsible body, as in grievance"),
        sa.Column(
            "severity", sa.String(length=16), nullable=True, comment="ordinary or sensitive; empty: all grievances"
        ),
        sa.Column(
            "ack_days",
            sa.Integer(),
            nullable=True,
            comment="Days to acknowledge, from the day after receipt; empty: no term",
        ),
        sa.Column(
            "resolve_days",
            sa.Integer(),
            nullable=True,
            comment="Days to resolve, from the day after receipt; empty: no term",
        ),
        sa.Column("day_type", sa.String(length=16), nullable=False, comment="working or calendar"),
        sa.Column("valid_from", sa.Date(), nullable=False, comment="First day of receipt for which the rule holds"),
        sa.Column(
            "valid_to",
            sa.Date(),
            nullable=True,
            comment="Last day of receipt for which the rule holds; empty: still in force",
        ),
        sa.Column("legal_ref", sa.String(length=200), nullable=False, comment="Law, contract or procedure"),
        sa.Column("is_example", sa.Boolean(), nullable=False, comment="True until checked against the text of the law"),
        sa.Column("source_key", sa.String(length=64), nullable=False, comment="Source of the row"),
        sa.Column("run_id", sa.Integer(), nullable=False, comment="Load that wrote the row"),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False, comment="When the row was written (UTC)"),
        sa.ForeignKeyConstraint(
            ["run_id"], ["load_run.run_id"], name=op.f("fk_sla_rule_run_id"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["source_key"],
            ["source.source_key"],
            name=op.f("fk_sla_rule_source_key"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("sla_rule_id", name=op.f("pk_sla_rule")),
        comment="Dated terms in which grievances must be answered",
    )
    op.create_index(op.f("ix_sla_rule_source_key"), "sla_rule", ["source_key"], unique=False)
    op.add_column(
        "grievance",
        sa.Column(
            "acknowledge_due_on",
            sa.Date(),
            nullable=True,
            comment="Last day to acknowledge it; derived; empty: no rule, or not known",
        ),
    )
    op.add_column(
        "grievance",
        sa.Column(
            "resolve_due_on",
            sa.Date(),
            nullable=True,
            comment="Last day to resolve it; derived; empty: no rule, or not known",
        ),
    )
