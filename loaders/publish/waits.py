"""How long people wait, by full year: medians where enough cases stand behind, of closed years as they were published.

A quantile is shown only where at least the limit of cases lies beyond it on either side, in whole days: it is then the
days of nobody in particular. Whether there is one tells how many cases there are at least, so the counts that tell
this must be shown.
"""

from collections.abc import Iterator, Mapping

import pandas as pd

from data_access.vocabulary.soate import COUNTRY_CODE
from loaders.publish.cases import days_until, open_at, open_spells
from loaders.publish.cells import DIVISION_COLUMNS
from loaders.publish.counts import Counts, Unit, Values

# What is waited for, and the question whose counts must be shown.
WAITS = {"acknowledge": "acknowledged", "resolve": "reopened", "open": None}
# Least numbers of cases for a median and for the days within which nine of ten were done, in limits.
LEAST = {0.5: 2, 0.9: 10}
# Stands for a quantile that is not shown.
NO_WAIT = -1
Kind = tuple[str, int, str]
COLUMNS = ["kind", "code", "year", "wait", "median_days", "p90_days"]


def waits_of(
    steps: pd.DataFrame,
    counts: Counts,
    shown_waits: Mapping[Unit, Values],
    closed_waits: Mapping[Unit, Values],
    limit: int,
) -> dict[Unit, Values]:
    """Median and 90th percentile of the days of each wait, group and full year, ``NO_WAIT`` where there is none.

    ``shown_waits`` are the values of the counts that are shown, ``closed_waits`` the units that were published.
    """
    days_by_unit: dict[Unit, Values] = {}
    numbers: dict[Unit, int] = {}
    years = {*counts.years} - {unit.year for unit in closed_waits if unit.table == "area"}
    for wait, cases in _days(steps, counts).items():
        for kind, code, year, days in _groups(cases, wait):
            unit = Unit("wait", kind, code, year, wait)
            if year in years:
                numbers[unit] = len(days)
                days_by_unit[unit] = (
                    _quantiles(days, limit) if _is_told(unit, shown_waits, limit) else (NO_WAIT, NO_WAIT)
                )
    telling_units = _telling_units(days_by_unit, numbers, limit)
    days_by_unit = {unit: (NO_WAIT, NO_WAIT) if unit in telling_units else days for unit, days in days_by_unit.items()}
    return days_by_unit | {unit: values for unit, values in closed_waits.items() if unit.table == "wait"}


def published_waits(days_by_unit: Mapping[Unit, Values]) -> pd.DataFrame:
    """Rows of the public table of waiting times, without the source."""
    rows = [(unit.kind, unit.code, unit.year, unit.what, *values) for unit, values in days_by_unit.items()]
    frame = pd.DataFrame(rows, columns=COLUMNS)
    shown_days = {name: frame[name].astype("Int64").mask(frame[name] == NO_WAIT) for name in COLUMNS[-2:]}
    return frame.assign(**shown_days)


def _days(steps: pd.DataFrame, counts: Counts) -> dict[str, pd.DataFrame]:
    """Per wait its cases with their days, and the year in which it ended or at whose end it lasted."""
    open_periods, ends = open_spells(steps), {year: pd.Timestamp(year, 12, 31) for year in counts.years}
    if not ends:
        return {}
    still_open = [open_at(open_periods, end).assign(year=year) for year, end in ends.items()]
    return {**days_until(steps, max(ends.values())), "open": pd.concat(still_open)}


def _groups(cases: pd.DataFrame, wait: str) -> Iterator[tuple[str, str, int, pd.Series]]:
    """Kind, code and year of each group, and its days."""
    columns = DIVISION_COLUMNS | ({"district": "district_code"} if wait == "resolve" else {})
    of_country = cases.assign(country_code=COUNTRY_CODE)
    for kind, column in {"country": "country_code", **columns}.items():
        for (code, year), group in of_country.groupby([column, "year"]):
            yield kind, str(code), int(str(year)), group["days"]


def _is_told(unit: Unit, shown_waits: Mapping[Unit, Values], limit: int) -> bool:
    """Whether what is shown already tells that there are as many cases as a median needs."""
    area = unit.kind in ("country", "district")
    receipts_unit = Unit("area" if area else "part", unit.kind, unit.code, unit.year, "received")
    if shown_waits.get(receipts_unit, (0,))[0] < LEAST[0.5] * limit:
        return False
    question = None if unit.kind == "district" else WAITS[unit.what]
    return question is None or Unit("outcome", unit.kind, unit.code, unit.year, question) in shown_waits


def _telling_units(days_by_unit: Mapping[Unit, Values], numbers: Mapping[Unit, int], limit: int) -> set[Unit]:
    """Groups of a kind whose quantiles say together that hardly any case is in the others, where there is one."""
    least: dict[Kind, int] = {}
    inside: dict[Kind, int] = {}
    for unit, days in days_by_unit.items():
        least_cases = max(
            (many * limit for many, day in zip(LEAST.values(), days, strict=True) if day != NO_WAIT), default=0
        )
        key = (unit.kind, unit.year, unit.what)
        least[key] = least.get(key, 0) + least_cases
        inside[key] = inside.get(key, 0) + (numbers[unit] if least_cases else 0)
    whole = {(unit.year, unit.what): number for unit, number in numbers.items() if unit.kind == "country"}
    telling_keys = {key for key in least if whole[key[1:]] > inside[key] and whole[key[1:]] - least[key] < limit}
    return {
        unit for unit in days_by_unit if unit.kind != "country" and (unit.kind, unit.year, unit.what) in telling_keys
    }


def _quantiles(days: pd.Series, limit: int) -> Values:
    return tuple(
        round(days.quantile(share)) if len(days) >= least * limit else NO_WAIT for share, least in LEAST.items()
    )
