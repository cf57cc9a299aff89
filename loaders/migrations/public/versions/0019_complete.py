"""Which sources claim to list all that happened, so that silence is a figure

Revision: 0019, after 0018
"""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

COMPLETE = "First day of a list that claims to have all; empty: it does not"


def upgrade() -> None:
    op.add_column("source", sa.Column("complete_from", sa.Date(), nullable=True, comment=COMPLETE))


def downgrade() -> None:
    op.drop_column("source", "complete_from")
