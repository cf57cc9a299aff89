"""What companies say they paid beside what the government says it received.

Of each payment the loaders have noted whether the two agree. A company none of whose figures of a year are known did
not report in that year, which says more than that single payments have one side only.
"""

import pandas as pd
from sqlalchemy import func, select

from data_access.answers import filters
from data_access.answers.revenue import money
from data_access.answers.revenue.flows import flow, rows_here, sources_of
from data_access.answers.revenue.paths import names
from data_access.store.database import Snapshot, per_version
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.stages import PAYMENT

BOTH_SIDES = ("unexplained", "explained", "matched")
AMOUNTS = ("value", "government", "company")


def by_outcome(snapshot: Snapshot, selection: Selection) -> Answer:
    """Columns fiscal_year, payer (``operator:code``), outcome, value, government, company, variance, percent, flows.

    ``value`` is the government's figure, else the company's; refunds are deducted. ``variance`` is government less
    company, ``percent`` of the government's figure; both empty where a side is missing.
    """
    where = rows_here(snapshot, selection, PAYMENT)
    known_years = filters.known_years(snapshot, flow.fiscal_year, where)
    years = filters.chosen_years(selection, known_years)
    sums = {
        "value": flow.amount_kgs,
        "government": flow.amount_government_kgs,
        "company": flow.amount_company_kgs,
        "flows": flow.flow_count,
    }
    group = (flow.fiscal_year, flow.payer_code, flow.recon_status)
    query = (
        select(*group, *(func.sum(column).label(name) for name, column in sums.items()))
        .where(filters.equal(where))
        .group_by(*group)
    )
    # What nobody states has no type of its own.
    rows = with_outcomes(snapshot.frame(query).astype(dict.fromkeys(AMOUNTS, float)), silent_years(snapshot))
    conversion = money.convert(snapshot, rows, selection, AMOUNTS)
    frame = discrepancies(conversion.frame.assign(payer="operator:" + conversion.frame["payer_code"].fillna("none")))
    years = filters.years_with_rows(years, frame["fiscal_year"])
    return Answer(
        frame,
        years,
        known_years,
        sources_of(snapshot, where, conversion),
        money=conversion.money,
        names=names(snapshot),
    )


@per_version
def silent_years(snapshot: Snapshot) -> frozenset[tuple[str, int]]:
    """Payers and the years in which none of their payments has a figure of theirs, whatever is chosen.

    A payer without a name may be several: of those it cannot be said that they reported nothing.
    """
    query = (
        select(flow.payer_code, flow.fiscal_year)
        .where(flow.stage == PAYMENT, flow.payer_code.is_not(None))
        .group_by(flow.payer_code, flow.fiscal_year)
        .having(func.count(flow.amount_company_kgs) == 0)
    )
    return frozenset(snapshot.frame(query).itertuples(index=False, name=None))


def with_outcomes(frame: pd.DataFrame, silent: frozenset[tuple[str, int]]) -> pd.DataFrame:
    """Rows with an outcome: their recon_status, or that the payer reported nothing in the year."""
    is_silent = pd.MultiIndex.from_frame(frame[["payer_code", "fiscal_year"]]).isin([*silent])
    return frame.assign(outcome=frame["recon_status"].mask(is_silent, "not_reporting"))


def discrepancies(frame: pd.DataFrame) -> pd.DataFrame:
    """Rows with variance and percent, where both sides are known."""
    both = frame["outcome"].isin(BOTH_SIDES)
    variance = (frame["government"] - frame["company"]).where(both)
    base = frame["government"].where(frame["government"] != 0)
    return frame.assign(variance=variance, percent=100 * variance / base)
