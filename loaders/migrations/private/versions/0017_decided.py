"""What earlier versions have shown and withheld of people's cases

Revision: 0017, after 0016
"""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def _key(name: str, kind: sa.types.TypeEngine, comment: str) -> sa.Column:
    return sa.Column(name, kind, nullable=False, autoincrement=False, comment=comment)


def upgrade() -> None:
    op.create_table(
        "decided_count",
        _key("kept_in", sa.String(length=8), "area, part, outcome or quarter: the table of the counts"),
        _key("kind", sa.String(length=8), "country, oblast, district, issue, channel, body or stage"),
        _key("code", sa.String(length=32), "Area, code of the kind, or quarter"),
        _key("year", sa.Integer(), "Year of receipt; 0: all years"),
        _key("what", sa.String(length=16), "Which counts: received, state, flows, open or a question"),
        _key("counts", sa.String(length=60), "The counts that are decided on together, comma separated"),
        sa.Column("is_withheld", sa.Boolean(), nullable=False, comment="False: at least one version has shown them"),
        sa.Column("small_cell_limit", sa.Integer(), nullable=False, comment="Limit at which it was decided"),
        sa.PrimaryKeyConstraint("kept_in", "kind", "code", "year", "what", "counts", name=op.f("pk_decided_count")),
        comment="What the versions so far have shown and withheld, so that no two of them can be solved together",
    )


def downgrade() -> None:
    op.drop_table("decided_count")
