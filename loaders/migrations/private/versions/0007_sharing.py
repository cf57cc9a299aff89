"""Sharing rules, and the sales on which payments are due

Revision: 0007, after 0006
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "sharing_rule",
        sa.Column("stream_code", sa.String(length=32), nullable=False, comment="Revenue stream"),
        sa.Column(
            "national_register",
            sa.String(length=8),
            nullable=False,
            comment="yes: deposits in the register of national significance; no: all others",
        ),
        sa.Column("receiver_level", sa.String(length=24), nullable=False, comment="Who gets the share"),
        sa.Column("rate", sa.Float(), nullable=False, comment="Part of mineral sales that is due, 0 to 1"),
        sa.Column("share", sa.Float(), nullable=False, comment="Part of what is due that the receiver gets, 0 to 1"),
        sa.Column("valid_from", sa.Date(), nullable=False, comment="First day on which the rule holds"),
        sa.Column(
            "valid_to", sa.Date(), nullable=True, comment="Last day on which the rule holds; empty: still in force"
        ),
        sa.Column("legal_ref", sa.String(length=200), nullable=False, comment="Law and articles"),
        sa.Column("source_key", sa.String(length=64), nullable=False, comment="Source of the row"),
        sa.Column("run_id", sa.Integer(), nullable=False, comment="Load that wrote the row"),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False, comment="When the row was written (UTC)"),
        sa.ForeignKeyConstraint(
            ["run_id"], ["load_run.run_id"], name=op.f("fk_sharing_rule_run_id"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["source_key"],
            ["source.source_key"],
            name=op.f("fk_sharing_rule_source_key"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["stream_code"],
            ["revenue_stream.stream_code"],
            name=op.f("fk_sharing_rule_stream_code"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint(
            "stream_code", "national_register", "receiver_level", "valid_from", name=op.f("pk_sharing_rule")
        ),
        comment="Dated rules by which a payment is due and shared",
    )
    op.create_index(op.f("ix_sharing_rule_source_key"), "sharing_rule", ["source_key"], unique=False)
    op.create_table(
        "mineral_sales",
        sa.Column("payer_code", sa.String(length=64), nullable=False, comment="Company that sold"),
        sa.Column("year", sa.Integer(), autoincrement=False, nullable=False, comment="Calendar year"),
        sa.Column("sales_kgs", sa.Float(), nullable=False, comment="Revenue from minerals, KGS"),
        sa.Column(
            "national_register",
            sa.String(length=8),
            nullable=False,
            comment="yes, no or unknown: whether the deposit was in the register of national significance",
        ),
        sa.Column("source_key", sa.String(length=64), nullable=False, comment="Source of the row"),
        sa.Column("run_id", sa.Integer(), nullable=False, comment="Load that wrote the row"),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False, comment="When the row was written (UTC)"),
        sa.ForeignKeyConstraint(
            ["payer_code"],
            ["organisation.organisation_code"],
            name=op.f("fk_mineral_sales_payer_code"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["run_id"], ["load_run.run_id"], name=op.f("fk_mineral_sales_run_id"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["source_key"],
            ["source.source_key"],
            name=op.f("fk_mineral_sales_source_key"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("payer_code", "year", "national_register", name=op.f("pk_mineral_sales")),
        comment="Sales of minerals per company and year, on which payments are due",
    )
    op.create_index(op.f("ix_mineral_sales_source_key"), "mineral_sales", ["source_key"], unique=False)


def downgrade() -> None:
    op.drop_table("mineral_sales")
    op.drop_table("sharing_rule")
