"""Loads under embargo, the reason of a load, and how many rows it changed

Revision: 0015, after 0014
"""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

CANNOT = "empty: cannot be compared"


def upgrade() -> None:
    for name, what in (
        ("added", "did not have before"),
        ("changed", "had with other values"),
        ("removed", "has no longer"),
    ):
        comment = f"Rows that its source {what}; {CANNOT}"
        op.add_column("load_run", sa.Column(f"rows_{name}", sa.Integer(), nullable=True, comment=comment))
    reason = "Why it was loaded or taken back, as the operator told; is published"
    op.add_column("load_run", sa.Column("reason", sa.String(length=500), nullable=True, comment=reason))
    release = "When an embargo ends (UTC); empty: a load without one"
    op.add_column("load_run", sa.Column("release_at", sa.DateTime(timezone=True), nullable=True, comment=release))
    may = "Of a load under embargo: whether many rows may vanish when it is released"
    op.add_column("load_run", sa.Column("may_remove", sa.Boolean(), nullable=True, comment=may))
    releases = "Load under embargo whose rows this one brought in; empty: another load"
    op.add_column("load_run", sa.Column("releases", sa.Integer(), nullable=True, comment=releases))
    # Remarks of before were written for operators: they are not published.
    _tell(
        "Remark of a load of before reasons were published; is not published",
        "loaded; embargoed until release_at, then released by another load, or withdrawn before",
        "One row per completed load; a refused file leaves none",
    )


def downgrade() -> None:
    op.execute("DELETE FROM kept_rows WHERE run_id IN (SELECT run_id FROM load_run WHERE status <> 'loaded')")
    op.execute("DELETE FROM load_run WHERE status <> 'loaded'")
    for name in ("releases", "may_remove", "release_at", "reason", "rows_removed", "rows_changed", "rows_added"):
        op.drop_column("load_run", name)
    _tell(
        "Remark for people, for example which rows were set aside",
        "loaded; a refused file leaves no row",
        "One row per completed load",
    )


def _tell(message: str, status: str, table: str) -> None:
    """Comments are kept by PostgreSQL alone."""
    if op.get_bind().dialect.name == "postgresql":
        op.alter_column("load_run", "message", existing_type=sa.Text(), comment=message)
        op.alter_column("load_run", "status", existing_type=sa.String(16), comment=status)
        op.create_table_comment("load_run", table)
