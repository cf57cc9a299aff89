"""Amounts of money in the terms that the reader has chosen: KGS or USD, prices of each year or of one, per person.

A year without a rate or an index has no amount in those terms: its rows go, and ``Money.unknown_years`` names it.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

import pandas as pd
from sqlalchemy import select

from data_access.answers import places, sources
from data_access.store.database import Snapshot, per_version
from data_access.vocabulary import facets, languages, schema
from data_access.vocabulary.answer import Money
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.source import Source

USD = "USD"


@dataclass(frozen=True)
class ConvertedAmounts:
    """A frame in the chosen terms, what must be said of it, and the sources of rates and prices used for it."""

    frame: pd.DataFrame
    money: Money
    sources: tuple[Source, ...] = ()


def convert(
    snapshot: Snapshot, frame: pd.DataFrame, selection: Selection, columns: Sequence[str] = ("value",)
) -> ConvertedAmounts:
    """Amounts of ``columns`` (KGS of their ``fiscal_year``) in the chosen currency and prices, in total."""
    currency, prices = facets.effective_value(selection, "currency"), facets.effective_value(selection, "prices")
    if not needs_rates(selection):
        return ConvertedAmounts(frame, Money(currency))
    factors = frame["fiscal_year"].map(_factors(snapshot, currency, prices))
    amounts = frame.assign(**{column: frame[column] * factors for column in columns})
    unknown_years = tuple(sorted(set(frame.loc[factors.isna(), "fiscal_year"].astype(int))))
    money = Money(currency, *_deflator(snapshot, prices), unknown_years=unknown_years)
    known_amounts = amounts[~frame["fiscal_year"].isin(unknown_years)]
    return ConvertedAmounts(known_amounts, money, _sources(snapshot, currency, prices, known_amounts["fiscal_year"]))


def needs_rates(selection: Selection) -> bool:
    """Whether amounts are asked for in anything but KGS of their own year."""
    return (
        facets.effective_value(selection, "currency") != "kgs"
        or facets.effective_value(selection, "prices") != "nominal"
    )


def per_person(
    snapshot: Snapshot, amounts: ConvertedAmounts, selection: Selection, columns: Sequence[str] = ("value",)
):
    """The same divided by people where the reader wants that.

    Each row by the residents of its ``district_code``; without such a column, by those of the chosen district, else
    of the whole country. Of the same year, else of the nearest for which they are known. Where the population of the
    chosen district is not known, it has no rows; of the country, rows of such districts must not be in the frame.
    """
    if facets.effective_value(selection, "per") != "person":
        return amounts
    frame, here = amounts.frame, places.code_of(snapshot, selection.district)
    if here and "district_code" not in frame and here in places.without_people(snapshot):
        names_without_people = named_without_people(snapshot, {here})
        return replace(
            amounts,
            frame=frame.head(0),
            money=replace(amounts.money, per="person", without_people=names_without_people),
        )
    place = frame.get("district_code", here)
    people = _people(snapshot, frame["fiscal_year"].tolist(), place)
    residents = [number for number, _, _ in people]
    shared = frame.assign(**{column: frame[column] / residents for column in columns})
    known_spans = [(first, last) for number, first, last in people if number == number]
    span = (
        (int(min(first for first, _ in known_spans)), int(max(last for _, last in known_spans)))
        if known_spans
        else None
    )
    return replace(amounts, frame=shared, money=replace(amounts.money, per="person", people_years=span))


def named_without_people(snapshot: Snapshot, codes: Collection[str]) -> dict[str, dict[str, str]]:
    """Names by slug and language of those of these districts whose population is not known."""
    slugs = [slug for code, slug in places.without_people(snapshot).items() if code in codes]
    return {slug: places.names_of(snapshot, slug) or {} for slug in slugs}


@per_version
def residents(snapshot: Snapshot, year: int) -> pd.DataFrame:
    """By district code: residents, and the year of the figure: the nearest known, of two the earlier one."""
    rows = snapshot.frame(select(schema.population).where(schema.population.c.residents > 0))
    order = rows.assign(distance=(rows["year"] - year).abs()).sort_values(["distance", "year"])
    return order.drop_duplicates("district_code").set_index("district_code")[["residents", "year"]]


def _people(
    snapshot: Snapshot, years: Sequence[int], place: pd.Series | str | None
) -> list[tuple[float, float, float]]:
    """Residents, and first and last year of their figures, for each row."""
    codes = place if isinstance(place, pd.Series) else [place] * len(years)
    return [_of_place(snapshot, int(year), code) for year, code in zip(years, codes, strict=True)]


@per_version
def _of_place(snapshot: Snapshot, year: int, code: str | None) -> tuple[float, float, float]:
    by_code = residents(snapshot, year)
    if code is None:
        return float(by_code["residents"].sum()), float(by_code["year"].min()), float(by_code["year"].max())
    if code not in by_code.index:
        return (float("nan"),) * 3
    return float(by_code.at[code, "residents"]), float(by_code.at[code, "year"]), float(by_code.at[code, "year"])


@per_version
def _factors(snapshot: Snapshot, currency: str, prices: str) -> dict[int, float]:
    """What 1 KGS of each year is in the chosen terms. Prices of one year are changed at the rate of that year."""
    rates, index = _rates(snapshot), _index(snapshot)
    if prices == "nominal":
        return (1 / rates).to_dict()
    level = 100 / index["index_value"]
    if currency == "kgs":
        return level.to_dict()
    return (level / rates.reindex(index["base_year"]).set_axis(index.index)).to_dict()


@per_version
def _rates(snapshot: Snapshot) -> pd.Series:
    rates = snapshot.frame(select(schema.fx_rate).where(schema.fx_rate.c.currency == USD))
    return rates.set_index("year")["kgs_per_unit"]


@per_version
def _index(snapshot: Snapshot) -> pd.DataFrame:
    return snapshot.frame(select(schema.price_index).order_by(schema.price_index.c.year)).set_index("year")


def _deflator(snapshot: Snapshot, prices: str) -> tuple[int | None, dict[str, str] | None]:
    """Year of the prices, and name of the index by language."""
    index = _index(snapshot)
    if prices == "nominal" or index.empty:
        return None, None
    row = index.iloc[0]
    return int(row["base_year"]), languages.texts(row, "name")


def _sources(snapshot: Snapshot, currency: str, prices: str, years: pd.Series) -> tuple[Source, ...]:
    """Where the rates and prices of the shown years come from."""
    if currency == "kgs" and prices == "nominal":
        return ()
    keys, index = set(), _index(snapshot)
    if prices == "constant":
        keys |= set(index["source_key"])
        years = index["base_year"]
    if currency == "usd":
        rates = snapshot.frame(select(schema.fx_rate).where(schema.fx_rate.c.currency == USD))
        keys |= set(rates.loc[rates["year"].isin(set(years)), "source_key"])
    return tuple(source for source in sources.all_of(snapshot) if source.key in keys)
