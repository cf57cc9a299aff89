"""What was loaded of each source, and when its next figures are expected

Revision: 0002, after 0001
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

COLUMNS = (
    ("covers_from", sa.Date(), "First day that its oldest record covers (grievances: its year); empty for code lists"),
    ("expected_on", sa.Date(), "Day by which newer figures are expected; empty: none are promised"),
    ("read_count", sa.Integer(), "Rows of its file; empty for grievances, whose register is not followed"),
    ("set_aside_count", sa.Integer(), "Rows of its file that were not kept; empty for grievances"),
)


def upgrade() -> None:
    for name, kind, comment in COLUMNS:
        op.add_column("source", sa.Column(name, kind, comment=comment))


def downgrade() -> None:
    for name, _kind, _comment in COLUMNS:
        op.drop_column("source", name)
