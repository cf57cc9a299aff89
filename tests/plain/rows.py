"""The raw rows of the four subjects, and what the overview asks of them."""

from dataclasses import dataclass

import pandas as pd
from sqlalchemy import Engine, create_engine, text

from data_access.store.settings import CHECKOUT

BOUNDARIES = CHECKOUT / "loaders" / "bundled" / "districts.geojson"
FLOWS = "select district_code, fiscal_year as year, amount_kgs from flow where stage = 'transfer'"
READINGS = """
    select station.district_code, observation.sampled_on, observation.value_num, observation.indicator_code
    from observation join station using (station_id)
    where observation.qa_flag = 'ok' and observation.value_num is not null"""
LIMITS = "select indicator_code, max(max_value) as limit_value from threshold group by indicator_code"
INCIDENTS = "select district_code, starts_on, severity from incident where visibility = 'public'"
GRIEVANCES = "select district_code, received_on, current_status from grievance"
DISTRICTS = "select unit_code as district_code, slug, name_en from admin_unit where level = 'district'"
SITES = "select name_en, kind, status, status_year, district_code from site order by name_en"
RESIDENTS = "select unit_code as district_code, year, residents from population"


@dataclass(frozen=True)
class Rows:
    """A frame of raw rows for each subject; each has ``district_code`` and ``year``."""

    flows: pd.DataFrame
    readings: pd.DataFrame
    incidents: pd.DataFrame
    grievances: pd.DataFrame
    districts: pd.DataFrame
    sites: pd.DataFrame

    def of(self, district: str | None, years: tuple[int, int]) -> "Rows":
        """The rows of a district (a code) and of some years."""
        parts = (self.flows, self.readings, self.incidents, self.grievances)
        return Rows(*(_within_choice(part, district, years) for part in parts), self.districts, self.sites)


def read(private_url: str) -> Rows:
    """All rows of the private store."""
    engine = create_engine(private_url)
    readings = _within_dates(engine, READINGS, "sampled_on").merge(
        _frame(engine, LIMITS), how="left", on="indicator_code"
    )
    readings["exceeds"] = readings["value_num"] > readings["limit_value"]
    residents = _frame(engine, RESIDENTS).sort_values("year").groupby("district_code")["residents"].last()
    return Rows(
        _frame(engine, FLOWS),
        readings,
        _within_dates(engine, INCIDENTS, "starts_on"),
        _within_dates(engine, GRIEVANCES, "received_on"),
        _frame(engine, DISTRICTS).join(residents, on="district_code"),
        _frame(engine, SITES),
    )


def per_person(rows: Rows) -> pd.DataFrame:
    """Columns district_code, slug, name_en, value: KGS per person and year, highest first."""
    sums = rows.flows.groupby("district_code")["amount_kgs"].sum().rename("amount_kgs")
    frame = rows.districts.join(sums, on="district_code")
    years = max(rows.flows["year"].nunique(), 1)
    return frame.assign(value=frame["amount_kgs"] / frame["residents"] / years).sort_values("value", ascending=False)


def _frame(engine: Engine, statement: str) -> pd.DataFrame:
    return pd.read_sql(text(statement), engine)


def _within_dates(engine: Engine, statement: str, day: str) -> pd.DataFrame:
    frame = pd.read_sql(text(statement), engine, parse_dates=[day])
    return frame.assign(year=frame[day].dt.year)


def _within_choice(frame: pd.DataFrame, district: str | None, years: tuple[int, int]) -> pd.DataFrame:
    frame = frame[frame["year"].between(*years)]
    return frame[frame["district_code"] == district] if district else frame
