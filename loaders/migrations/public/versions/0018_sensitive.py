"""Grievances about violence, reprisal or sexual harm: one count of the whole country

Revision: 0018, after 0017
"""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "grievance_sensitive",
        sa.Column(
            "through_year", sa.Integer(), autoincrement=False, nullable=False, comment="Last full year of receipt"
        ),
        sa.Column("counted_in", sa.Integer(), nullable=False, comment="Only full multiples of this are counted"),
        sa.Column(
            "at_least_count",
            sa.Integer(),
            nullable=True,
            comment="Grievances since the first year, rounded down; empty: fewer than one step",
        ),
        sa.Column("source_key", sa.String(length=64), nullable=False, comment="Where the row comes from"),
        sa.ForeignKeyConstraint(["source_key"], ["source.source_key"], name=op.f("fk_grievance_sensitive_source_key")),
        sa.PrimaryKeyConstraint("through_year", name=op.f("pk_grievance_sensitive")),
        comment="Grievances about violence, reprisal or sexual harm, whole country; they are in no other count",
    )
    _tell_counts(
        "Rows of its file; empty where that tells what is held back",
        "Rows of its file that were not kept; empty as read_count",
    )


def downgrade() -> None:
    op.drop_table("grievance_sensitive")
    _tell_counts(
        "Rows of its file; empty for grievances, whose register is not followed",
        "Rows of its file that were not kept; empty for grievances",
    )


def _tell_counts(read: str, set_aside: str) -> None:
    """Comments are kept by PostgreSQL alone."""
    if op.get_bind().dialect.name == "postgresql":
        op.alter_column("source", "read_count", existing_type=sa.Integer(), comment=read)
        op.alter_column("source", "set_aside_count", existing_type=sa.Integer(), comment=set_aside)
