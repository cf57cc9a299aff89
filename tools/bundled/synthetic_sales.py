"""Invented mineral sales of the example's companies, on which the 2 % contribution is due."""

from collections import defaultdict
from collections.abc import Iterator
from random import Random

from tools.bundled.synthetic_companies import COMPANIES
from tools.bundled.synthetic_payments import Flow

SALES_COLUMNS = ["payer_code", "year", "sales_kgs", "national_register"]

_RATE = 0.02
#: Nobody knows in which years this company's deposit was in the register.
_UNKNOWN = {("example-company-l", year) for year in (2023, 2024)}


def sales(rng: Random, flows: list[Flow]) -> Iterator[dict[str, object]]:
    """Rows of mineral_sales.csv: mostly what the payments of revenue.csv imply, sometimes more or less than that."""
    is_in_register = {company.code: company.national_register for company in COMPANIES}
    amounts: dict[tuple[str, int], float] = defaultdict(float)
    for flow in flows:
        if flow["stage"] == "payment" and flow["stream_code"] == "infra_2pct":
            amount = flow["amount_company"] if flow["amount_government"] is None else flow["amount_government"]
            amounts[str(flow["payer_code"]), int(str(flow["period_end"])[:4])] += amount
    for payer, year in sorted(amounts):
        factor = rng.uniform(0.9, 1.2) if rng.random() < 0.25 else 1.0
        state = "unknown" if (payer, year) in _UNKNOWN else "yes" if is_in_register[payer] else "no"
        amount = round(amounts[payer, year] / _RATE * factor)
        yield dict(zip(SALES_COLUMNS, (payer, year, amount, state), strict=True))
