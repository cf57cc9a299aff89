"""Answers about grievances: counts that were suppressed when they were published, never single cases."""

import pandas as pd
from sqlalchemy import Table, and_, select

from dashboard.answer import Answer
from dashboard.selection import Selection
from data_access import filters, places, schema, sources
from data_access.database import Snapshot

counted = schema.grievance_year.c


def received_by_district(snapshot: Snapshot, selection: Selection) -> Answer:
    """Grievances received in the chosen years (frame: ``places.by_district``)."""
    return _by_district(snapshot, selection, "received_count")


def open_by_district(snapshot: Snapshot, selection: Selection) -> Answer:
    """Of those received in the chosen years, still open (frame: ``places.by_district``)."""
    return _by_district(snapshot, selection, "open_count")


def by_year(snapshot: Snapshot, selection: Selection) -> Answer:
    """Columns year, received_count, open_count, closed_count (empty: withheld); of a district or the country."""
    code = places.code_of(snapshot, selection.district) or schema.COUNTRY_CODE
    query = select(schema.grievance_year).where(counted.area_code == code).order_by(counted.year)
    return _answer(snapshot, selection, snapshot.frame(query), schema.grievance_year)


def by_quarter(snapshot: Snapshot, selection: Selection) -> Answer:
    """Columns quarter (first day), received_count, closed_count, open_count, is_withheld; whole country."""
    table = schema.grievance_quarter
    return _answer(snapshot, selection, snapshot.frame(select(table).order_by(table.c.quarter)), table)


def by_status(snapshot: Snapshot, selection: Selection) -> Answer:
    """Columns code (status), value (grievances; NaN withheld), is_partial; whole country, chosen years."""
    return _by_code(snapshot, selection, schema.grievance_status_year, "status")


def by_issue(snapshot: Snapshot, selection: Selection) -> Answer:
    """Columns code (issue), value (grievances; NaN withheld), is_partial; whole country, chosen years."""
    return _by_code(snapshot, selection, schema.grievance_issue_year, "issue_code")


def _by_district(snapshot: Snapshot, selection: Selection, column: str) -> Answer:
    of_districts = ((counted.area_level, "district"),)
    known = filters.known_years(snapshot, counted.year, of_districts)
    years = filters.chosen_years(selection, known)
    in_question = and_(filters.equal(of_districts), filters.within(years or (0, 0), counted.year))
    found = snapshot.frame(select(counted.area_code, counted[column].label("value")).where(in_question))
    withheld = set(found.loc[found["value"].isna(), "area_code"])
    sums = found.dropna(subset="value").groupby("area_code")["value"].sum()
    # Nothing is said by "at least 0": a district of which only zeros are shown is a withheld one.
    sums = sums[~((sums == 0) & sums.index.isin(withheld))]
    frame = places.by_district(
        snapshot,
        sums.to_dict(),
        collected=filters.distinct(snapshot, counted.area_code, of_districts),
        withheld=withheld - set(sums.index),
        partial=withheld & set(sums.index),
    )
    return Answer(frame, years, known, sources.used(snapshot, schema.grievance_year))


def _by_code(snapshot: Snapshot, selection: Selection, table: Table, column: str) -> Answer:
    known = filters.known_years(snapshot, table.c.year)
    years = filters.chosen_years(selection, known)
    query = select(table.c[column].label("code"), table.c.grievance_count, table.c.is_withheld).where(
        filters.within(years or (0, 0), table.c.year)
    )
    grouped = snapshot.frame(query).groupby("code", sort=True)
    frame = pd.DataFrame(
        {"value": grouped["grievance_count"].sum(min_count=1), "is_partial": grouped["is_withheld"].any()}
    )
    return Answer(frame.reset_index(), years, known, sources.used(snapshot, table))


def _answer(snapshot: Snapshot, selection: Selection, frame: pd.DataFrame, table: Table) -> Answer:
    known = filters.known_years(snapshot, counted.year)
    return Answer(frame, filters.chosen_years(selection, known), known, sources.used(snapshot, table))
