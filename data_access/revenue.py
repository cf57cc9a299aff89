"""Answers about revenue flows. Stages are never summed together: every answer is of one stage."""

from collections.abc import Callable

import pandas as pd
from sqlalchemy import Column, ColumnElement, and_, case, distinct, func, select

from dashboard.answer import Answer, Unplaced
from dashboard.selection import Selection
from data_access import filters, places, schema, sources
from data_access.database import Snapshot

DEFAULT_STAGE = "transfer"
SPENDING_STAGE = "spending"
flow = schema.revenue.c


def total_by_district(snapshot: Snapshot, selection: Selection) -> Answer:
    """KGS per district over the chosen years, net of refunds (frame: ``places.by_district``)."""
    return _by_district(snapshot, selection, lambda sums: sums["amount_kgs"])


def per_person_by_district(snapshot: Snapshot, selection: Selection) -> Answer:
    """KGS per resident and year: a mean over the years for which the district has rows.

    The population is the one known for the district, whatever its year (``population_year`` in the frame).
    """
    people = places.districts(snapshot).set_index("district_code")["population"]
    return _by_district(snapshot, selection, lambda sums: sums["amount_kgs"] / sums["year_count"] / people)


def by_year(snapshot: Snapshot, selection: Selection) -> Answer:
    """Columns fiscal_year, code (stream), value (KGS), of the chosen district or of all flows of the stage."""
    return _by_year(snapshot, selection, selection.stage or DEFAULT_STAGE, flow.stream_code)


def spending_by_purpose(snapshot: Snapshot, selection: Selection) -> Answer:
    """Columns fiscal_year, code (purpose), value (KGS), of the stage ``spending``."""
    return _by_year(snapshot, selection, SPENDING_STAGE, flow.purpose_code)


def reported_nationally(snapshot: Snapshot, _selection: Selection) -> Answer:
    """Columns fiscal_year, amount_government_usd, amount_company_usd: national totals of the EITI reports."""
    table = schema.national_revenue
    known = filters.known_years(snapshot, table.c.fiscal_year)
    columns = (table.c.fiscal_year, table.c.amount_government_usd, table.c.amount_company_usd)
    frame = snapshot.frame(select(*columns).order_by(table.c.fiscal_year))
    return Answer(frame, known, known, sources.used(snapshot, table))


def _by_district(snapshot: Snapshot, selection: Selection, value: Callable[[pd.DataFrame], pd.Series]) -> Answer:
    of_stage = ((flow.stage, selection.stage or DEFAULT_STAGE),)
    known = filters.known_years(snapshot, flow.fiscal_year, of_stage)
    years = filters.chosen_years(selection, known)
    in_question = and_(filters.equal(of_stage), filters.within(years or (0, 0), flow.fiscal_year))
    sums = _sums(snapshot, in_question)
    rest = sums[sums["district_code"].isna()]
    frame = places.by_district(
        snapshot,
        value(sums.dropna(subset="district_code").set_index("district_code")).dropna().to_dict(),
        collected=filters.distinct(snapshot, flow.district_code, of_stage),
        oblasts_known=set(rest["oblast_code"].dropna()),
    )
    unplaced = Unplaced(int(rest["flow_count"].sum()), float(rest["amount_kgs"].sum()))
    return Answer(frame, years, known, sources.used(snapshot, schema.revenue, of_stage), unplaced)


def _sums(snapshot: Snapshot, in_question: ColumnElement[bool]) -> pd.DataFrame:
    """Columns district_code, oblast_code (of rows without a district), amount_kgs, flow_count, year_count."""
    oblast = case((flow.district_code.is_(None), flow.oblast_code)).label("oblast_code")
    query = (
        select(
            flow.district_code,
            oblast,
            func.sum(flow.amount_kgs).label("amount_kgs"),
            func.sum(flow.flow_count).label("flow_count"),
            func.count(distinct(flow.fiscal_year)).label("year_count"),
        )
        .where(in_question)
        .group_by(flow.district_code, oblast)
    )
    return snapshot.frame(query)


def _by_year(snapshot: Snapshot, selection: Selection, stage: str, code: Column) -> Answer:
    place = places.code_of(snapshot, selection.district)
    of_stage = ((flow.stage, stage),)
    where = of_stage if place is None else (*of_stage, (flow.district_code, place))
    query = (
        select(flow.fiscal_year, code.label("code"), func.sum(flow.amount_kgs).label("value"))
        .where(filters.equal(where))
        .group_by(flow.fiscal_year, code)
        .order_by(flow.fiscal_year, code)
    )
    known = filters.known_years(snapshot, flow.fiscal_year, where)
    years = filters.chosen_years(selection, known)
    return Answer(snapshot.frame(query), years, known, sources.used(snapshot, schema.revenue, of_stage))
