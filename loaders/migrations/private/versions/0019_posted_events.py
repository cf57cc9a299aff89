"""Events of grievances that are counted in a closed quarter, and in no other

Revision: 0019, after 0018
"""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

TRAITS = (
    ("district_code", 16, "District"),
    ("issue_code", 32, "Issue"),
    ("channel", 16, "Channel"),
    ("responsible_body", 16, "Responsible body"),
)


def upgrade() -> None:
    op.create_table(
        "posted_event",
        sa.Column(
            "quarter", sa.Date(), nullable=False, comment="First day of the quarter in which they were published"
        ),
        sa.Column(
            "event", sa.String(length=24), nullable=False, comment="received, closed, or another that is published"
        ),
        *(
            sa.Column(name, sa.String(length=length), nullable=False, comment=f"{about} of the grievances")
            for name, length, about in TRAITS
        ),
        sa.Column("attempt", sa.Integer(), nullable=False, comment="Publication that they were first counted in"),
        sa.Column("event_count", sa.Integer(), nullable=False, comment="How many such events"),
        sa.PrimaryKeyConstraint("quarter", "event", *(name for name, *_ in TRAITS), name=op.f("pk_posted_event")),
        comment="Events of grievances that are counted in a closed quarter; no single grievance is named",
    )
    _forget("Year that they are counted in")


def downgrade() -> None:
    op.drop_table("posted_event")
    _forget("Year of receipt; 0: all years")


def _forget(year: str) -> None:
    """What was decided of counts that are made no more says nothing of those that have their names now."""
    op.execute(sa.text("DELETE FROM decided_count"))
    if op.get_bind().dialect.name == "postgresql":
        op.alter_column("decided_count", "year", existing_type=sa.Integer(), comment=year)
