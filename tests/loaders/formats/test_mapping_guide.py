"""The worked example of the guide to mappings does what the guide says."""

import re
import tomllib

from data_access.store.settings import CHECKOUT
from loaders.formats.reconciliation import RECONCILIATION

GUIDE = (CHECKOUT / "loaders" / "mappings" / "revenue.md").read_text(encoding="utf-8")


def _block(language: str) -> str:
    return re.search(rf"```{language}\n(.*?)```", GUIDE, re.DOTALL)[1]


def test_the_worked_example_of_a_reconciliation_report():
    content, mapping = _block("csv").encode(), tomllib.loads(_block("toml"))
    reading = RECONCILIATION.read(content, "annex.csv", mapping, None)
    rows = reading.frame[["payer_code", "amount_company", "amount_government", "discrepancy_note"]]
    assert rows.fillna("").to_numpy().tolist() == [
        ["mine-a", "1234500.0", "1234500.0", ""],
        ["mine-b", "", "-4500.00", "did not report: DNP (company)"],
        ["mine-b", "12000", "14000", "Платёж в январе"],
    ]
    assert reading.warnings == ("not loaded: 'Прочее', received by 'ГНС': 1,000 KGS",)
