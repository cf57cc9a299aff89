"""How far a district's money hangs on one payer."""

import pandas as pd
from sqlalchemy import func, select

from data_access.answers import filters, places, sources
from data_access.answers.revenue.flows import chosen_rows, flow
from data_access.store.database import Snapshot
from data_access.vocabulary import schema
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.stages import PAYMENT


def by_district(snapshot: Snapshot, selection: Selection) -> Answer:
    """Percent of the payments assigned to a district that its largest payer made (frame: ``places.by_district``).

    Of all chosen years together, refunds deducted. Payments without a named payer count in the whole. What companies
    alone state does not tell the whole: districts of which the government states nothing have no number.
    """
    where = chosen_rows(selection, PAYMENT)
    known_years = filters.known_years(snapshot, flow.fiscal_year, where)
    years = filters.chosen_years(selection, known_years)
    told_count = func.count(flow.amount_government_kgs).label("told")
    query = (
        select(flow.district_code, flow.payer_code, func.sum(flow.amount_kgs).label("value"), told_count)
        .where(filters.equal(where), filters.within(years or (0, 0), flow.fiscal_year), flow.district_code.is_not(None))
        .group_by(flow.district_code, flow.payer_code)
    )
    districts = filters.distinct(snapshot, flow.district_code, where)
    payments = snapshot.frame(query)
    whole = payments[payments.groupby("district_code")["told"].transform("sum") > 0]
    frame = places.by_district(snapshot, largest_share(whole).to_dict(), with_figures=districts)
    return Answer(frame, years, known_years, sources.of_rows(snapshot, schema.revenue, ((flow.stage, PAYMENT),)))


def largest_share(frame: pd.DataFrame) -> pd.Series:
    """Percent by district_code; none where nothing was paid, or where refunds of one payer would distort the shares."""
    groups = frame.groupby("district_code")["value"]
    whole, least = groups.sum(), groups.min()
    largest = frame.dropna(subset="payer_code").groupby("district_code")["value"].max()
    return (100 * largest / whole)[(whole > 0) & (least >= 0)].dropna()
