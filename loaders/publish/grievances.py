"""The public tables of grievances: counts with some withheld, and waiting times where enough cases stand behind."""

from collections.abc import Iterator

import pandas as pd
from sqlalchemy import Table

from data_access import schema
from data_access.schema import COUNTRY_CODE
from loaders.publish.counts import DIVIDED, Counts, Unit

# Column of days in the cases, by what was waited for, and the question whose counts must be shown. Whether a median is
# there tells whether the limit was reached: where those counts are withheld that would narrow them.
WAITS = {
    "acknowledge": ("acknowledge_days", "acknowledged"),
    "resolve": ("resolve_days", "reopened"),
    "open": ("open_days", "state"),
}


def published_grievances(counts: Counts, withheld: set[Unit], limit: int) -> dict[Table, pd.DataFrame]:
    """All tables of grievances, without the source; ``withheld`` as from ``Suppression``."""
    shown = _shown(counts, withheld)
    return {
        schema.grievance_year: _by_area(shown, withheld),
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


def _by_area(shown: pd.DataFrame, withheld: set[Unit]) -> pd.DataFrame:
    areas = shown[shown["table"] == "area"]
    wide = areas.pivot(index=["kind", "code", "year"], columns="name", values="value").reset_index()
    is_withheld = [Unit("area", row.kind, row.code, row.year, "received") in withheld for row in wide.itertuples()]
    wide = wide.rename(columns={"kind": "area_level", "code": "area_code", "received": "received_count"})
    return wide.rename(columns={"open": "open_count", "closed": "closed_count"}).assign(is_withheld=is_withheld)


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
    rows = [
        (kind, code, wait, *_quantiles(cases[column], _told(cases, kind, code, question, withheld), limit))
        for kind, code, cases in _groups(counts.cases)
        for wait, (column, question) in WAITS.items()
        if kind != "district" or wait == "resolve"
    ]
    frame = pd.DataFrame(rows, columns=["kind", "code", "wait", "median_days", "p90_days"])
    return frame.astype({"median_days": float, "p90_days": float})


def _groups(cases: pd.DataFrame) -> Iterator[tuple[str, str, pd.DataFrame]]:
    yield "country", COUNTRY_CODE, cases
    for kind, column in {**DIVIDED, "district": "district_code"}.items():
        for code, group in cases.groupby(column):
            yield kind, code, group


def _told(cases: pd.DataFrame, kind: str, code: str, question: str, withheld: set[Unit]) -> pd.Series:
    """Which cases stand in counts that are shown. Of a district no count is published but those of each year."""
    if kind == "district":
        return cases["year"].map(lambda year: Unit("area", kind, code, year, "received") not in withheld)
    return pd.Series(Unit("outcome", kind, code, 0, question) not in withheld, cases.index)


def _quantiles(days: pd.Series, is_told: pd.Series, limit: int) -> tuple[float | None, float | None]:
    """Median and 90th percentile of the days; None where fewer of the told cases than the limit have any.

    That there is one must not tell how many cases stand behind a count that is withheld.
    """
    if days[is_told].notna().sum() < limit:
        return None, None
    return float(days.quantile(0.5)), float(days.quantile(0.9))
