"""What is known at all: which subject has figures for how many districts, year by year."""

import pandas as pd
from sqlalchemy import ColumnElement, distinct, func, select

from data_access.answers import incidents, indicators, places, sources
from data_access.store.database import Snapshot
from data_access.vocabulary import schema
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.stages import STAGES

flow, reading, statistic = schema.revenue.c, schema.reading.c, schema.statistic.c
case = schema.grievance_year.c


def by_year(snapshot: Snapshot, _selection: Selection) -> Answer:
    """Columns subject, code, year, districts (with a figure, shown or withheld), total (all districts).

    The subject ``revenue`` has a code per stage, ``monitoring`` one for readings and one per annual statistic. A year
    in which no district has a figure has no row. Where a list of incidents claims to be complete, silence is a figure.
    """
    total = len(places.districts(snapshot))
    parts = [
        _stages(snapshot),
        _readings(snapshot),
        _statistics(snapshot),
        _incident_counts(snapshot, total),
        _district_counts(
            snapshot, "grievances", "grievances", case.year, case.area_code, case.area_level == "district"
        ),
    ]
    frame = pd.concat(parts, ignore_index=True).astype({"year": int, "districts": int}).assign(total=total)
    known_years = (int(frame["year"].min()), int(frame["year"].max())) if len(frame) else None
    origins = tuple(source for source in sources.all_of(snapshot) if source.dataset != "reference")
    return Answer(frame, known_years, known_years, origins)


def _stages(snapshot: Snapshot) -> pd.DataFrame:
    year, districts = flow.fiscal_year.label("year"), func.count(distinct(flow.district_code)).label("districts")
    query = select(flow.stage.label("code"), year, districts).where(flow.district_code.is_not(None))
    frame = snapshot.frame(query.group_by(flow.stage, flow.fiscal_year)).assign(subject="revenue")
    return frame.sort_values("code", key=lambda codes: codes.map(STAGES.index))


def _readings(snapshot: Snapshot) -> pd.DataFrame:
    """Of what limits are set for: glaciers were measured long before, in few places."""
    year, of_limits = func.extract("year", reading.month), reading.indicator_code.in_(indicators.codes_of(snapshot))
    return _district_counts(snapshot, "monitoring", "readings", year, reading.district_code, of_limits)


def _district_counts(
    snapshot: Snapshot,
    subject: str,
    code: str,
    year: ColumnElement[int],
    district: ColumnElement[str],
    *condition: ColumnElement[bool],
) -> pd.DataFrame:
    query = (
        select(year.label("year"), func.count(distinct(district)).label("districts")).where(*condition).group_by(year)
    )
    return snapshot.frame(query).assign(subject=subject, code=code)


def _statistics(snapshot: Snapshot) -> pd.DataFrame:
    """Each annual statistic by itself: one is known for other years than the next."""
    code, districts = statistic.indicator_code.label("code"), func.count(distinct(statistic.district_code))
    query = select(code, statistic.year, districts.label("districts")).group_by(code, statistic.year)
    return snapshot.frame(query.order_by(code, statistic.year)).assign(subject="monitoring")


def _incident_counts(snapshot: Snapshot, total: int) -> pd.DataFrame:
    """Districts with an incident; all of them in the years over which a list claims to be complete."""
    incident = schema.incident.c
    year = func.extract("year", incident.starts_on)
    counts = _district_counts(
        snapshot, "incidents", "incidents", year, incident.district_code, incident.district_code.is_not(None)
    )
    whole_years = pd.DataFrame({"year": sorted(incidents.covered_years(snapshot)), "districts": total})
    whole = whole_years.assign(subject="incidents", code="incidents")
    return pd.concat([counts[~counts["year"].isin(whole_years["year"])], whole]).sort_values("year")
