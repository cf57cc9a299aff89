"""Which flows count as money that reached local level: each on one of its two ways, never on both."""

import pandas as pd

from data_access.vocabulary.stages import PAYMENT, TRANSFER

REPUBLIC = "republic"
SAME = ["stream_code", "fiscal_year"]
PLACE = ["district_code", "oblast_code"]


def reached_local(flows: pd.DataFrame) -> pd.Series:
    """Transfers to local level, and payments to it of which no transfer tells.

    A payment may be the money that a transfer passed on where both are of one stream and year and their places
    overlap: the same district, or one oblast where one of them names no district, or anywhere where one names nothing.
    """
    is_local = flows["receiver_level"] != REPUBLIC
    transfers = flows[is_local & (flows["stage"] == TRANSFER)]
    payments = flows[is_local & (flows["stage"] == PAYMENT)]
    pairs = payments[[*SAME, *PLACE]].reset_index().merge(transfers[[*SAME, *PLACE]], on=SAME, suffixes=("", "_sent"))
    twice = pairs.loc[_overlap(pairs), "index"]
    return flows.index.to_series().isin(transfers.index.union(payments.index.difference(pd.Index(twice))))


def _overlap(pairs: pd.DataFrame) -> pd.Series:
    """Whether two places may be one."""
    district, other = pairs["district_code"], pairs["district_code_sent"]
    oblast, other_oblast = pairs["oblast_code"], pairs["oblast_code_sent"]
    is_wide = district.isna() | other.isna()
    is_near = oblast.isna() | other_oblast.isna() | (oblast == other_oblast)
    return (district == other) | (is_wide & is_near)
