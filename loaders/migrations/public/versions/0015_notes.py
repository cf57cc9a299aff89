"""When and why the figures of a source changed

Revision: 0015, after 0014
"""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "load_note",
        sa.Column("note_id", sa.Integer(), nullable=False, comment="Row number within the version, the oldest first"),
        sa.Column(
            "source_key",
            sa.String(length=64),
            nullable=True,
            comment="Source that changed, also one that is here no longer; empty: takedown of an incident",
        ),
        sa.Column("kind", sa.String(length=8), nullable=False, comment="load, undo, release (of figures) or takedown"),
        sa.Column("loaded_at", sa.DateTime(timezone=True), nullable=False, comment="When it happened (UTC)"),
        sa.Column(
            "rows_added",
            sa.Integer(),
            nullable=True,
            comment="Rows that came; empty: cannot be told, or of incidents and grievances",
        ),
        sa.Column(
            "rows_changed",
            sa.Integer(),
            nullable=True,
            comment="Rows that have other values; empty whenever rows_added is",
        ),
        sa.Column("rows_removed", sa.Integer(), nullable=True, comment="Rows that went; empty whenever rows_added is"),
        sa.Column("reason", sa.String(length=500), nullable=True, comment="Why, as the loader's operator told"),
        sa.PrimaryKeyConstraint("note_id", name=op.f("pk_load_note")),
        comment="When and why the figures of each source changed",
    )


def downgrade() -> None:
    op.drop_table("load_note")
