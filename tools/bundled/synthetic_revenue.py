"""Invented revenue flows of the example: payments, transfers, plans, spending and social packages, 2015-2025."""

from collections.abc import Iterator
from random import Random

from tools.bundled.synthetic_payments import GFS_CODES, Flow, payments
from tools.bundled.synthetic_transfers import social, spending, transfers

#: Nothing was reported about Jumgal for two years: a gap, not a zero.
_GAP = ("41704230", ("2019", "2020"))

_REFUNDS = {"vat_sales": 0.12, "customs": 0.06, "royalty": 0.03, "land_property": 0.05}


def revenue(rng: Random) -> list[Flow]:
    """Rows of revenue.csv in order of year and stage, KGS.

    No row names a site: the money is invented and the sites are real.
    """
    payment_flows = [flow for flow in payments(rng) if _is_reported(flow)]
    transfer_flows = [flow for flow in transfers(rng, payment_flows) if _is_reported(flow)]
    spending_flows = list(spending(rng, transfer_flows))
    social_flows = [flow for flow in social(rng) if _is_reported(flow)]
    flows = [*payment_flows, *_refunds(rng, payment_flows), *transfer_flows, *spending_flows, *social_flows]
    flows.sort(key=lambda flow: flow["period_start"][:4])
    return [_finish(number, flow) for number, flow in enumerate(flows, start=1)]


def _is_reported(flow: Flow) -> bool:
    district, years = _GAP
    return flow["district_code"] != district or flow["period_start"][:4] not in years


def _refunds(rng: Random, payment_flows: list[Flow]) -> Iterator[Flow]:
    for flow in payment_flows:
        rate = _REFUNDS.get(flow["stream_code"])
        if rate and flow["amount_government"] and rng.random() < 0.025:
            back = -round(flow["amount_government"] * rate / 100) * 100
            note = "refund of an overpayment in an earlier year"
            yield flow | {"amount_company": back, "amount_government": back, "discrepancy_note": note}


def _finish(number: int, flow: Flow) -> Flow:
    district = flow["district_code"]
    return flow | {
        "flow_id": f"example-{number:05}",
        "oblast_code": district[:5] if district else flow.get("oblast_code"),
        "gfs_code": GFS_CODES.get(flow["stream_code"]),
        "currency": "KGS",
    }
