"""Parts of grievances are also those that were resolved within some days

Revision: 0028, after 0027

Only comments change, which SQLite does not keep.
"""

from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Explain the columns anew."""
    _explain(
        "What code is: issue, channel, body (responsible), stage; days_90, days_180, days_365: days to resolve",
        "Of a stage: one that grievances have come to, or passed; of days: resolved within so many, or later",
    )


def downgrade() -> None:
    """Explain them as before."""
    _explain(
        "What code is: issue, channel, body (responsible) or stage",
        "Of a stage: one that grievances have come to, or passed",
    )


def _explain(kind: str, code: str) -> None:
    if op.get_bind().dialect.supports_comments:
        op.alter_column("grievance_part_year", "kind", comment=kind)
        op.alter_column("grievance_part_year", "code", comment=code)
