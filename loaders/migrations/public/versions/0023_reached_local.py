"""Money that reached local level, basis of a place, national totals in KGS

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
REACHED = (
    "Whether it counts as money that reached local level: a transfer, or a payment to local level without a transfer of"
    " its stream and year to the same place"
)
LEVEL = "republic, oblast_fund, district_fund, local_budget, local (at local level, body not named) or community"
PAYER = "Organisation that paid; empty: not told, as in transfers within government"
TOTALS = "National totals, as reported: of the EITI reports in USD, of a ministry in KGS"
# As publications tell it from now on: loaders/publish/reached.py.
TELL = """
    UPDATE revenue SET reached_local = true
    WHERE receiver_level <> 'republic' AND (stage = 'transfer' OR (stage = 'payment' AND NOT EXISTS (
        SELECT 1 FROM revenue AS sent
        WHERE sent.stage = 'transfer' AND sent.receiver_level <> 'republic'
        AND sent.stream_code = revenue.stream_code AND sent.fiscal_year = revenue.fiscal_year
        AND (sent.district_code = revenue.district_code
            OR ((sent.district_code IS NULL OR revenue.district_code IS NULL)
                AND (sent.oblast_code IS NULL OR revenue.oblast_code IS NULL
                    OR sent.oblast_code = revenue.oblast_code)))
    )))
"""


def upgrade() -> None:
    op.add_column("national_revenue", sa.Column("amount_government_kgs", sa.Float(), nullable=True, comment=IN_KGS))
    op.add_column("revenue", sa.Column("place_basis", sa.String(24), nullable=True, comment=BASIS))
    op.add_column(
        "revenue",
        sa.Column("reached_local", sa.Boolean(), nullable=False, comment=REACHED, server_default=sa.false()),
    )
    op.execute(TELL)
    with op.batch_alter_table("revenue") as table:
        table.alter_column("reached_local", existing_type=sa.Boolean(), server_default=None)
    if op.get_bind().dialect.supports_comments:
        op.create_table_comment("national_revenue", TOTALS)
        op.alter_column("revenue", "receiver_level", existing_type=sa.String(24), comment=LEVEL)
        op.alter_column("revenue", "payer_code", existing_type=sa.String(64), comment=PAYER)
