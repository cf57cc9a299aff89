"""Answers about revenue flows. Stages are never summed together: every answer is of one stage.

What is asked without a choice is money that reached local level: rows of two stages, of which none is counted twice.

Amounts are in the terms of the choice (``money``): per person and year or in total, KGS or USD, nominal or constant.
"""

from collections import defaultdict
from dataclasses import replace

import pandas as pd
from sqlalchemy import Column, Select, case, func, or_, select, true

from data_access.answers import choices, filters, places, sources
from data_access.answers.filters import Conditions
from data_access.answers.revenue import money
from data_access.answers.revenue.few import is_of_few_places
from data_access.answers.revenue.sides import bases_of, sides_of
from data_access.store.database import Snapshot
from data_access.vocabulary import facets, schema
from data_access.vocabulary.answer import Answer, Unplaced
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.source import Source, incomplete_year
from data_access.vocabulary.stages import PAID_BY_COMPANIES, REACHED, SPENDING

flow = schema.revenue.c


def by_district(snapshot: Snapshot, selection: Selection) -> Answer:
    """Money of every district over the chosen years, net of refunds (frame: ``places.by_district``).

    In total a sum; per person a mean of the whole years with rows, each by its own population. Years that cannot be
    converted are left out: a sum then is partial.
    """
    stage = choices.stage(snapshot, selection)
    where = chosen_rows(selection, stage)
    known_years = filters.known_years(snapshot, flow.fiscal_year, where)
    period = filters.chosen_years(selection, known_years)
    years = _whole_years(snapshot, stage, period) if facets.effective_value(selection, "per") == "person" else period
    sums = _sums(snapshot, where, years)
    amounts = money.convert(snapshot, sums, selection)
    has_district = amounts.frame["district_code"].notna()
    shared = money.per_person(snapshot, _only(amounts, has_district), selection)
    groups = shared.frame.groupby("district_code")["value"]
    is_share = shared.money.per == "person"
    no_people = set(amounts.frame.loc[has_district, "district_code"]) & places.without_people(snapshot).keys()
    frame = places.by_district(
        snapshot,
        (groups.mean() if is_share else groups.sum()).dropna().to_dict(),
        with_figures=filters.distinct(snapshot, flow.district_code, where),
        partial=() if is_share else _lost_districts(sums, amounts),
        oblasts_known=set(sums.loc[sums["district_code"].isna(), "oblast_code"].dropna()),
        without_people=no_people if is_share else (),
    )
    rest = amounts.frame[~has_district]
    unplaced = Unplaced(int(rest["flow_count"].sum()), float(rest["value"].sum()))
    origin = sources_of(snapshot, where, shared)
    why = why_empty(selection, stage) or ("part_of_year" if period and not years else None)
    terms = {"money": shared.money, "empty_reason": why, "instead": instead(snapshot, stage)}
    terms |= {"one_sided": sides_of(snapshot, where, years), "place_bases": bases_of(snapshot, where)}
    return Answer(frame, years, known_years, origin, unplaced, **terms)


def by_year(snapshot: Snapshot, selection: Selection) -> Answer:
    """Columns fiscal_year, code (stream), value, of the chosen district or of all flows of the stage."""
    stage = choices.stage(snapshot, selection)
    return replace(_by_year(snapshot, selection, stage, flow.stream_code), instead=instead(snapshot, stage))


def spending_by_purpose(snapshot: Snapshot, selection: Selection) -> Answer:
    """Columns fiscal_year, code (purpose), value, of the stage ``spending``."""
    return _by_year(snapshot, selection, SPENDING, flow.purpose_code)


def chosen_rows(selection: Selection, stage: str) -> Conditions:
    """Rows of a stage, and of the chosen stream and payer."""
    pairs = ((flow.stream_code, selection.stream), (flow.payer_code, selection.operator))
    return of_stage(stage) + tuple((column, value) for column, value in pairs if value)


def of_stage(stage: str) -> Conditions:
    """Rows of a stage, or those that count as money that reached local level."""
    return ((flow.reached_local, True),) if stage == REACHED else ((flow.stage, stage),)


def rows_here(snapshot: Snapshot, selection: Selection, stage: str) -> Conditions:
    """The same, of the chosen district or of all flows."""
    place = places.code_of(snapshot, selection.district)
    return chosen_rows(selection, stage) + (((flow.district_code, place),) if place else ())


def instead(snapshot: Snapshot, stage: str) -> str | None:
    """The stage, where it is shown because the usual one has no figures."""
    return stage if stage == choices.stage_instead(snapshot) else None


def why_empty(selection: Selection, stage: str) -> str | None:
    """Key of the reason why a choice can leave nothing at a stage."""
    names_payers = stage in (*PAID_BY_COMPANIES, REACHED)
    return "no_payer" if selection.operator and not names_payers else None


