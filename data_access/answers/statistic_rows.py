"""The rows of an annual statistic: of districts, or of oblasts where only these are known."""

import pandas as pd
from sqlalchemy import select

from data_access.answers import filters, places
from data_access.store.database import Snapshot, per_version
from data_access.vocabulary import schema
from data_access.vocabulary.states import VALUE, WITHHELD, ZERO

statistic, oblast = schema.statistic.c, schema.oblast_statistic.c
OF_DISTRICTS, OF_OBLASTS = "district", "oblast"


def of_districts(snapshot: Snapshot, code: str) -> pd.DataFrame:
    """All rows of an indicator that are of districts: district_code, year, value, state (value, zero or withheld)."""
    rows: pd.DataFrame = _parts(snapshot, code)[0]
    return rows


def of_oblasts(snapshot: Snapshot, code: str) -> pd.DataFrame:
    """All rows of an indicator that are of oblasts: oblast_code, year, value, state."""
    rows: pd.DataFrame = _parts(snapshot, code)[1]
    return rows


@per_version
def _parts(snapshot: Snapshot, code: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The rows of districts, and those of oblasts: among these, cities that are both, where all others are oblasts."""
    own = snapshot.frame(
        select(statistic.district_code, statistic.year, statistic.value).where(statistic.indicator_code == code)
    )
    wider = snapshot.frame(select(oblast.oblast_code, oblast.year, oblast.value).where(oblast.indicator_code == code))
    are_cities = own["district_code"].isin(_cities(snapshot))
    if len(wider) and are_cities.all():
        of_cities = own.assign(oblast_code=own["district_code"].map(_cities(snapshot))).drop(columns="district_code")
        own, wider = own.head(0), pd.concat([wider, of_cities]).drop_duplicates(["oblast_code", "year"])
    return _with_states(own.sort_values("year", kind="stable")), _with_states(wider.sort_values("year", kind="stable"))


@per_version
def _cities(snapshot: Snapshot) -> dict[str, str]:
    """The code as an oblast of each city that is a district, too."""
    rows = places.districts(snapshot)
    rows = rows[rows["unit_type"] == "city_republican"]
    return dict(zip(rows["district_code"], rows["oblast_code"], strict=True))


def _with_states(rows: pd.DataFrame) -> pd.DataFrame:
    frame = rows.astype({"value": float})
    return frame.assign(state=[WITHHELD if value != value else VALUE if value else ZERO for value in frame["value"]])


@per_version
def of_country(snapshot: Snapshot, code: str) -> pd.Series:
    """What is published of the country as a whole, by year; no sum or mean of its places."""
    columns = schema.national_statistic.c
    rows = snapshot.frame(
        select(columns.year, columns.value).where(columns.indicator_code == code).order_by(columns.year)
    )
    return rows.set_index("year")["value"].astype(float)


def level(snapshot: Snapshot, code: str) -> str:
    """What a statistic is shown of: districts, or oblasts where no district has any."""
    own, wider = _parts(snapshot, code)
    return OF_OBLASTS if own.empty and len(wider) else OF_DISTRICTS


def of_level(snapshot: Snapshot, code: str) -> pd.DataFrame:
    """The rows of what a statistic is shown of."""
    rows: pd.DataFrame = (of_oblasts if level(snapshot, code) == OF_OBLASTS else of_districts)(snapshot, code)
    return rows


def known_years(snapshot: Snapshot, code: str) -> tuple[int, int] | None:
    """First and last year with a figure of any district, or of any oblast where no district has one."""
    years = of_level(snapshot, code)["year"]
    return None if years.empty else (int(years.min()), int(years.max()))


def known_of_all(snapshot: Snapshot, level: str) -> tuple[int, int] | None:
    """First and last year with a figure of any statistic: of districts, or of oblasts."""
    span: tuple[int, int] | None = filters.known_years(snapshot, (oblast if level == OF_OBLASTS else statistic).year)
    return span
