"""How many reports tell of an incident, and how far its coding is trusted

Revision: 0007, after 0006
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    count = sa.Column("source_count", sa.Integer(), comment="Number of reports that document it")
    trust = sa.Column("confidence", sa.String(length=8), comment="Trust in the coding: high, medium or low")
    op.add_column("incident", count)
    op.add_column("incident", trust)
