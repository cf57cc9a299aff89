"""National totals of the EITI reports."""

from sqlalchemy import select

from data_access.answers import filters, sources
from data_access.answers.revenue import money
from data_access.store.database import Snapshot
from data_access.vocabulary import schema
from data_access.vocabulary.answer import Answer, Money
from data_access.vocabulary.facets import effective_value
from data_access.vocabulary.selection import Selection

SIDES = ("amount_government", "amount_company")
table = schema.national_revenue


def totals(snapshot: Snapshot, selection: Selection) -> Answer:
    """Columns fiscal_year, amount_government, amount_company, in the chosen currency and prices, in total.

    The reports are in USD and state the rate of each year, by which they become KGS.
    """
    frame = snapshot.frame(select(table).order_by(table.c.fiscal_year))
    known = filters.known_years(snapshot, table.c.fiscal_year)
    years = filters.chosen_years(selection, known)
    used = sources.of_rows(snapshot, table)
    in_usd = frame.rename(columns={f"{side}_usd": side for side in SIDES})[["fiscal_year", *SIDES]]
    if effective_value(selection, "currency") == "usd" and effective_value(selection, "prices") == "nominal":
        return Answer(in_usd, years, known, used, money=Money("usd"))
    has_rate = frame["kgs_per_usd"].notna()
    in_kgs = in_usd.assign(**{side: in_usd[side] * frame["kgs_per_usd"] for side in SIDES})[has_rate]
    done = money.convert(snapshot, in_kgs, selection, SIDES)
    lost = tuple(sorted({*done.money.unknown_years, *frame.loc[~has_rate, "fiscal_year"].astype(int)}))
    said = Money(done.money.currency, done.money.price_year, done.money.deflator, unknown_years=lost)
    return Answer(done.frame, years, known, (*used, *done.sources), money=said)
