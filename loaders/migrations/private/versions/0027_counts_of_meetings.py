"""What was shown and withheld is also kept of cohorts of grievances and of meetings

Revision: 0027, after 0026

Only comments change, which SQLite does not keep.
"""

from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None

BEFORE = {
    "kept_in": "area, part, outcome or quarter: the table of the counts",
    "kind": "country, oblast, district, issue, channel, body or stage",
    "code": "Area, code of the kind, or quarter",
    "year": "Year that they are counted in",
    "what": "Which counts: received, state, flows, open or a question",
}
NOW = {
    "kept_in": "area, part, outcome, quarter or meeting: what the counts are of",
    "kind": "country, oblast, district, issue, channel, body, stage, a span of days, or meeting",
    "code": "Area, code of the kind, quarter, or digest of the key of a meeting",
    "year": "Year that they are counted in; 0 of a meeting",
    "what": "Which counts: received, state, flows, open, a question, or people",
}


def upgrade() -> None:
    """Explain the columns anew."""
    _explain(NOW)


def downgrade() -> None:
    """Explain them as before."""
    _explain(BEFORE)


def _explain(comments: dict[str, str]) -> None:
    if op.get_bind().dialect.supports_comments:
        for column, comment in comments.items():
            op.alter_column("decided_count", column, comment=comment)
