"""Revenue flows summed per year and place."""

import pandas as pd
from sqlalchemy import Connection

from loaders.store.frames import rows
from loaders.store.revenue import flow

GROUP = [
    "fiscal_year",
    "district_code",
    "oblast_code",
    "stage",
    "stream_code",
    "receiver_level",
    "purpose_code",
    "payer_code",
    "site_id",
    "recon_status",
    "source_key",
]


def published_revenue(connection: Connection) -> pd.DataFrame:
    """Rows of the public ``revenue`` table."""
    return group_sums(rows(connection, flow)).rename_axis("revenue_id").reset_index()


def group_sums(flows: pd.DataFrame) -> pd.DataFrame:
    """Flows per GROUP in KGS. A side that reported none of a group's flows stays empty: not reported is not zero."""
    flows = flows.assign(
        refund_kgs=flows["amount_kgs"].clip(upper=0),
        amount_company_kgs=flows["amount_company"] * flows["kgs_per_unit"],
        amount_government_kgs=flows["amount_government"] * flows["kgs_per_unit"],
    )
    groups = flows.groupby(GROUP, dropna=False, sort=True)
    amounts = groups[["amount_kgs", "refund_kgs"]].sum()
    sides = groups[["amount_company_kgs", "amount_government_kgs"]].sum(min_count=1)
    return amounts.join(sides).assign(flow_count=groups.size()).reset_index()
