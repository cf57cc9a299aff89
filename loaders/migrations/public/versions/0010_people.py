"""Statistics that are withheld or known per oblast only, and what licences and plans promise

Revision: 0010, after 0009
"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

WITHHELD = "Value in the indicator's unit; empty: withheld, as it is of a few people"


def upgrade() -> None:
    with op.batch_alter_table("statistic") as table:
        table.alter_column("value", existing_type=sa.Float(), nullable=True, comment=WITHHELD)
    op.create_table(
        "oblast_statistic",
        sa.Column("indicator_code", sa.String(length=32), nullable=False, comment="Indicator"),
        sa.Column("oblast_code", sa.String(length=5), nullable=False, comment="Oblast"),
        sa.Column("year", sa.Integer(), nullable=False, comment="Calendar year"),
        sa.Column("value", sa.Float(), nullable=False, comment="Value in the indicator's unit"),
        sa.Column("source_key", sa.String(length=64), nullable=False, comment="Where the row comes from"),
        _reference("oblast_statistic", "indicator_code", "indicator.indicator_code"),
        _reference("oblast_statistic", "oblast_code", "oblast.oblast_code"),
        _reference("oblast_statistic", "source_key", "source.source_key"),
        sa.PrimaryKeyConstraint("indicator_code", "oblast_code", "year", name=op.f("pk_oblast_statistic")),
        comment="Annual statistics that are known per oblast only",
    )
    op.create_table(
        "target",
        sa.Column("target_id", sa.String(length=64), nullable=False, comment="Permanent key of the target"),
        sa.Column("indicator_code", sa.String(length=32), nullable=False, comment="Indicator"),
        sa.Column("district_code", sa.String(length=8), nullable=False, comment="District it is about"),
        sa.Column("site_id", sa.String(length=64), nullable=True, comment="Site whose licence or plan sets it"),
        sa.Column("value", sa.Float(), nullable=False, comment="What is to be reached, indicator's unit"),
        sa.Column(
            "valid_from", sa.Date(), nullable=True, comment="First day on which it holds; empty: the source states none"
        ),
        sa.Column("valid_to", sa.Date(), nullable=True, comment="Last day on which it holds; empty: still in force"),
        sa.Column(
            "legal_ref", sa.String(length=200), nullable=False, comment="Licence, agreement or plan that sets it"
        ),
        sa.Column("source_key", sa.String(length=64), nullable=False, comment="Where the row comes from"),
        _reference("target", "indicator_code", "indicator.indicator_code"),
        _reference("target", "district_code", "district.district_code"),
        _reference("target", "site_id", "site.site_id"),
        _reference("target", "source_key", "source.source_key"),
        sa.PrimaryKeyConstraint("target_id", name=op.f("pk_target")),
        comment="What a licence or a plan promises of an indicator",
    )


def downgrade() -> None:
    op.drop_table("target")
    op.drop_table("oblast_statistic")
    op.execute("DELETE FROM statistic WHERE value IS NULL")
    with op.batch_alter_table("statistic") as table:
        table.alter_column("value", existing_type=sa.Float(), nullable=False, comment="Value in the indicator's unit")


def _reference(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [target], name=op.f(f"fk_{table}_{column}"))
