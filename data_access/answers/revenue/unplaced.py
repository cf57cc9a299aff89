"""Money that no row assigns to a district: what stands under the map instead of on it."""

from dataclasses import replace

from sqlalchemy import func, select

from data_access.answers import choices, filters
from data_access.answers.revenue import money
from data_access.answers.revenue.flows import chosen_rows, flow, instead, sources_of, why_empty
from data_access.answers.revenue.paths import names
from data_access.answers.revenue.sides import sides_of
from data_access.store.database import Snapshot
from data_access.vocabulary import languages, schema
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.selection import Selection

oblast = schema.oblast.c


def by_flow(snapshot: Snapshot, selection: Selection) -> Answer:
    """One row per year, oblast, stream, receiver and payer of flows without a district, newest first, largest first.

    Columns fiscal_year, oblast_code and its names (empty: not known either), place_basis, stream_code, receiver_level,
    payer (``operator:code``), value (in total, in the chosen terms), flow_count.
    Rows and sum are those of ``unplaced``.
    """
    stage = choices.stage(snapshot, selection)
    where = chosen_rows(selection, stage)
    known_years = filters.known_years(snapshot, flow.fiscal_year, where)
    years = filters.chosen_years(selection, known_years)
    oblast_names = [oblast[name] for name in languages.columns("name")]
    by = (flow.fiscal_year, flow.oblast_code, *oblast_names, flow.place_basis, flow.stream_code, flow.receiver_level)
    sums = func.sum(flow.amount_kgs).label("value"), func.sum(flow.flow_count).label("flow_count")
    query = (
        select(*by, ("operator:" + flow.payer_code).label("payer"), *sums)
        .join_from(schema.revenue, schema.oblast, oblast.oblast_code == flow.oblast_code, isouter=True)
        .where(filters.equal(where), flow.district_code.is_(None), filters.within(years or (0, 0), flow.fiscal_year))
        .group_by(*by, flow.payer_code)
    )
    conversion = money.convert(snapshot, snapshot.frame(query), selection)
    frame = conversion.frame.sort_values(["fiscal_year", "value"], ascending=False, ignore_index=True)
    why = why_empty(selection, stage) or ("all_placed" if years else None)
    frame = frame.assign(payer=frame["payer"].fillna(""))
    nowhere = (*where, (flow.district_code, None))
    origin = sources_of(snapshot, nowhere, conversion)
    answer = Answer(frame, years, known_years, origin, money=conversion.money, empty_reason=why, names=names(snapshot))
    sides = sides_of(snapshot, nowhere, years)
    return replace(answer, instead=instead(snapshot, stage), one_sided=sides)
