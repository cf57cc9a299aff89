"""Grievance counts with small cells withheld: the four public tables.

Two rounds of hiding run over the tree country, oblast, district: one over the cases received,
one over their split into open and closed, which is small far more often. A row whose split
alone is withheld keeps its received count. The other tables divide the country's shown totals
and follow the same rule, so that no two of the tables give away together what one withholds.
"""

from collections.abc import Mapping

import pandas as pd

from data_access.schema import COUNTRY_CODE
from loaders.publish.cases import CLOSED, turns
from loaders.publish.hiding import is_safe, withheld_nodes, withheld_parts

LEVELS = {3: "country", 5: "oblast", 8: "district"}


def by_area(cases: pd.DataFrame, limit: int) -> pd.DataFrame:
    """Rows of ``grievance_year`` without the source: every year times every area that ever had a case.

    The open cases of all years add up to those open at the end of the last quarter, which
    ``grievance_quarter`` shows; so the years' splits are parts of a shown total themselves.
    """
    parents = _tree(cases["district_code"].unique())
    by_year = dict(list(cases.groupby("year")))
    unsplit = withheld_parts({year: _split(rows) for year, rows in by_year.items()}, limit)
    return pd.concat(
        [_one_year(rows, parents, limit, unsplit={COUNTRY_CODE} if year in unsplit else set()).assign(year=year)
         for year, rows in by_year.items()]
    )  # fmt: skip


def by_status(cases: pd.DataFrame, areas: pd.DataFrame, limit: int) -> pd.DataFrame:
    """Rows of ``grievance_status_year``.

    Open and closed cases are totals of their own, divided into statuses; where that split of the
    country is withheld, so are the statuses, from which it could be added up.
    """
    return _divided(cases, "status", areas, limit, _withheld_statuses)


def by_issue(cases: pd.DataFrame, areas: pd.DataFrame, limit: int) -> pd.DataFrame:
    """Rows of ``grievance_issue_year``."""
    return _divided(cases, "issue_code", areas, limit, lambda parts, _country, limit: withheld_parts(parts, limit))


def by_quarter(steps: pd.DataFrame, end: pd.Timestamp, areas: pd.DataFrame, limit: int) -> pd.DataFrame:
    """Rows of ``grievance_quarter``. The quarters of a year add up to the cases received in it."""
    quarters = turns(steps, end)
    unsafe = _unsafe_quarters(quarters, limit)
    withheld = pd.Series(False, index=quarters.index)
    for year, received in quarters.groupby(quarters.index.year)["received_count"]:
        parts = {quarter: (count,) for quarter, count in received.items()}
        hidden = withheld_parts(parts, limit, unsafe & set(parts))
        withheld[received.index] = _is_country_withheld(areas, year) | received.index.isin(hidden)
    shown = quarters.astype("Int64").mask(withheld)
    return shown.assign(quarter=quarters.index.start_time, is_withheld=withheld).reset_index(drop=True)


def _unsafe_quarters(quarters: pd.DataFrame, limit: int) -> set[pd.Period]:
    """Quarters with a count that is unsafe in itself or next to its neighbour.

    Open cases of two neighbouring quarters differ by those received and closed in the later one:
    from a shown quarter the open count of the one before could be calculated.
    """
    unsafe = ~quarters.apply(lambda row: is_safe(tuple(row), limit), axis=1)
    open_unsafe = ~quarters["open_count"].map(lambda count: is_safe((count,), limit))
    return set(quarters.index[unsafe | open_unsafe.shift(fill_value=False)])


def _split(cases: pd.DataFrame) -> tuple[int, int]:
    """Open and closed cases."""
    return int(cases["is_open"].sum()), int((~cases["is_open"]).sum())


def _tree(districts) -> dict[str, str | None]:
    """Parent of every area by SOATE code: a district's first five digits are its oblast's."""
    oblasts = {code[:5] for code in districts}
    return {
        COUNTRY_CODE: None,
        **dict.fromkeys(sorted(oblasts), COUNTRY_CODE),
        **{code: code[:5] for code in sorted(districts)},
    }


def _one_year(cases: pd.DataFrame, parents: Mapping, limit: int, unsplit: set[str]) -> pd.DataFrame:
    inside = {area: cases[cases["district_code"].str.startswith(area)] for area in parents}
    splits = {area: _split(rows) for area, rows in inside.items()}
    withheld = withheld_nodes({area: (sum(split),) for area, split in splits.items()}, parents, limit)
    unsplit = withheld_nodes(splits, parents, limit, withheld | unsplit)
    return pd.DataFrame(
        {
            "area_code": area,
            "area_level": LEVELS[len(area)],
            "is_withheld": area in withheld,
            "received_count": None if area in withheld else sum(splits[area]),
            "open_count": None if area in unsplit else splits[area][0],
            "closed_count": None if area in unsplit else splits[area][1],
            "resolve_days_median": None if area in withheld else _median(inside[area]["resolve_days"], limit),
        }
        for area in parents
    )


def _median(days: pd.Series, limit: int) -> float | None:
    return float(days.median()) if days.count() >= limit else None


def _divided(cases: pd.DataFrame, column: str, areas: pd.DataFrame, limit: int, rule) -> pd.DataFrame:
    """Every year times every value of a column; ``rule`` tells which parts of a shown year are withheld."""
    counts = pd.crosstab(cases["year"], cases[column])
    return pd.concat([_one_division(row, _country(areas, year), limit, rule) for year, row in counts.iterrows()])


def _one_division(counts: pd.Series, country: pd.Series, limit: int, rule) -> pd.DataFrame:
    parts = {value: (int(count),) for value, count in counts.items()}
    hidden = set(parts) if country["is_withheld"] else rule(parts, country, limit)
    rows = counts.rename("grievance_count").rename_axis(counts.index.name).reset_index()
    withheld = rows[counts.index.name].isin(hidden)
    shown = rows["grievance_count"].astype("Int64").mask(withheld)
    return rows.assign(year=counts.name, is_withheld=withheld, grievance_count=shown)


def _withheld_statuses(parts: Mapping, country: pd.Series, limit: int) -> set[str]:
    if pd.isna(country["open_count"]):
        return set(parts)
    closed = {status: count for status, count in parts.items() if status in CLOSED}
    still_open = {status: count for status, count in parts.items() if status not in CLOSED}
    return withheld_parts(closed, limit) | withheld_parts(still_open, limit)


def _country(areas: pd.DataFrame, year: int) -> pd.Series:
    return areas[(areas["area_code"] == COUNTRY_CODE) & (areas["year"] == year)].iloc[0]


def _is_country_withheld(areas: pd.DataFrame, year: int) -> bool:
    """A year without any case has no row: its quarters are zeros and safe."""
    of_year = areas[(areas["area_code"] == COUNTRY_CODE) & (areas["year"] == year)]
    return bool(of_year["is_withheld"].any())
