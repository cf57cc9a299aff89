"""What becomes of the invented payments: transfers by the rule, plans and spending by purpose, social packages."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from random import Random

from tools.bundled.synthetic_companies import COMPANIES
from tools.bundled.synthetic_payments import YEARS, Flow, both_sides

#: Code on Non-tax Income, art. 127-130: deposits in the register of national significance, and all others.
_SPLIT_NATIONAL = {"oblast_fund": 0.5, "district_fund": 0.3, "local_budget": 0.2}
_SPLIT_OTHER = {"district_fund": 0.8, "local_budget": 0.2}

#: Districts without mines that get a part of the pollution fees, mln KGS a year.
_NEIGHBOURS = {
    "41702215": 3.1,
    "41702225": 2.4,
    "41702410": 1.2,
    "41703225": 1.8,
    "41704220": 2.0,
    "41704235": 1.4,
    "41707215": 0.9,
}

_PURPOSES = {
    "education": 22,
    "health": 16,
    "culture": 5,
    "sport": 9,
    "roads_water": 30,
    "business": 8,
    "social": 6,
    "other": 4,
}

#: Funds plan and spend; local budgets only report what was spent.
_PURPOSES_PER_YEAR = {"district_fund": 5, "oblast_fund": 6, "local_budget": 3}
_WITH_PLAN = {"district_fund", "oblast_fund"}

Place = tuple[str, str | None, str | None]


def transfers(rng: Random, payments: Iterable[Flow]) -> Iterator[Flow]:
    """Yearly transfers of the 2 % contribution, of half the royalty on coal and metals, and of pollution fees."""
    for (year, stream, (level, oblast, district)), amount in sorted(_due(payments).items(), key=str):
        yield _flow("transfer", year, level, oblast, district, stream) | {"amount_government": round(amount)}
    for district, size in _NEIGHBOURS.items():
        for year in YEARS[1:]:
            amount = round(size * rng.uniform(0.6, 1.5) * 1e4) * 100
            row = _flow("transfer", year, "local_budget", None, district, "pollution_fee")
            yield row | {"amount_government": amount}


def _due(payments: Iterable[Flow]) -> dict[tuple[int, str, Place], float]:
    companies = {company.code: company for company in COMPANIES}
    due: dict[tuple[int, str, Place], float] = defaultdict(float)
    for payment in payments:
        company, year = companies[payment["payer_code"]], int(payment["period_start"][:4])
        amount = payment["amount_company"] if payment["amount_government"] is None else payment["amount_government"]
        if payment["stream_code"] == "infra_2pct":
            split = _SPLIT_NATIONAL if company.national_register else _SPLIT_OTHER
            for level, share in split.items():
                due[year, "infra_2pct", _place(level, payment["district_code"])] += amount * share
        elif payment["stream_code"] == "royalty" and company.kind != "gold":
            # Half of the royalty stays local, except on gold, oil and gas (budget law of 2016).
            for district, share in company.districts.items():
                due[year, "royalty", _place("local_budget", district)] += amount * share / 2
    return due


def _place(level: str, district: str) -> Place:
    return (level, district[:5], None) if level == "oblast_fund" else (level, None, district)


def spending(rng: Random, receipts: Iterable[Flow]) -> Iterator[Flow]:
    """Plans and spending by purpose out of what each fund or budget received in the year; never more than that."""
    for transfer in receipts:
        level, amount = transfer["receiver_level"], transfer["amount_government"]
        spendable = amount * rng.uniform(0.68, 0.97)
        for purpose, share in _shares(rng, _PURPOSES_PER_YEAR[level]).items():
            spending_amount = round(spendable * share / 100) * 100
            row = transfer | {"purpose_code": purpose}
            if level in _WITH_PLAN:
                plan = round(min(spending_amount * rng.uniform(1.0, 1.12), amount * share) / 100) * 100
                yield row | {"stage": "allocation", "amount_government": max(plan, spending_amount)}
            yield row | {"stage": "spending", "amount_government": spending_amount}


def _shares(rng: Random, count: int) -> dict[str, float]:
    order = sorted(_PURPOSES, key=lambda purpose: rng.random() ** (1 / _PURPOSES[purpose]), reverse=True)
    weights = {purpose: _PURPOSES[purpose] * rng.uniform(0.5, 1.6) for purpose in order[:count]}
    return {purpose: weight / sum(weights.values()) for purpose, weight in weights.items()}


def social(rng: Random) -> Iterator[Flow]:
    """Social packages of licence agreements and voluntary help; the government side is often missing."""
    for company in COMPANIES:
        for year in range(company.first_year, company.last_year + 1):
            for district, share in company.districts.items():
                if company.turnover and company.factors.get(year, 1.0):
                    package = 1e6 * (1.5 + company.turnover / 900) * share
                    yield _social(rng, company.code, year, district, "social_package", package)
                    if rng.random() < 0.3:
                        yield _social(rng, company.code, year, district, "voluntary_social", package * 0.4)


def _social(rng: Random, payer: str, year: int, district: str, stream: str, amount: float) -> Flow:
    row = _flow("social", year, "community", None, district, stream) | {"payer_code": payer}
    return row | both_sides(rng, amount * rng.uniform(0.7, 1.3), one_sided=0.4)


def _flow(stage: str, year: int, level: str, oblast: str | None, district: str | None, stream: str) -> Flow:
    return {
        "stage": stage,
        "period_start": f"{year}-01-01",
        "period_end": f"{year}-12-31",
        "receiver_level": level,
        "oblast_code": oblast,
        "district_code": district,
        "stream_code": stream,
    }
