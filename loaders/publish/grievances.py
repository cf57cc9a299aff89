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
    """Rows of ``grievance_year`` without the source: every year times every area that ever had a case."""
    parents = _tree(cases["district_code"].unique())
    return pd.concat([_one_year(year, cases[cases["year"] == year], parents, limit) for year in _years(cases)])


def by_status(cases: pd.DataFrame, areas: pd.DataFrame, limit: int) -> pd.DataFrame:
    """Rows of ``grievance_status_year``. Where open and closed are shown, each is a total of its own."""
    return _divided(cases, "status", areas, limit, _withheld_statuses)


def by_issue(cases: pd.DataFrame, areas: pd.DataFrame, limit: int) -> pd.DataFrame:
    """Rows of ``grievance_issue_year``."""
    return _divided(cases, "issue_code", areas, limit, lambda parts, _country, limit: withheld_parts(parts, limit))


def by_quarter(steps: pd.DataFrame, end: pd.Timestamp, areas: pd.DataFrame, limit: int) -> pd.DataFrame:
    """Rows of ``grievance_quarter``.

    The quarters of a year add up to the cases received in it. Open cases of two neighbouring
    quarters differ by those received and closed in the later one: where a quarter's open count
    is unsafe, the next quarter is withheld too, lest it be calculated from there.
    """
    quarters = turns(steps, end)
    open_unsafe = ~quarters["open_count"].map(lambda count: is_safe((count,), limit))
    unsafe = ~quarters.apply(lambda row: is_safe(tuple(row), limit), axis=1) | open_unsafe.shift(fill_value=False)
    withheld = pd.Series(False, index=quarters.index)
    for year, rows in quarters.groupby(quarters.index.year):
        parts = {str(quarter): (count,) for quarter, count in rows["received_count"].items()}
        hidden = withheld_parts(parts, limit, {str(quarter) for quarter in rows.index[unsafe[rows.index]]})
        withheld[rows.index] = _is_country_withheld(areas, year) | rows.index.astype(str).isin(hidden)
    shown = quarters.astype("Int64").mask(withheld)
    return shown.assign(quarter=quarters.index.start_time, is_withheld=withheld).reset_index(drop=True)


def _years(cases: pd.DataFrame) -> list[int]:
    return sorted(cases["year"].unique())


def _tree(districts) -> dict[str, str | None]:
    """Parent of every area by SOATE code: a district's first five digits are its oblast's."""
    oblasts = {code[:5] for code in districts}
    return {
        COUNTRY_CODE: None,
        **dict.fromkeys(sorted(oblasts), COUNTRY_CODE),
        **{code: code[:5] for code in sorted(districts)},
    }


def _one_year(year: int, cases: pd.DataFrame, parents: Mapping[str, str | None], limit: int) -> pd.DataFrame:
    inside = {area: cases[cases["district_code"].str.startswith(area)] for area in parents}
    splits = {area: (int(rows["is_open"].sum()), int((~rows["is_open"]).sum())) for area, rows in inside.items()}
    withheld = withheld_nodes({area: (sum(split),) for area, split in splits.items()}, parents, limit)
    unsplit = withheld_nodes(splits, parents, limit, withheld)
    return pd.DataFrame(
        {
            "year": year,
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
    values = sorted(cases[column].unique())
    found = []
    for year in _years(cases):
        counts = cases.loc[cases["year"] == year, column].value_counts()
        parts = {value: (int(counts.get(value, 0)),) for value in values}
        country = _country(areas, year)
        hidden = set(parts) if country["is_withheld"] else rule(parts, country, limit)
        found += [
            {"year": year, column: value, "is_withheld": value in hidden,
             "grievance_count": None if value in hidden else parts[value][0]}
            for value in values
        ]  # fmt: skip
    return pd.DataFrame(found)


def _withheld_statuses(parts: Mapping, country: pd.Series, limit: int) -> set[str]:
    if pd.isna(country["open_count"]):
        return withheld_parts(parts, limit)
    closed = {status: count for status, count in parts.items() if status in CLOSED}
    still_open = {status: count for status, count in parts.items() if status not in CLOSED}
    return withheld_parts(closed, limit) | withheld_parts(still_open, limit)


def _country(areas: pd.DataFrame, year: int) -> pd.Series:
    return areas[(areas["area_code"] == COUNTRY_CODE) & (areas["year"] == year)].iloc[0]


def _is_country_withheld(areas: pd.DataFrame, year: int) -> bool:
    """A year without any case has no row: its quarters are zeros and safe."""
    of_year = areas[(areas["area_code"] == COUNTRY_CODE) & (areas["year"] == year)]
    return bool(of_year["is_withheld"].any())
