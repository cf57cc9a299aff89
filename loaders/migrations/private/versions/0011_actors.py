"""Who the report of each incident names, by role

Revision: 0011, after 0010
"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "incident_actor",
        sa.Column("incident_id", sa.String(length=32), nullable=False, comment="Incident"),
        sa.Column(
            "role", sa.String(length=32), nullable=False, comment="Role that its report names; unknown: it names none"
        ),
        sa.Column("source_key", sa.String(length=64), nullable=False, comment="Source of the row"),
        sa.Column("run_id", sa.Integer(), nullable=False, comment="Load that wrote the row"),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False, comment="When the row was written (UTC)"),
        _reference("incident_id", "incident.incident_id"),
        _reference("source_key", "source.source_key"),
        _reference("run_id", "load_run.run_id"),
        sa.PrimaryKeyConstraint("incident_id", "role", name=op.f("pk_incident_actor")),
        comment="Who the report of each incident names, by role; never a person or a group",
    )
    op.create_index(op.f("ix_incident_actor_source_key"), "incident_actor", ["source_key"], unique=False)
    # Of incidents that are there, no role is known until their file is loaded again.
    op.execute(
        "INSERT INTO incident_actor (incident_id, role, source_key, run_id, updated_at) "
        "SELECT incident_id, 'unknown', source_key, run_id, updated_at FROM incident"
    )


def downgrade() -> None:
    op.drop_table("incident_actor")


def _reference(column: str, target: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_incident_actor_{column}")
    return sa.ForeignKeyConstraint([column], [target], name=name, initially="DEFERRED", deferrable=True)
