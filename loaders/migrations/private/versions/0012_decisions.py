"""What people decided about single incidents: held back, proposed, released, taken down

Revision: 0012, after 0011
"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "incident_decision",
        sa.Column("decision_id", sa.Integer(), nullable=False, comment="Number of the decision, rising"),
        sa.Column("incident_id", sa.String(length=32), nullable=False, comment="Key of the incident it is about"),
        sa.Column("decision", sa.String(length=12), nullable=False, comment="held, proposed, released or taken_down"),
        sa.Column("reason", sa.String(length=16), nullable=True, comment="Code of the reason for a takedown"),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False, comment="When it was decided (UTC)"),
        sa.Column(
            "decided_by",
            sa.String(length=40),
            nullable=True,
            comment="Role or initials; empty: a file marked the incident as restricted",
        ),
        sa.Column(
            "was_public",
            sa.Boolean(),
            nullable=True,
            comment="Of a takedown: whether the incident was ever public; only then it is told",
        ),
        sa.Column("account", sa.String(length=100), nullable=False, comment="System account that ran the loader"),
        sa.Column(
            "content_hash",
            sa.String(length=64),
            nullable=True,
            comment="Hash of what was proposed or released; a takedown empties it",
        ),
        sa.PrimaryKeyConstraint("decision_id", name=op.f("pk_incident_decision")),
        comment="Incidents held back, proposed, released by a second person, and taken down",
    )
    op.create_index(op.f("ix_incident_decision_incident_id"), "incident_decision", ["incident_id"], unique=False)
    newest = "Newest decision about an incident in it; empty: there was none"
    op.add_column("publication", sa.Column("decision_id", sa.Integer(), nullable=True, comment=newest))
    # What is restricted already stays held back, whatever later files say of it.
    op.execute(
        "INSERT INTO incident_decision (incident_id, decision, decided_at, account) "
        "SELECT incident_id, 'held', incident.updated_at, loaded_by "
        "FROM incident JOIN load_run ON load_run.run_id = incident.run_id WHERE visibility = 'restricted'"
    )
    _tell_visibility("public, or restricted: held back until two persons release it")


def downgrade() -> None:
    op.drop_column("publication", "decision_id")
    op.drop_table("incident_decision")
    _tell_visibility("public, or restricted: not published")


def _tell_visibility(comment: str) -> None:
    """Comments are kept by PostgreSQL alone."""
    if op.get_bind().dialect.name == "postgresql":
        op.alter_column("incident", "visibility", existing_type=sa.String(12), comment=comment)
