"""Answers about revenue flows. Stages are never summed together: every answer is of one stage.

Amounts are in the terms of the choice (``money``): per person and year or in total, KGS or USD, nominal or constant.
"""

from collections import defaultdict
from dataclasses import replace

import pandas as pd
from sqlalchemy import Column, Select, case, func, or_, select, true

from data_access.answers import choices, filters, places, sources
from data_access.answers.filters import Conditions
from data_access.answers.revenue import money
from data_access.store.database import Snapshot
from data_access.vocabulary import facets, schema
from data_access.vocabulary.answer import Answer, Source, Unplaced, incomplete_year
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.stages import PAID_BY_COMPANIES, SPENDING

flow = schema.revenue.c


def by_district(snapshot: Snapshot, selection: Selection) -> Answer:
    """Money of every district over the chosen years, net of refunds (frame: ``places.by_district``).

    In total a sum; per person a mean of the whole years with rows, each by its own population. Years that cannot be
    converted are left out: a sum then is partial.
    """
    stage = choices.stage(snapshot, selection)
    where = chosen_rows(selection, stage)
    known = filters.known_years(snapshot, flow.fiscal_year, where)
    chosen = filters.chosen_years(selection, known)
    years = _whole_years(snapshot, stage, chosen) if facets.effective_value(selection, "per") == "person" else chosen
    sums = _sums(snapshot, where, years)
    amounts = money.convert(snapshot, sums, selection)
    placed = amounts.frame["district_code"].notna()
    shared = money.per_person(snapshot, _only(amounts, placed), selection)
    groups = shared.frame.groupby("district_code")["value"]
    is_share = shared.money.per == "person"
    lacking = set(amounts.frame.loc[placed, "district_code"]) & places.without_people(snapshot).keys()
    frame = places.by_district(
        snapshot,
        (groups.mean() if is_share else groups.sum()).dropna().to_dict(),
        with_figures=filters.distinct(snapshot, flow.district_code, where),
        partial=() if is_share else _lost(sums, amounts),
        oblasts_known=set(sums.loc[sums["district_code"].isna(), "oblast_code"].dropna()),
        without_people=lacking if is_share else (),
    )
    rest = amounts.frame[~placed]
    unplaced = Unplaced(int(rest["flow_count"].sum()), float(rest["value"].sum()))
    origin = sources_of(snapshot, stage, shared)
    why = why_empty(selection, stage) or ("part_of_year" if chosen and not years else None)
    said = {"money": shared.money, "empty_reason": why, "instead": instead(snapshot, stage)}
    return Answer(frame, years, known, origin, unplaced, **said)


def by_year(snapshot: Snapshot, selection: Selection) -> Answer:
    """Columns fiscal_year, code (stream), value, of the chosen district or of all flows of the stage."""
    stage = choices.stage(snapshot, selection)
    return replace(_by_year(snapshot, selection, stage, flow.stream_code), instead=instead(snapshot, stage))


def spending_by_purpose(snapshot: Snapshot, selection: Selection) -> Answer:
    """Columns fiscal_year, code (purpose), value, of the stage ``spending``."""
    return _by_year(snapshot, selection, SPENDING, flow.purpose_code)


def chosen_rows(selection: Selection, stage: str) -> Conditions:
    """Rows of a stage, and of the chosen stream and payer."""
    wanted = ((flow.stage, stage), (flow.stream_code, selection.stream), (flow.payer_code, selection.operator))
    return tuple((column, value) for column, value in wanted if value)


def rows_here(snapshot: Snapshot, selection: Selection, stage: str) -> Conditions:
    """The same, of the chosen district or of all flows."""
    place = places.code_of(snapshot, selection.district)
    return chosen_rows(selection, stage) + (((flow.district_code, place),) if place else ())


def instead(snapshot: Snapshot, stage: str) -> str | None:
    """The stage, where it is shown because the usual one has no figures."""
    return stage if stage == choices.stage_instead(snapshot) else None


