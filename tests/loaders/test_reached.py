"""Money that reached local level: transfers, and payments to it, none of it twice."""

import pandas as pd
import pytest

from loaders.publish.reached import reached_local

HERE, NEXT, OBLAST, OTHER = "41703204", "41703230", "41703", "41702"


def flow(stage: str, district: str | None = HERE, oblast: str | None = OBLAST, **more) -> dict:
    defaults = {"stream_code": "infra_2pct", "fiscal_year": 2019, "receiver_level": "local_budget"}
    return {"stage": stage, "district_code": district, "oblast_code": oblast, **defaults, **more}


@pytest.mark.parametrize(
    ("beside", "counts"),
    [
        ([], True),
        ([flow("transfer")], False),
        ([flow("transfer", stream_code="royalty")], True),
        ([flow("transfer", fiscal_year=2018)], True),
        ([flow("transfer", NEXT)], True),
        ([flow("transfer", None)], False),
        ([flow("transfer", None, OTHER)], True),
        ([flow("transfer", None, None)], False),
        ([flow("transfer", receiver_level="republic")], True),
        ([flow("payment"), flow("spending"), flow("social")], True),
    ],
)
def test_a_payment_to_local_level_counts_unless_a_transfer_may_be_the_same_money(beside, counts):
    assert bool(reached_local(pd.DataFrame([flow("payment"), *beside])).iloc[0]) is counts


@pytest.mark.parametrize(
    ("row", "counts"),
    [
        (flow("transfer"), True),
        (flow("payment", receiver_level="local"), True),
        (flow("payment", receiver_level="republic"), False),
        (flow("allocation"), False),
        (flow("spending"), False),
        (flow("social", receiver_level="community"), False),
    ],
)
def test_what_counts_by_itself(row, counts):
    assert [*reached_local(pd.DataFrame([row]))] == [counts]


def test_a_payment_known_for_an_oblast_may_be_what_was_transferred_to_its_districts():
    flows = [flow("payment", None), flow("transfer", HERE), flow("transfer", NEXT)]
    assert [*reached_local(pd.DataFrame(flows))] == [False, True, True]
