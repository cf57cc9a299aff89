"""Answers that list statements of named authors. They are in no sum, and stand beside each other as they were made."""

from collections.abc import Collection
from typing import Any

import pandas as pd
from sqlalchemy import ColumnElement, and_, or_, select, true
from sqlalchemy.sql.base import ReadOnlyColumnCollection

from data_access.answers import filters, places, sources
from data_access.answers.links import web_address
from data_access.store.database import Snapshot
from data_access.vocabulary import schema
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.soate import oblast_of

statement = schema.published_statement.c
area = schema.site_district.c
ALL_SUBJECTS = ("money", "monitoring", "rehabilitation")


def by_matter(subjects: Collection[str], snapshot: Snapshot, selection: Selection) -> Answer:
    """One row per statement on these subjects about the chosen site and district, matter by matter.

    Columns of ``schema.published_statement``, slug, and the names of district, oblast (oblast_ky, …) and site
    (site_name_ky, …), empty where unknown. The matter with the newest statement comes first, in each the newest; those
    without a day come last. What is known only for the oblast, or of a site, is of its districts too. The period
    leaves nothing out: most of them are about several years. That none was found says nothing of a place.
    """
    in_question = and_(statement.statement_subject.in_(subjects), about(snapshot, selection, statement))
    rows = snapshot.frame(
        places.with_names(schema.published_statement).where(in_question).order_by(statement.statement_id)
    )
    links = pd.Series([web_address(text) for text in rows["url"]], rows.index, dtype=object)
    # A column of nothing but gaps has no type.
    figures = {name: rows[name].astype(float) for name in ("value_low", "value_high")}
    known_years = None if rows.empty else filters.known_years(snapshot, statement.said_on)
    frame = _in_order(rows.assign(url=links, **figures))
    return Answer(
        frame,
        known_years,
        known_years,
        sources.of_rows(snapshot, schema.published_statement),
        empty_reason="no_statement",
    )


def about(snapshot: Snapshot, selection: Selection, columns: ReadOnlyColumnCollection[str, Any]) -> ColumnElement[bool]:
    """Rows of a table about the chosen site and district; those of an oblast or a site are of its districts too."""
    of_site = columns.site_id == selection.site if selection.site else true()
    code = places.code_of(snapshot, selection.district)
    if code is None:
        return of_site
    sites = select(area.site_id).where(area.area_code == code)
    of_oblast = and_(columns.district_code.is_(None), columns.oblast_code == oblast_of(code))
    return and_(of_site, or_(columns.district_code == code, of_oblast, columns.site_id.in_(sites)))


def _in_order(rows: pd.DataFrame) -> pd.DataFrame:
    """Matter by matter; of one day, what is said of the most money first, as a sum before its parts."""
    said_on = pd.to_datetime(rows["said_on"])
    newest = said_on.groupby(rows["matter"]).transform("max")
    keys = rows.assign(said=said_on, newest=newest)
    order = keys.sort_values(
        ["newest", "matter", "said", "value_high", "statement_id"],
        ascending=[False, True, False, False, True],
        na_position="last",
        kind="stable",
    )
    return rows.loc[order.index].reset_index(drop=True)
