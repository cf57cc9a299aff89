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

    Of all chosen years together, refunds deducted. Payments without a named payer count in the whole.
    """
    where = chosen_rows(selection, PAYMENT)
    known = filters.known_years(snapshot, flow.fiscal_year, where)
    years = filters.chosen_years(selection, known)
    query = (
        select(flow.district_code, flow.payer_code, func.sum(flow.amount_kgs).label("value"))
        .where(filters.equal(where), filters.within(years or (0, 0), flow.fiscal_year), flow.district_code.is_not(None))
        .group_by(flow.district_code, flow.payer_code)
    )
    collected = filters.distinct(snapshot, flow.district_code, where)
    frame = places.by_district(snapshot, largest_share(snapshot.frame(query)).to_dict(), with_figures=collected)
    return Answer(frame, years, known, sources.of_rows(snapshot, schema.revenue, ((flow.stage, PAYMENT),)))


def largest_share(frame: pd.DataFrame) -> pd.Series:
    """Percent by district_code; none where nothing was paid, or where refunds of one payer would distort the shares."""
    groups = frame.groupby("district_code")["value"]
    whole, least = groups.sum(), groups.min()
    largest = frame.dropna(subset="payer_code").groupby("district_code")["value"].max()
    return (100 * largest / whole)[(whole > 0) & (least >= 0)].dropna()
