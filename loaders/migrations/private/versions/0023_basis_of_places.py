"""Basis of the place of a flow, national totals in KGS, and rates of national reports for these alone

Revision: 0023, after 0022
"""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

BASIS = (
    "site: place of the mine, the source names no body; oblast_or_district: which of the two is not told; empty: named"
)
IN_KGS = "KGS, extractive revenue as reported by the government, where its report is in KGS"
LEVEL = "republic, oblast_fund, district_fund, local_budget, local (at local level, body not named) or community"
TOTALS = "National totals, as reported: of the EITI reports in USD, of a ministry in KGS"


def upgrade() -> None:
    op.add_column("flow", sa.Column("place_basis", sa.String(24), nullable=True, comment=BASIS))
    op.add_column("national_revenue", sa.Column("amount_government_kgs", sa.Float(), nullable=True, comment=IN_KGS))
    # A list of rates may have these years, too. Until now the rates of national reports stood in its place.
    op.execute("DELETE FROM fx_rate WHERE source_key IN (SELECT source_key FROM national_revenue)")
    if op.get_bind().dialect.supports_comments:
        op.create_table_comment("national_revenue", TOTALS)
        op.alter_column("flow", "receiver_level", existing_type=sa.String(24), comment=LEVEL)
