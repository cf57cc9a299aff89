"""Population by year, exchange rates and a price index, by which amounts of money are converted

Revision: 0004, after 0003
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "population",
        sa.Column("district_code", sa.String(length=8), nullable=False, comment="District"),
        sa.Column("year", sa.Integer(), nullable=False, comment="Calendar year"),
        sa.Column("residents", sa.Integer(), nullable=False, comment="Residents, persons"),
        sa.ForeignKeyConstraint(
            ["district_code"], ["district.district_code"], name=op.f("fk_population_district_code")
        ),
        sa.PrimaryKeyConstraint("district_code", "year", name=op.f("pk_population")),
        comment="Every known population figure of each district",
    )
    op.create_table(
        "fx_rate",
        sa.Column("currency", sa.String(length=3), nullable=False, comment="ISO 4217 code"),
        sa.Column("year", sa.Integer(), nullable=False, comment="Calendar year"),
        sa.Column(
            "kgs_per_unit", sa.Float(), nullable=False, comment="KGS per unit of the currency, average of the year"
        ),
        sa.Column("source_key", sa.String(length=64), nullable=False, comment="Where the row comes from"),
        sa.ForeignKeyConstraint(["source_key"], ["source.source_key"], name=op.f("fk_fx_rate_source_key")),
        sa.PrimaryKeyConstraint("currency", "year", name=op.f("pk_fx_rate")),
        comment="Exchange rates",
    )
    op.create_table(
        "price_index",
        sa.Column("year", sa.Integer(), nullable=False, comment="Calendar year"),
        sa.Column("index_value", sa.Float(), nullable=False, comment="Price level of the year; 100 in the base year"),
        sa.Column("base_year", sa.Integer(), nullable=False, comment="Year whose prices are the measure"),
        sa.Column("name_ky", sa.String(length=200), nullable=False, comment="Name of the deflator, in Kyrgyz"),
        sa.Column("name_ru", sa.String(length=200), nullable=False, comment="Name of the deflator, in Russian"),
        sa.Column("name_en", sa.String(length=200), nullable=False, comment="Name of the deflator, in English"),
        sa.Column("source_key", sa.String(length=64), nullable=False, comment="Where the row comes from"),
        sa.ForeignKeyConstraint(["source_key"], ["source.source_key"], name=op.f("fk_price_index_source_key")),
        sa.PrimaryKeyConstraint("year", name=op.f("pk_price_index")),
        comment="Price index by which amounts are turned into prices of one year",
    )


def downgrade() -> None:
    op.drop_table("price_index")
    op.drop_table("fx_rate")
    op.drop_table("population")
