"""Invented annual figures of the example about people and land: nobody counted any of them."""

from collections.abc import Iterable, Iterator
from random import Random

from data_access.store.settings import CHECKOUT
from tools.bundled.files import read_rows
from tools.bundled.synthetic_companies import COMPANIES

CONDITION_COLUMNS = ["indicator_code", "district_code", "year", "value"]
COUNTRY_COLUMNS = ["indicator_code", "year", "value"]
CASE_COLUMNS = ["indicator_code", "district_code", "year", "cases", "residents"]

Row = dict[str, object]

_YEARS = range(2015, 2026)
#: In this oblast unemployment is known for the oblast alone; respiratory illness is not collected in the other.
_WHOLE_OBLAST, _NOT_COLLECTED = "41705", "41706"
#: Nobody reported anything about these places and years.
_SILENT = {("41704230", 2018), ("41704230", 2019), ("41703230", 2021), ("41707232", 2017)}
#: Hectares disturbed in a year per bn KGS of turnover.
_DISTURBANCE = 4.2


def conditions(rng: Random) -> Iterator[Row]:
    """Rows of conditions.csv by indicator, district and year."""
    yield from _unemployment(rng)
    yield from _local_jobs(rng)
    yield from _land(rng)
    yield from _hearings(rng)


def country_rows(rows: Iterable[Row]) -> Iterator[Row]:
    """Rows of country_conditions.csv: of unemployment a figure of the whole country, near the mean of its places."""
    values: dict[object, list[float]] = {}
    for row in rows:
        if row["indicator_code"] == "unemp":
            values.setdefault(row["year"], []).append(float(str(row["value"])))
    for year, values_of_year in sorted(values.items()):
        yield dict(
            zip(COUNTRY_COLUMNS, ("unemp", year, round(sum(values_of_year) / len(values_of_year), 1)), strict=True)
        )


def case_rows(rng: Random) -> Iterator[Row]:
    """Rows of case_statistics.csv: in small towns so few cases that they must be withheld."""
    for row in _places():
        residents = int(row["population"])
        level = rng.uniform(0.6, 4.5) * (1.5 if row["district_code"] in _hosts() else 1)
        for year in _years_of(row["district_code"]):
            cases = round(rng.gauss(1, 0.14) * level * residents / 10_000)
            code = row["district_code"]
            if not code.startswith(_NOT_COLLECTED):
                yield dict(zip(CASE_COLUMNS, ("health_resp", code, year, max(cases, 0), residents), strict=True))


def _places() -> list[dict[str, str]]:
    return read_rows(CHECKOUT / "loaders" / "bundled" / "districts.csv")


def _hosts() -> dict[str, float]:
    """Turnover of the invented companies by district, bn KGS."""
    turnovers: dict[str, float] = {}
    for company in COMPANIES:
        for code, share in company.districts.items():
            if company.turnover:
                turnovers[code] = turnovers.get(code, 0) + company.turnover * share / 1000
    return dict(sorted(turnovers.items()))


def _years_of(code: str) -> list[int]:
    return [year for year in _YEARS if (code, year) not in _SILENT]


def _row(indicator: str, code: str, year: int, value: float) -> Row:
    return dict(zip(CONDITION_COLUMNS, (indicator, code, year, value), strict=True))


def _unemployment(rng: Random) -> Iterator[Row]:
    for row in [*_places(), {"district_code": _WHOLE_OBLAST}]:
        code = row["district_code"]
        level, slope = rng.uniform(3.5, 11), rng.uniform(-0.25, 0.1)
        if code != _WHOLE_OBLAST and code.startswith(_WHOLE_OBLAST):
            continue
        for year in _years_of(code):
            crisis = 1.5 if year in (2020, 2021) else 0
            value = level + slope * (year - 2015) + crisis + rng.gauss(0, 0.35)
            yield _row("unemp", code, year, round(max(value, 0.5), 1))


def _local_jobs(rng: Random) -> Iterator[Row]:
    """Only where the invented mines are."""
    for code in _hosts():
        level, slope = rng.uniform(38, 74), rng.uniform(0.2, 2.6)
        for year in _years_of(code):
            if year >= (2021 if code == "41707232" else 2017):
                value = level + slope * (year - 2017) + rng.gauss(0, 1.6)
                yield _row("jobs_local_share", code, year, round(min(value, 97), 1))


def _land(rng: Random) -> Iterator[Row]:
    """Hectares of each year; in most years nothing is rehabilitated."""
    for code, turnover in _hosts().items():
        for year in _years_of(code):
            hectares = rng.uniform(0.5, 14) if rng.random() < 0.45 else 0
            yield _row("rehab_ha", code, year, round(hectares, 1))
            yield _row("disturbed_ha", code, year, round(_DISTURBANCE * turnover * rng.uniform(0.5, 1.4), 1))


def _hearings(rng: Random) -> Iterator[Row]:
    for code in _hosts():
        usual = rng.choice((0, 1, 1, 2, 3))
        for year in _years_of(code):
            yield _row("hearings", code, year, max(0, usual + rng.choice((-1, 0, 0, 1, 2))))