def why_empty(selection: Selection, stage: str) -> str | None:
    """Key of the reason why a choice can leave nothing at a stage."""
    return "no_payer" if selection.operator and stage not in PAID_BY_COMPANIES else None


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


def _whole_years(snapshot: Snapshot, stage: str, years: tuple[int, int] | None) -> tuple[int, int] | None:
    """The years without one of which only a part is known: a mean per year counts whole ones."""
    part = incomplete_year(sources.of_rows(snapshot, schema.revenue, ((flow.stage, stage),)))
    if years is None or years[1] != part:
        return years
    return (years[0], part - 1) if years[0] < part else None


def _only(amounts: money.ConvertedAmounts, rows: pd.Series) -> money.ConvertedAmounts:
    return money.ConvertedAmounts(amounts.frame[rows], amounts.money, amounts.sources)


def _lost(sums: pd.DataFrame, amounts: money.ConvertedAmounts) -> set[str]:
    """Districts of which a year could not be converted."""
    return set(sums.loc[sums["fiscal_year"].isin(amounts.money.unknown_years), "district_code"].dropna())


def sources_of(snapshot: Snapshot, stage: str, amounts: money.ConvertedAmounts) -> tuple[Source, ...]:
    """The sources of a stage, and those of rates and prices."""
    return (*sources.of_rows(snapshot, schema.revenue, ((flow.stage, stage),)), *amounts.sources)


def _by_year(snapshot: Snapshot, selection: Selection, stage: str, code: Column) -> Answer:
    where = chosen_rows(selection, stage)
    lacking = _lacking_people(snapshot, selection, where)
    found = filters.of_chosen_place(snapshot, selection, _yearly, where, code, lacking).frame
    done = money.convert(snapshot, found, selection)
    done = money.per_person(snapshot, done, selection)
    lost = done.money.without_people or money.named_without_people(snapshot, lacking)
    why = why_empty(selection, stage) or ("no_people" if done.frame.empty and len(found) and lost else None)
    known = (int(found["fiscal_year"].min()), int(found["fiscal_year"].max())) if len(found) else None
    years = filters.chosen_years(selection, known)
    said = replace(done.money, without_people=lost)
    answer = Answer(done.frame, years, known, sources_of(snapshot, stage, done), money=said, empty_reason=why)
    return replace(answer, reporters=_reporters(snapshot, selection, stage))


def _reporters(snapshot: Snapshot, selection: Selection, stage: str) -> dict[int, frozenset[tuple]]:
    """Of each year the sources and payers that tell of it, in the chosen district or anywhere."""
    told = defaultdict(set)
    for year, *reporter in filters.of_chosen_place(snapshot, selection, _told, chosen_rows(selection, stage)).rows:
        told[year].add(tuple(reporter))
    return {year: frozenset(reporters) for year, reporters in told.items()}


def _told(by_place: bool, where: Conditions) -> Select:
    place = (flow.district_code,) if by_place else ()
    return select(*place, flow.fiscal_year, flow.source_key, flow.payer_code).where(filters.equal(where)).distinct()


def _lacking_people(snapshot: Snapshot, selection: Selection, where: Conditions) -> frozenset[str]:
    """Districts with money that the country's amounts per person leave out: their people cannot be counted."""
    if facets.effective_value(selection, "per") != "person" or selection.district:
        return frozenset()
    paid = filters.distinct(snapshot, flow.district_code, where)
    return frozenset(code for code in places.without_people(snapshot) if code in paid)


def _yearly(by_place: bool, where: Conditions, code: Column, lacking: frozenset[str]) -> Select:
    place = (flow.district_code,) if by_place else ()
    query = select(*place, flow.fiscal_year, code.label("code"), func.sum(flow.amount_kgs).label("value"))
    is_counted = or_(flow.district_code.is_(None), flow.district_code.not_in(lacking)) if lacking else true()
    grouped = query.where(filters.equal(where), is_counted).group_by(*place, flow.fiscal_year, code)
    return grouped.order_by(flow.fiscal_year, code)
