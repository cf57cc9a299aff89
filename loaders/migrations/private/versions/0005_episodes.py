"""Episodes that incidents belong to

Revision: 0005, after 0004
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

COMMENT = "Same for all incidents of one wave or event; empty: it stands alone"


def upgrade() -> None:
    op.add_column("incident", sa.Column("episode_id", sa.String(length=32), comment=COMMENT))
