"""The way of the money within one stage: from whom, as what, to which budget, place or purpose."""

from dataclasses import replace
from typing import Any

import pandas as pd
from sqlalchemy import Column, func, select

from data_access.answers import choices, filters, places
from data_access.answers.revenue import money
from data_access.answers.revenue.few import is_of_few_places
from data_access.answers.revenue.flows import instead, rows_here, sources_of, why_empty
from data_access.answers.revenue.sides import bases_of, sides_of
from data_access.store.database import Snapshot, per_version
from data_access.vocabulary import languages, schema, stages
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.selection import Selection

flow = schema.revenue.c
# Of each stage the columns of the picture. All of them show the same money: nothing is summed over stages.
COLUMNS = {
    stages.REACHED: ("stream", "level", "place"),
    stages.PAYMENT: ("operator", "stream", "level"),
    stages.TRANSFER: ("stream", "level", "place"),
    stages.ALLOCATION: ("level", "place", "purpose"),
    stages.SPENDING: ("level", "place", "purpose"),
    stages.SOCIAL: ("operator", "stream", "place"),
}
FIELDS: dict[str, tuple[Column[Any], ...]] = {
    "operator": (flow.payer_code,),
    "stream": (flow.stream_code,),
    "level": (flow.receiver_level,),
    "place": (flow.district_code, flow.oblast_code),
    "purpose": (flow.purpose_code,),
}
STEPS = ("first", "second", "third")


def by_path(snapshot: Snapshot, selection: Selection) -> Answer:
    """Columns first, second, third (``key:code``, as COLUMNS of the stage say), value, refund; the largest first.

    ``value`` is what was paid before refunds, ``refund`` zero or negative: it is listed, not drawn. In total, in the
    chosen currency and prices. A place is a ``district:`` (slug), else an ``oblast:``, else ``place:none``.
    """
    stage = choices.stage(snapshot, selection)
    where = rows_here(snapshot, selection, stage)
    known_years = filters.known_years(snapshot, flow.fiscal_year, where)
    years = filters.chosen_years(selection, known_years)
    kinds = COLUMNS[stage]
    fields = [column for kind in kinds for column in FIELDS[kind]]
    gross, back = func.sum(flow.amount_kgs - flow.refund_kgs), func.sum(flow.refund_kgs)
    query = (
        select(flow.fiscal_year, *fields, gross.label("value"), back.label("refund"))
        .where(filters.equal(where), filters.within(years or (0, 0), flow.fiscal_year))
        .group_by(flow.fiscal_year, *fields)
    )
    conversion = money.convert(snapshot, snapshot.frame(query), selection, ("value", "refund"))
    with_marks = conversion.frame.assign(
        **{step: _marks(snapshot, conversion.frame, kind) for step, kind in zip(STEPS, kinds, strict=True)}
    )
    sums = with_marks.groupby([*STEPS], as_index=False)[["value", "refund"]].sum()
    frame = sums.sort_values("value", ascending=False, ignore_index=True)
    sources = sources_of(snapshot, where, conversion)
    terms = replace(conversion.money, is_of_few=is_of_few_places(snapshot, selection, where))
    answer = Answer(frame, years, known_years, sources, money=terms, names=names(snapshot))
    terms_of_rows = {"empty_reason": why_empty(selection, stage), "one_sided": sides_of(snapshot, where, years)}
    terms_of_rows["place_bases"] = bases_of(snapshot, where)
    return replace(answer, instead=instead(snapshot, stage), **terms_of_rows)


@per_version
def names(snapshot: Snapshot) -> dict[str, dict[str, str]]:
    """Names by language of payers, districts and oblasts, by ``key:code``."""
    names_by_key = {f"operator:{code}": texts for code, texts in choices.names(snapshot, "operator").items()}
    tables = ((places.districts(snapshot), "district", "slug"), (_oblasts(snapshot), "oblast", "oblast_code"))
    for frame, key, code in tables:
        for row in frame.to_dict("records"):
            names_by_key[f"{key}:{row[code]}"] = languages.texts(row, "name")
    return names_by_key


def _oblasts(snapshot: Snapshot) -> pd.DataFrame:
    return snapshot.frame(select(schema.oblast))


def _marks(snapshot: Snapshot, frame: pd.DataFrame, kind: str) -> pd.Series:
    """What stands in one column, as ``key:code``."""
    if kind != "place":
        return kind + ":" + frame[FIELDS[kind][0].name].fillna("none")
    slugs = places.districts(snapshot).set_index("district_code")["slug"]
    districts = "district:" + frame["district_code"].map(slugs)
    return districts.fillna("oblast:" + frame["oblast_code"]).fillna("place:none")
