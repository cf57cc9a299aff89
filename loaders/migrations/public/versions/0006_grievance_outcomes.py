"""What became of grievances, by issue, channel and responsible body, and how long they wait

Revision: 0006, after 0005
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def _key(name: str, length: int, comment: str) -> sa.Column:
    return sa.Column(name, sa.String(length=length), nullable=False, comment=comment)


def _count(comment: str) -> list[sa.Column]:
    return [
        sa.Column("is_withheld", sa.Boolean(), nullable=False, comment="True: the count is hidden to protect people"),
        sa.Column("grievance_count", sa.Integer(), nullable=True, comment=comment),
    ]


def _make(table: str, comment: str, keys: list[sa.Column], columns: list[sa.Column]) -> None:
    op.create_table(
        table,
        *keys,
        *columns,
        _key("source_key", 64, "Where the row comes from"),
        sa.ForeignKeyConstraint(["source_key"], ["source.source_key"], name=op.f(f"fk_{table}_source_key")),
        sa.PrimaryKeyConstraint(*(key.name for key in keys), name=op.f(f"pk_{table}")),
        comment=comment,
    )


def upgrade() -> None:
    op.drop_table("grievance_status_year")
    op.drop_table("grievance_issue_year")
    _make(
        "grievance_part_year",
        "Grievances of the whole country by year of receipt, divided in one way at a time, suppressed",
        [
            _key("kind", 8, "What code is: issue, channel, body (responsible) or stage"),
            _key("code", 32, "Of a stage: the furthest that a grievance has reached"),
            sa.Column("year", sa.Integer(), nullable=False, comment="Year in which the grievances were received"),
        ],
        _count("Grievances in the whole country; empty when withheld"),
    )
    _make(
        "grievance_outcome",
        "What became of the grievances of the whole country by the end of the last full quarter, suppressed",
        [
            _key("kind", 8, "What code is: country, issue, channel or body (responsible)"),
            _key("code", 32, "417 for the country"),
            _key(
                "question",
                16,
                "received, state, acknowledged, resolved (within the deadline), reopened, appealed; age of open ones",
            ),
            _key("answer", 16, "One of the answers, of which each grievance has one"),
        ],
        _count("Grievances of all years together; empty when withheld"),
    )
    _make(
        "grievance_wait",
        "How long grievances of all years have waited by the end of the last full quarter",
        [
            _key("kind", 8, "country, district, issue, channel or body"),
            _key("code", 32, "417 for the country, SOATE code of a district"),
            _key("wait", 16, "acknowledge, resolve (resolved ones only), open (open ones, so far)"),
        ],
        [
            sa.Column(
                "median_days",
                sa.Float(),
                nullable=True,
                comment="Median days from receipt; empty when withheld or of too few grievances",
            ),
            sa.Column(
                "p90_days",
                sa.Float(),
                nullable=True,
                comment="Days within which nine of ten were done; empty whenever median_days is",
            ),
        ],
    )


def downgrade() -> None:
    for table in ("grievance_wait", "grievance_outcome", "grievance_part_year"):
        op.drop_table(table)
    for name, key, length, about in (
        ("status", "status", 24, "Status at the end of the last full quarter"),
        ("issue", "issue_code", 32, "What they are about"),
    ):
        _make(
            f"grievance_{name}_year",
            f"Grievances of the whole country by year of receipt and {name}, suppressed",
            [
                sa.Column("year", sa.Integer(), nullable=False, comment="Year in which the grievances were received"),
                _key(key, length, about),
            ],
            _count("Grievances in the whole country; empty when withheld"),
        )
