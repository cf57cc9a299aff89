"""Episodes that incidents belong to

Revision: 0004, after 0003
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

COMMENT = "Same for all incidents of one wave or event; empty: it stands alone"


def upgrade() -> None:
    op.add_column("incident", sa.Column("episode_id", sa.String(length=32), comment=COMMENT))
