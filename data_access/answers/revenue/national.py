"""National totals as they are totals: in EITI reports by both sides in USD, by a ministry in KGS."""

from collections import defaultdict

import pandas as pd
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

    What is totals in USD becomes KGS by the rate that the report states; what is totals in KGS becomes USD by the
    rate of the year. ``reporters`` are the sources of each year: they do not count the same.
    """
    frame = snapshot.frame(select(table).order_by(table.c.fiscal_year))
    known_years = filters.known_years(snapshot, table.c.fiscal_year)
    years = filters.chosen_years(selection, known_years)
    origins = sources.of_rows(snapshot, table)
    in_usd = frame.rename(columns={f"{side}_usd": side for side in SIDES})[["fiscal_year", *SIDES]]
    is_in_kgs = frame["amount_government_kgs"].notna()
    told_by = _reporters(frame)
    if effective_value(selection, "currency") == "usd" and effective_value(selection, "prices") == "nominal":
        conversion = money.convert(snapshot, _in_kgs(frame, in_usd)[is_in_kgs], selection, SIDES)
        rows = pd.concat([in_usd[~is_in_kgs], conversion.frame]).sort_values("fiscal_year", ignore_index=True)
        return Answer(
            rows, years, known_years, (*origins, *conversion.sources), money=conversion.money, reporters=told_by
        )
    is_told = frame["kgs_per_usd"].notna() | is_in_kgs
    conversion = money.convert(snapshot, _in_kgs(frame, in_usd)[is_told], selection, SIDES)
    unknown_years = tuple(sorted({*conversion.money.unknown_years, *frame.loc[~is_told, "fiscal_year"].astype(int)}))
    terms = Money(
        conversion.money.currency, conversion.money.price_year, conversion.money.deflator, unknown_years=unknown_years
    )
    return Answer(conversion.frame, years, known_years, (*origins, *conversion.sources), money=terms, reporters=told_by)


def _in_kgs(frame: pd.DataFrame, in_usd: pd.DataFrame) -> pd.DataFrame:
    """As totals in KGS, else at the rate of the report."""
    amounts = {side: in_usd[side].astype(float) * frame["kgs_per_usd"].astype(float) for side in SIDES}
    own = frame["amount_government_kgs"].astype(float)
    return in_usd.assign(**amounts | {"amount_government": own.fillna(amounts["amount_government"])})


def _reporters(frame: pd.DataFrame) -> dict[int, frozenset[str]]:
    reporters_by_year = defaultdict(set)
    for year, source in zip(frame["fiscal_year"], frame["source_key"], strict=True):
        reporters_by_year[int(year)].add(source)
    return {year: frozenset(keys) for year, keys in reporters_by_year.items()}
