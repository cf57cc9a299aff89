"""A price index, by which amounts become prices of one year

Revision: 0006, after 0004
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "price_index",
        sa.Column("year", sa.Integer(), nullable=False, comment="Calendar year"),
        sa.Column("index_value", sa.Float(), nullable=False, comment="Price level of the year; 100 in the base year"),
        sa.Column("base_year", sa.Integer(), nullable=False, comment="Year whose prices are the measure"),
        sa.Column("name_ky", sa.String(length=200), nullable=False, comment="Name of the deflator in Kyrgyz"),
        sa.Column("name_ru", sa.String(length=200), nullable=False, comment="Name of the deflator in Russian"),
        sa.Column("name_en", sa.String(length=200), nullable=False, comment="Name of the deflator in English"),
        sa.Column("source_key", sa.String(length=64), nullable=False, comment="Source of the row"),
        sa.Column("run_id", sa.Integer(), nullable=False, comment="Load that wrote the row"),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False, comment="When the row was written (UTC)"),
        sa.ForeignKeyConstraint(
            ["run_id"], ["load_run.run_id"], name=op.f("fk_price_index_run_id"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["source_key"],
            ["source.source_key"],
            name=op.f("fk_price_index_source_key"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("year", name=op.f("pk_price_index")),
        comment="Price index by which amounts are turned into prices of one year",
    )
    op.create_index(op.f("ix_price_index_source_key"), "price_index", ["source_key"], unique=False)


def downgrade() -> None:
    op.drop_table("price_index")
