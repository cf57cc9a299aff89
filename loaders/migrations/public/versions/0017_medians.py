"""No median of a district's single years: that there is one narrows counts that are withheld

Revision: 0017, after 0016
"""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

KINDS = "country, issue, channel, body, or district (only resolve)"
KINDS_BEFORE = "country, district, issue, channel or body"
MEDIAN = "Median days from receipt to resolution; empty when withheld or fewer than the limit"


def upgrade() -> None:
    op.drop_column("grievance_year", "resolve_days_median")
    _tell_kinds(KINDS)


def downgrade() -> None:
    op.add_column("grievance_year", sa.Column("resolve_days_median", sa.Float(), nullable=True, comment=MEDIAN))
    _tell_kinds(KINDS_BEFORE)


def _tell_kinds(comment: str) -> None:
    """Comments are kept by PostgreSQL alone."""
    if op.get_bind().dialect.name == "postgresql":
        op.alter_column("grievance_wait", "kind", existing_type=sa.String(8), comment=comment)
