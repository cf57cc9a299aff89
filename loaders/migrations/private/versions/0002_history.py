"""Rows of every load, and loads that take others back

Revision: 0002, after 0001
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "load_run",
        sa.Column("undoes", sa.Integer(), comment="Load that this one took back; empty: a load of a file"),
    )
    op.create_table(
        "kept_rows",
        sa.Column("run_id", sa.Integer(), nullable=False, comment="Load that the rows belong to"),
        sa.Column("seq", sa.Integer(), nullable=False, comment="Order of the parts, from 1"),
        sa.Column(
            "content",
            sa.LargeBinary(),
            nullable=False,
            comment="Rows in the dataset's columns: JSON by column, zlib",
        ),
        sa.ForeignKeyConstraint(
            ["run_id"],
            ["load_run.run_id"],
            name=op.f("fk_kept_rows_run_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("run_id", "seq", name=op.f("pk_kept_rows")),
        comment="Rows of every load as they were accepted, so that any of them can be compared and loaded again",
    )
