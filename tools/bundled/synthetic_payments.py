"""Invented payments of companies: national taxes without a district, local streams with one."""

from collections.abc import Iterator
from random import Random

from tools.bundled.synthetic_companies import COMPANIES, Company

YEARS = range(2015, 2026)

Flow = dict[str, object]

GFS_CODES = {
    "royalty": "1415E1",
    "bonus": "1415E2",
    "mining_income_tax": "1112E1",
    "profit_tax": "1112E1",
    "infra_2pct": "1415E4",
    "licence_retention": "114521E",
    "land_property": "113E",
    "vat_sales": "1141E",
    "customs": "1151E",
    "social_contrib": "1212E",
    "pollution_fee": "114522E",
    "dividends": "1412E1",
}

#: Share of turnover per kind of company. Coal pays no 2 % contribution (Code on Non-tax Income, art. 127).
_RATES = {
    "gold": {
        "royalty": 0.05,
        "mining_income_tax": 0.09,
        "social_contrib": 0.012,
        "customs": 0.006,
        "infra_2pct": 0.02,
        "land_property": 0.0012,
        "pollution_fee": 0.0004,
    },
    "coal": {
        "royalty": 0.03,
        "profit_tax": 0.02,
        "vat_sales": 0.06,
        "social_contrib": 0.03,
        "land_property": 0.004,
        "pollution_fee": 0.001,
    },
    "metal": {
        "royalty": 0.03,
        "profit_tax": 0.015,
        "vat_sales": 0.02,
        "social_contrib": 0.03,
        "infra_2pct": 0.02,
        "land_property": 0.003,
    },
    "plant": {"profit_tax": 0.02, "vat_sales": 0.05, "social_contrib": 0.03, "land_property": 0.004},
    "licence": {},
}

_GOLD_PRICE = dict(zip(YEARS, (1.0, 1.1, 1.12, 1.1, 1.25, 1.65, 1.75, 1.8, 2.05, 2.5, 3.2), strict=True))
_QUARTERLY = {"royalty", "infra_2pct"}
_LOCAL_RECEIVERS = {"infra_2pct": "republic", "land_property": "local_budget", "licence_retention": "local_budget"}
_ONE_OFF = {("F", 2021): ("bonus", 640e6), ("H", 2019): ("bonus", 58e6)}
_NOT_REPORTING = {("J", 2022), ("O", 2019), ("D", 2023)}
_QUARTER_ENDS = ("03-31", "06-30", "09-30", "12-31")
_NOTES = (
    "paid in December, recorded in January",
    "reported in USD and converted at another day's rate",
    "includes a penalty that the company books elsewhere",
)


def payments(rng: Random) -> Iterator[Flow]:
    """Every payment of every company, in KGS, by year and stream."""
    for company in COMPANIES:
        for year in range(company.first_year, company.last_year + 1):
            yield from _company_year(rng, company, year)


def _company_year(rng: Random, company: Company, year: int) -> Iterator[Flow]:
    turnover = turnover_kgs(rng, company, year)
    for stream, rate in _RATES[company.kind].items():
        if stream in _LOCAL_RECEIVERS:
            for district, share in company.districts.items():
                yield from _stream(rng, company, year, stream, turnover * share * rate, district)
        elif turnover > 0:
            yield from _stream(rng, company, year, stream, turnover * rate, None)
    yield from _licences(rng, company, year)
    if (company.letter, year) in _ONE_OFF:
        stream, amount = _ONE_OFF[company.letter, year]
        yield from _stream(rng, company, year, stream, amount, None)
    if company.letter == "A" and year >= 2022:
        yield from _stream(rng, company, year, "dividends", turnover * 0.06, None)


def turnover_kgs(rng: Random, company: Company, year: int) -> float:
    """Turnover of the year: base, price of the year, a year's own factor and some noise."""
    price = _GOLD_PRICE[year] if company.kind == "gold" else 1.06 ** (year - 2015)
    return company.turnover * 1e6 * price * company.factors.get(year, 1.0) * rng.uniform(0.88, 1.12)


def _licences(rng: Random, company: Company, year: int) -> Iterator[Flow]:
    if company.kind != "plant":
        output = company.factors.get(year, 1.0)
        for district, size in company.districts.items():
            amount = 1.1e6 * size * (1 + 0.05 * (year - 2015)) * rng.uniform(0.8, 1.3)
            yield from _stream(rng, company, year, "licence_retention", amount if output else 0.0, district)


def _stream(
    rng: Random, company: Company, year: int, stream: str, amount: float, district: str | None
) -> Iterator[Flow]:
    parts = [rng.uniform(0.19, 0.31) for _ in _QUARTER_ENDS] if stream in _QUARTERLY else [1.0]
    for number, part in enumerate(parts):
        start, end = _period(year, number if len(parts) > 1 else None)
        yield {
            "stage": "payment",
            "period_start": start,
            "period_end": end,
            "payer_code": company.code,
            "receiver_level": _LOCAL_RECEIVERS.get(stream, "republic"),
            "district_code": district,
            "stream_code": stream,
            **both_sides(rng, amount * part / sum(parts), silent=(company.letter, year) in _NOT_REPORTING),
        }


def _period(year: int, quarter: int | None) -> tuple[str, str]:
    if quarter is None:
        return f"{year}-01-01", f"{year}-12-31"
    return f"{year}-{3 * quarter + 1:02}-01", f"{year}-{_QUARTER_ENDS[quarter]}"


def both_sides(rng: Random, amount: float, *, silent: bool = False, one_sided: float = 0.07) -> Flow:
    """Company's and government's figure: mostly equal, some differ with or without a reason, some are missing."""
    government = round(amount / 100) * 100
    if silent or not government:
        return {"amount_company": None if silent else government, "amount_government": government}
    draw = rng.random()
    if draw < one_sided:
        missing = rng.choice(("amount_company", "amount_government"))
        return {"amount_company": government, "amount_government": government, missing: None}
    if draw > 0.86:
        company = round(government * (1 + rng.choice((-1, 1)) * rng.uniform(0.005, 0.14)) / 100) * 100
        note = rng.choice(_NOTES) if draw > 0.92 else None
        return {"amount_company": company, "amount_government": government, "discrepancy_note": note}
    return {"amount_company": government, "amount_government": government}