def _sums(snapshot: Snapshot, where: Conditions, years: tuple[int, int] | None) -> pd.DataFrame:
    """Columns fiscal_year, district_code, oblast_code (of rows without a district), value (KGS), flow_count."""
    oblast = case((flow.district_code.is_(None), flow.oblast_code)).label("oblast_code")
    sums = func.sum(flow.amount_kgs).label("value"), func.sum(flow.flow_count).label("flow_count")
    query = (
        select(flow.fiscal_year, flow.district_code, oblast, *sums)
        .where(filters.equal(where), filters.within(years or (0, 0), flow.fiscal_year))
        .group_by(flow.fiscal_year, flow.district_code, oblast)
    )
    return snapshot.frame(query)


def part_of_year(snapshot: Snapshot, stage: str) -> int | None:
    """The year of which only a part is known, wherever: what a mean per year leaves out, for every place the same."""
    return incomplete_year(sources.of_rows(snapshot, schema.revenue, of_stage(stage)))


def _whole_years(snapshot: Snapshot, stage: str, years: tuple[int, int] | None) -> tuple[int, int] | None:
    """The years without one of which only a part is known: a mean per year counts whole ones."""
    part = part_of_year(snapshot, stage)
    if years is None or years[1] != part:
        return years
    return (years[0], part - 1) if years[0] < part else None


def _only(amounts: money.ConvertedAmounts, rows: pd.Series) -> money.ConvertedAmounts:
    return money.ConvertedAmounts(amounts.frame[rows], amounts.money, amounts.sources)


def _lost_districts(sums: pd.DataFrame, amounts: money.ConvertedAmounts) -> set[str]:
    """Districts of which a year could not be converted."""
    return set(sums.loc[sums["fiscal_year"].isin(amounts.money.unknown_years), "district_code"].dropna())


def sources_of(snapshot: Snapshot, where: Conditions, amounts: money.ConvertedAmounts) -> tuple[Source, ...]:
    """The sources of rows, and those of rates and prices."""
    return (*sources.of_rows(snapshot, schema.revenue, where), *amounts.sources)


def _by_year(snapshot: Snapshot, selection: Selection, stage: str, code: Column) -> Answer:
    where = chosen_rows(selection, stage)
    is_of_few = is_of_few_places(snapshot, selection, where)
    if is_of_few:
        selection = replace(selection, per="total")
    no_people = _lacking_people(snapshot, selection, where)
    rows = filters.of_chosen_place(snapshot, selection, _yearly, where, code, no_people).frame
    conversion = money.convert(snapshot, rows, selection)
    conversion = money.per_person(snapshot, conversion, selection)
    names_without_people = conversion.money.without_people or money.named_without_people(snapshot, no_people)
    why = why_empty(selection, stage) or (
        "no_people" if conversion.frame.empty and len(rows) and names_without_people else None
    )
    known_years = (int(rows["fiscal_year"].min()), int(rows["fiscal_year"].max())) if len(rows) else None
    years = filters.chosen_years(selection, known_years)
    terms = replace(conversion.money, without_people=names_without_people, is_of_few=is_of_few)
    of_place = rows_here(snapshot, selection, stage)
    answer = Answer(
        conversion.frame, years, known_years, sources_of(snapshot, of_place, conversion), money=terms, empty_reason=why
    )
    sides = {"one_sided": sides_of(snapshot, of_place, years), "place_bases": bases_of(snapshot, of_place)}
    return replace(answer, reporters=_reporters(snapshot, selection, stage), **sides)


def _reporters(snapshot: Snapshot, selection: Selection, stage: str) -> dict[int, frozenset[tuple]]:
    """Of each year the sources and payers that tell of it, in the chosen district or anywhere."""
    reporters_by_year = defaultdict(set)
    for year, *reporter in filters.of_chosen_place(
        snapshot, selection, _told_years, chosen_rows(selection, stage)
    ).rows:
        reporters_by_year[year].add(tuple(reporter))
    return {year: frozenset(reporters) for year, reporters in reporters_by_year.items()}


def _told_years(by_place: bool, where: Conditions) -> Select:
    place = (flow.district_code,) if by_place else ()
    return select(*place, flow.fiscal_year, flow.source_key, flow.payer_code).where(filters.equal(where)).distinct()


def _lacking_people(snapshot: Snapshot, selection: Selection, where: Conditions) -> frozenset[str]:
    """Districts with money that the country's amounts per person leave out: their people cannot be counted."""
    if facets.effective_value(selection, "per") != "person" or selection.district:
        return frozenset()
    codes_with_money = filters.distinct(snapshot, flow.district_code, where)
    return frozenset(code for code in places.without_people(snapshot) if code in codes_with_money)


def _yearly(by_place: bool, where: Conditions, code: Column, no_people: frozenset[str]) -> Select:
    place = (flow.district_code,) if by_place else ()
    query = select(*place, flow.fiscal_year, code.label("code"), func.sum(flow.amount_kgs).label("value"))
    is_counted = or_(flow.district_code.is_(None), flow.district_code.not_in(no_people)) if no_people else true()
    groups = query.where(filters.equal(where), is_counted).group_by(*place, flow.fiscal_year, code)
    return groups.order_by(flow.fiscal_year, code)
