"""Who the report of each incident names, by role

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
        "incident_actor",
        sa.Column("incident_id", sa.String(length=32), nullable=False, comment="Incident"),
        sa.Column(
            "role", sa.String(length=32), nullable=False, comment="Role that its report names; unknown: it names none"
        ),
        sa.ForeignKeyConstraint(["incident_id"], ["incident.incident_id"], name=op.f("fk_incident_actor_incident_id")),
        sa.PrimaryKeyConstraint("incident_id", "role", name=op.f("pk_incident_actor")),
        comment="Who the report of each incident names, by role; never a person or a group",
    )


def downgrade() -> None:
    op.drop_table("incident_actor")
