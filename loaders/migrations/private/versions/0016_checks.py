"""Checks that ran over each load, and annual statistics that their publisher withholds

Revision: 0016, after 0015
"""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

VALUE = "Value in the indicator's unit"


def upgrade() -> None:
    op.create_table(
        "load_check",
        sa.Column("run_id", sa.Integer(), nullable=False, comment="Load in which it ran"),
        sa.Column("seq", sa.Integer(), nullable=False, comment="Order of the checks, from 1"),
        sa.Column("reason", sa.String(length=300), nullable=False, comment="What is wrong with a row that breaks it"),
        sa.Column(
            "severity",
            sa.String(length=16),
            nullable=False,
            comment="What that does: refused, set aside or warning",
        ),
        sa.Column(
            "row_count",
            sa.Integer(),
            nullable=False,
            comment="Rows that broke it; of a folder, of all of its files",
        ),
        sa.ForeignKeyConstraint(
            ["run_id"],
            ["load_run.run_id"],
            name=op.f("fk_load_check_run_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("run_id", "seq", name=op.f("pk_load_check")),
        comment="Checks of the rows of each load, also those that every row passed; no cell of a file",
    )
    with op.batch_alter_table("statistic") as table:
        table.alter_column(
            "value", existing_type=sa.Float(), nullable=True, comment=f"{VALUE}; empty: withheld by its publisher"
        )


def downgrade() -> None:
    op.execute("DELETE FROM statistic WHERE value IS NULL")
    with op.batch_alter_table("statistic") as table:
        table.alter_column("value", existing_type=sa.Float(), nullable=False, comment=VALUE)
    op.drop_table("load_check")
