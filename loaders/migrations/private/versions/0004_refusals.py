"""Sources whose last attempt to load was refused

Revision: 0004, after 0003
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "refusal",
        sa.Column("source_key", sa.String(length=64), nullable=False, comment="Source whose last attempt was refused"),
        sa.Column("refused_at", sa.DateTime(timezone=True), nullable=False, comment="When (UTC)"),
        sa.Column(
            "refused_file",
            sa.String(length=500),
            nullable=False,
            comment="Name of the file, or what could not be fetched",
        ),
        sa.Column(
            "refused_because",
            sa.String(length=500),
            nullable=False,
            comment="Why; of a register of people never words of the file",
        ),
        sa.PrimaryKeyConstraint("source_key", name=op.f("pk_refusal")),
        comment="Sources whose last attempt to load was refused; a later one that is not takes the row away",
    )
