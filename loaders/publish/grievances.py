"""The public tables of grievances: counts with some withheld, and waiting times where enough cases stand behind."""

from collections.abc import Iterator

import pandas as pd
from sqlalchemy import Table

from data_access import schema
from data_access.schema import COUNTRY_CODE
from loaders.publish.counts import DIVIDED, LEVELS, Counts, Unit
from loaders.publish.suppression import Suppression

# Column of days in the cases, by what was waited for, and the unit of counts beneath.
WAITS = {
    "acknowledge": ("acknowledge_days", "acknowledged"),
    "resolve": ("resolve_days", "received"),
    "open": ("open_days", "state"),
}


def published_grievances(counts: Counts, limit: int) -> dict[Table, pd.DataFrame]:
    """All tables of grievances, without the source."""
    withheld = Suppression(counts, limit).withheld()
    shown = _shown(counts, withheld)
    return {
        schema.grievance_year: _by_area(counts, shown, withheld, limit),
        schema.grievance_part_year: _by_part(shown),
        schema.grievance_outcome: _by_outcome(shown),
        schema.grievance_wait: _waits(counts, withheld, limit),
        schema.grievance_quarter: _by_quarter(shown),
    }


def _shown(counts: Counts, withheld: set[Unit]) -> pd.DataFrame:
    """All figures: the unit's fields, name, is_withheld, and value, empty where withheld."""
    rows = [
        (*vars(figure.unit).values(), figure.name, figure.unit in withheld, figure.value) for figure in counts.figures
    ]
    frame = pd.DataFrame(rows, columns=["table", "kind", "code", "year", "what", "name", "is_withheld", "value"])
    return frame.assign(value=frame["value"].astype("Int64").mask(frame["is_withheld"]))


def _by_area(counts: Counts, shown: pd.DataFrame, withheld: set[Unit], limit: int) -> pd.DataFrame:
    areas = shown[shown["table"] == "area"]
    wide = areas.pivot(index=["kind", "code", "year"], columns="name", values="value").reset_index()
    is_withheld = [Unit("area", row.kind, row.code, row.year, "received") in withheld for row in wide.itertuples()]
    medians = {
        key: _quantile(days, 0.5, limit)
        for digits in LEVELS
        for key, days in counts.cases.groupby([counts.cases["district_code"].str[:digits], "year"])["resolve_days"]
    }
    resolved = [medians.get(key) for key in zip(wide["code"], wide["year"], strict=True)]
    wide = wide.rename(columns={"kind": "area_level", "code": "area_code", "received": "received_count"})
    wide = wide.rename(columns={"open": "open_count", "closed": "closed_count"})
    return wide.assign(
        is_withheld=is_withheld, resolve_days_median=pd.Series(resolved, dtype=float).mask(pd.Series(is_withheld))
    )


def _by_part(shown: pd.DataFrame) -> pd.DataFrame:
    parts = shown[shown["table"] == "part"].rename(columns={"value": "grievance_count"})
    return parts[["kind", "code", "year", "is_withheld", "grievance_count"]]


def _by_outcome(shown: pd.DataFrame) -> pd.DataFrame:
    named = {"what": "question", "name": "answer", "value": "grievance_count"}
    outcomes = shown[shown["table"] == "outcome"].rename(columns=named)
    return outcomes[["kind", "code", "question", "answer", "is_withheld", "grievance_count"]]


def _by_quarter(shown: pd.DataFrame) -> pd.DataFrame:
    quarters = shown[shown["table"] == "quarter"]
    wide = quarters.pivot(index="code", columns="name", values="value")
    is_withheld = quarters[quarters["name"] == "received"].set_index("code")["is_withheld"]
    return wide.rename(columns=lambda name: f"{name}_count").assign(
        is_withheld=is_withheld, quarter=pd.PeriodIndex(wide.index, freq="Q").start_time
    )


def _waits(counts: Counts, withheld: set[Unit], limit: int) -> pd.DataFrame:
    rows = []
    for kind, code, cases in _groups(counts.cases):
        for wait, (column, question) in WAITS.items():
            is_withheld = withheld.issuperset(_beneath(counts, kind, code, question))
            shares = (None if is_withheld else _quantile(cases[column], share, limit) for share in (0.5, 0.9))
            rows.append((kind, code, wait, *shares))
    frame = pd.DataFrame(rows, columns=["kind", "code", "wait", "median_days", "p90_days"])
    return frame.astype({"median_days": float, "p90_days": float})


def _groups(cases: pd.DataFrame) -> Iterator[tuple[str, str, pd.DataFrame]]:
    yield "country", COUNTRY_CODE, cases
    for kind, column in {**DIVIDED, "district": "district_code"}.items():
        for code, group in cases.groupby(column):
            yield kind, code, group


def _beneath(counts: Counts, kind: str, code: str, question: str) -> list[Unit]:
    """The units that count the cases of a waiting time: without any of them, it is withheld too.

    Of a district no count is published for all years together, only for each.
    """
    if kind == "district":
        what = "state" if question == "state" else "received"
        return [Unit("area", kind, code, year, what) for year in counts.years]
    return [Unit("outcome", kind, code, 0, question)]


def _quantile(days: pd.Series, share: float, limit: int) -> float | None:
    """A quantile of the days, or None where fewer cases than the limit have any."""
    known = days.dropna()
    return float(known.quantile(share)) if len(known) >= limit else None
