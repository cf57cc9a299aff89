"""Checks that ran over the rows of every source

Revision: 0016, after 0015
"""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

WITHHELD = "Value in the indicator's unit; empty: withheld, as it is of a few people"
BY_WHOM = "Value in the indicator's unit; empty: withheld by its publisher, or of a few people"


def upgrade() -> None:
    op.create_table(
        "source_check",
        sa.Column("source_key", sa.String(length=64), nullable=False, comment="Source that was checked"),
        sa.Column("seq", sa.Integer(), nullable=False, comment="Order of the checks, from 1"),
        sa.Column(
            "reason", sa.String(length=300), nullable=False, comment="What is wrong with a row that breaks it (English)"
        ),
        sa.Column(
            "severity",
            sa.String(length=16),
            nullable=False,
            comment="What that does: refused, set_aside or warning",
        ),
        sa.Column(
            "row_count",
            sa.Integer(),
            nullable=True,
            comment="Rows that broke it; empty: withheld, as it would tell of what is held back",
        ),
        sa.ForeignKeyConstraint(["source_key"], ["source.source_key"], name=op.f("fk_source_check_source_key")),
        sa.PrimaryKeyConstraint("source_key", "seq", name=op.f("pk_source_check")),
        comment="Checks that ran over the rows of every source when it was last loaded",
    )
    _tell_of_values(BY_WHOM)


def downgrade() -> None:
    _tell_of_values(WITHHELD)
    op.drop_table("source_check")


def _tell_of_values(comment: str) -> None:
    """Comments are kept by PostgreSQL alone."""
    if op.get_bind().dialect.name == "postgresql":
        op.alter_column("statistic", "value", existing_type=sa.Float(), comment=comment)
