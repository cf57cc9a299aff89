"""Names of indicators

Revision: 0022, after 0021
"""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

# Column -> its comment before and after. SQLite keeps none.
COMMENTS = {
    ("indicator", "medium", 24): (
        "water, air, soil or people",
        "water, air, soil, land, people, climate or economy",
    ),
    ("station", "medium", 24): ("water, air or soil", "water, air, soil or climate"),
    ("observation", "collected_by", 16): (
        "company, state, community or laboratory",
        "company, state, community, laboratory or third_party",
    ),
}


def upgrade() -> None:
    op.add_column(
        "indicator",
        sa.Column("name_ky", sa.String(length=200), nullable=True, comment="Name of the indicator, in Kyrgyz"),
    )
    op.add_column(
        "indicator",
        sa.Column("name_ru", sa.String(length=200), nullable=True, comment="Name of the indicator, in Russian"),
    )
    op.add_column(
        "indicator",
        sa.Column("name_en", sa.String(length=200), nullable=True, comment="Name of the indicator, in English"),
    )
    op.add_column(
        "indicator",
        sa.Column("unit_name_ky", sa.String(length=60), nullable=True, comment="Unit as readers see it, in Kyrgyz"),
    )
    op.add_column(
        "indicator",
        sa.Column("unit_name_ru", sa.String(length=60), nullable=True, comment="Unit as readers see it, in Russian"),
    )
    op.add_column(
        "indicator",
        sa.Column("unit_name_en", sa.String(length=60), nullable=True, comment="Unit as readers see it, in English"),
    )
    op.add_column(
        "indicator",
        sa.Column(
            "about_ky",
            sa.String(length=600),
            nullable=True,
            comment="What it counts, and what it cannot say, in Kyrgyz",
        ),
    )
    op.add_column(
        "indicator",
        sa.Column(
            "about_ru",
            sa.String(length=600),
            nullable=True,
            comment="What it counts, and what it cannot say, in Russian",
        ),
    )
    op.add_column(
        "indicator",
        sa.Column(
            "about_en",
            sa.String(length=600),
            nullable=True,
            comment="What it counts, and what it cannot say, in English",
        ),
    )
    _comment(1)


def downgrade() -> None:
    _comment(0)
    op.drop_column("indicator", "about_en")
    op.drop_column("indicator", "about_ru")
    op.drop_column("indicator", "about_ky")
    op.drop_column("indicator", "unit_name_en")
    op.drop_column("indicator", "unit_name_ru")
    op.drop_column("indicator", "unit_name_ky")
    op.drop_column("indicator", "name_en")
    op.drop_column("indicator", "name_ru")
    op.drop_column("indicator", "name_ky")


def _comment(which: int) -> None:
    if op.get_bind().dialect.name != "postgresql":
        return
    for (table, column, length), comments in COMMENTS.items():
        op.alter_column(table, column, existing_type=sa.String(length=length), comment=comments[which])
