"""Answers about revenue flows. Stages are never summed together: every answer is of one stage."""

import pandas as pd
from sqlalchemy import and_, distinct, func, select

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


def _by_district(snapshot: Snapshot, selection: Selection, value) -> Answer:
    of_stage = flow.stage == (selection.stage or DEFAULT_STAGE)
    known = filters.known_years(snapshot, flow.fiscal_year, of_stage)
    years = filters.chosen_years(selection, known)
    in_question = and_(of_stage, filters.within(years or (0, 0), flow.fiscal_year))
    frame = places.by_district(
        snapshot,
        value(_sums(snapshot, in_question)).dropna().to_dict(),
        collected=filters.distinct(snapshot, flow.district_code, of_stage),
        oblasts_known=filters.distinct(snapshot, flow.oblast_code, and_(in_question, flow.district_code.is_(None))),
    )
    kept = sources.used(snapshot, schema.revenue, of_stage)
    return Answer(frame, years, known, kept, _unplaced(snapshot, in_question))


def _sums(snapshot: Snapshot, in_question) -> pd.DataFrame:
    query = (
        select(
            flow.district_code,
            func.sum(flow.amount_kgs).label("amount_kgs"),
            func.count(distinct(flow.fiscal_year)).label("year_count"),
        )
        .where(in_question, flow.district_code.is_not(None))
        .group_by(flow.district_code)
    )
    return snapshot.frame(query).set_index("district_code")


def _unplaced(snapshot: Snapshot, in_question) -> Unplaced:
    query = select(
        func.coalesce(func.sum(flow.flow_count), 0).label("rows"),
        func.coalesce(func.sum(flow.amount_kgs), 0).label("kgs"),
    ).where(in_question, flow.district_code.is_(None))
    row = snapshot.frame(query).iloc[0]
    return Unplaced(int(row["rows"]), float(row["kgs"]))


def _by_year(snapshot: Snapshot, selection: Selection, stage: str, code) -> Answer:
    of_stage = flow.stage == stage
    in_question = and_(of_stage, filters.of_district(snapshot, selection, flow.district_code))
    known = filters.known_years(snapshot, flow.fiscal_year, in_question)
    query = (
        select(flow.fiscal_year, code.label("code"), func.sum(flow.amount_kgs).label("value"))
        .where(in_question)
        .group_by(flow.fiscal_year, code)
        .order_by(flow.fiscal_year, code)
    )
    years = filters.chosen_years(selection, known)
    return Answer(snapshot.frame(query), years, known, sources.used(snapshot, schema.revenue, of_stage))
