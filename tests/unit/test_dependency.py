"""The largest payer's part of what was paid in a district."""

import pandas as pd
import pytest

from data_access.answers.revenue.dependency import largest_share


@pytest.mark.parametrize(
    ("payments", "share"),
    [
        ([("a", 95), ("b", 5)], 95),
        ([("a", 7)], 100),
        ([("a", 30), (None, 70)], 30),
        ([(None, 70)], None),
        ([("a", 0), ("b", 0)], None),
        ([("a", 10), ("b", -2)], None),
    ],
)
def test_largest_share(payments, share):
    frame = pd.DataFrame([("41703223", payer, amount) for payer, amount in payments],
                         columns=["district_code", "payer_code", "value"])  # fmt: skip
    assert largest_share(frame).to_dict() == ({} if share is None else {"41703223": pytest.approx(share)})
