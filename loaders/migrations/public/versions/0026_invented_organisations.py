"""What is invented is said to be of the example

Revision: 0026, after 0025

Only a comment changes, which SQLite does not keep.
"""

from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Explain the column anew."""
    _explain("True for invented organisations of the example")


def downgrade() -> None:
    """Explain it as before."""
    _explain("True for invented organisations of the sample")


def _explain(comment: str) -> None:
    if op.get_bind().dialect.supports_comments:
        op.alter_column("organisation", "is_synthetic", comment=comment)
