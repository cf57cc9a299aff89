"""What earlier versions have shown and withheld of people's cases

Revision: 0017, after 0016
"""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

NOTED = (
    ("tables", sa.String(length=8), "Revision of the public tables that it filled; empty: before that was noted"),
    ("attempt", sa.Integer(), "Number of the attempt to publish, rising; empty: before attempts were noted"),
    ("is_confirmed", sa.Boolean(), "Whether it is known to have become public; empty: before that was noted"),
)
KEY = ("kept_in", "kind", "code", "year", "what", "counts", "attempt")


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
        _key("attempt", sa.Integer(), "Publication that it was decided in"),
        sa.Column("is_withheld", sa.Boolean(), nullable=False, comment="False: at least one version has shown them"),
        sa.Column("small_cell_limit", sa.Integer(), nullable=False, comment="Limit at which it was decided"),
        sa.PrimaryKeyConstraint(*KEY, name=op.f("pk_decided_count")),
        comment="What the versions so far have shown and withheld, so that no two of them can be solved together",
    )
    for name, kind, comment in NOTED:
        op.add_column("publication", sa.Column(name, kind, nullable=True, comment=comment))
    _tell_publications("What was published when, or announced; tells whether the public store is up to date")


def downgrade() -> None:
    op.drop_table("decided_count")
    for name, _, _ in NOTED:
        op.drop_column("publication", name)
    _tell_publications("What was published when; tells whether the public store is up to date")


def _tell_publications(comment: str) -> None:
    """Comments are kept by PostgreSQL alone."""
    if op.get_bind().dialect.name == "postgresql":
        op.create_table_comment("publication", comment)
