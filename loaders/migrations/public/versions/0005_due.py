"""What was due beside what was paid

Revision: 0005, after 0004
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "revenue_due",
        sa.Column("due_id", sa.Integer(), nullable=False, comment="Row number within the version"),
        sa.Column("fiscal_year", sa.Integer(), nullable=False, comment="Calendar year"),
        sa.Column("stream_code", sa.String(length=32), nullable=False, comment="Revenue stream"),
        sa.Column(
            "payer_code", sa.String(length=64), nullable=True, comment="Organisation that owes; empty: all together"
        ),
        sa.Column(
            "receiver_level",
            sa.String(length=24),
            nullable=True,
            comment="Who is to get it; empty: all levels together",
        ),
        sa.Column(
            "due_kgs", sa.Float(), nullable=True, comment="KGS due by the rule in force all year; empty: cannot be told"
        ),
        sa.Column(
            "paid_kgs",
            sa.Float(),
            nullable=True,
            comment="KGS paid (of all payers: passed on to the level); empty: not recorded",
        ),
        sa.Column("state", sa.String(length=24), nullable=False, comment="agrees, less, more or cannot_be_checked"),
        sa.Column("source_key", sa.String(length=64), nullable=False, comment="Where the row comes from"),
        sa.ForeignKeyConstraint(["source_key"], ["source.source_key"], name=op.f("fk_revenue_due_source_key")),
        sa.PrimaryKeyConstraint("due_id", name=op.f("pk_revenue_due")),
        comment="What was due by dated sharing rules beside what was paid",
    )


def downgrade() -> None:
    op.drop_table("revenue_due")
