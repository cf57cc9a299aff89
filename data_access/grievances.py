"""Answers about grievances: counts that were suppressed when they were published, never single cases."""

from dataclasses import replace

import pandas as pd
from sqlalchemy import Select, Table, and_, func, select

from dashboard.answer import Answer, Apart
from dashboard.selection import Selection
from data_access import filters, places, schema, sources
from data_access.database import Snapshot

counted, part, waited = schema.grievance_year.c, schema.grievance_part_year.c, schema.grievance_wait.c
STAGES = ("received", "acknowledged", "assessed", "offered", "resolved", "closed")


def received_by_district(snapshot: Snapshot, selection: Selection) -> Answer:
    """Grievances received in the chosen years (frame: ``places.by_district``)."""
    return _by_district(snapshot, selection, "received_count")


def open_by_district(snapshot: Snapshot, selection: Selection) -> Answer:
    """Of those received in the chosen years, still open (frame: ``places.by_district``)."""
    return _by_district(snapshot, selection, "open_count")


def by_year(snapshot: Snapshot, selection: Selection) -> Answer:
    """Columns year, received_count, open_count, closed_count (empty: withheld); of a district or the country.

    ``open_count`` of the frame's ``attrs`` is what is open of all years together, where that is published by itself:
    at the end of the last quarter, in the country.
    """
    code = places.code_of(snapshot, selection.district) or schema.COUNTRY_CODE
    answer = _answer(snapshot, selection, filters.of_place(snapshot, code, _yearly).frame, schema.grievance_year)
    if selection.district:
        return answer
    answer.frame.attrs["open_count"] = _open_now(snapshot) if answer.years == answer.known else None
    return replace(answer, apart=_apart(snapshot))


def _open_now(snapshot: Snapshot) -> int | None:
    """What was open in the country at the end of the last quarter; None where it is withheld."""
    table = schema.grievance_quarter
    last = snapshot.frame(select(table.c.open_count).order_by(table.c.quarter.desc()).limit(1))["open_count"].dropna()
    return None if last.empty else int(last.iloc[0])


def by_quarter(snapshot: Snapshot, selection: Selection) -> Answer:
    """Columns quarter (first day), received_count, closed_count, open_count, is_withheld; whole country."""
    table = schema.grievance_quarter
    return _answer(snapshot, selection, snapshot.frame(select(table).order_by(table.c.quarter)), table)


def by_stage(snapshot: Snapshot, selection: Selection) -> Answer:
    """Columns code (of ``STAGES``), value (grievances that came at least this far), is_partial; country, chosen years.

    Published is how many came this far and no farther. Where some of those are withheld the sum is a least count; the
    number received is published by itself.
    """
    answer = by_part("stage", snapshot, selection)
    furthest = answer.frame.set_index("code").reindex(STAGES[::-1])
    frame = pd.DataFrame(
        {
            "value": furthest["value"].fillna(0).cumsum(),
            "is_partial": furthest["is_partial"].astype("boolean").fillna(False).cummax().astype(bool),
        }
    )
    received = _received(snapshot, answer.years)
    if received is not None:
        frame.loc["received"] = {"value": received, "is_partial": False}
    return Answer(frame[::-1].reset_index(), answer.years, answer.known, answer.sources)


def by_part(kind: str, snapshot: Snapshot, selection: Selection) -> Answer:
    """Columns code, value (grievances; NaN withheld), is_partial; whole country, chosen years.

    ``kind`` is issue, channel, body or stage.
    """
    known = filters.known_years(snapshot, part.year)
    years = filters.chosen_years(selection, known)
    query = select(part.code, part.grievance_count, part.is_withheld).where(
        part.kind == kind, filters.within(years or (0, 0), part.year)
    )
    grouped = snapshot.frame(query).groupby("code", sort=True)
    frame = pd.DataFrame(
        {"value": grouped["grievance_count"].sum(min_count=1), "is_partial": grouped["is_withheld"].any()}
    )
    return Answer(frame.reset_index(), years, known, sources.used(snapshot, schema.grievance_part_year))


def rate_by_district(snapshot: Snapshot, selection: Selection) -> Answer:
    """Grievances received in the chosen years per 10,000 residents (frame: ``places.by_district``)."""
    people = places.residents(snapshot)
    answer = _by_district(snapshot, selection, "received_count", lambda sums: places.PEOPLE_PER_RATE * sums / people)
    return replace(answer, people_years=places.residents_years(snapshot))


def resolve_days_by_district(snapshot: Snapshot, _selection: Selection) -> Answer:
    """Median days until grievances of all years were resolved, of the resolved ones (frame: ``places.by_district``)."""
    query = select(waited.code, waited.median_days).where(waited.kind == "district", waited.wait == "resolve")
    days = snapshot.frame(query).set_index("code")["median_days"].astype(float)
    frame = places.by_district(
        snapshot, days.dropna().to_dict(), collected=days.index, withheld=days.index[days.isna()]
    )
    known = filters.known_years(snapshot, counted.year)
    return Answer(frame, known, known, sources.used(snapshot, schema.grievance_wait))


def _apart(snapshot: Snapshot) -> Apart | None:
    found = snapshot.frame(select(schema.grievance_sensitive)).astype(object)
    if found.empty:
        return None
    row = found.iloc[0]
    at_least = int(row["at_least_count"]) if pd.notna(row["at_least_count"]) else None
    return Apart(int(row["through_year"]), int(row["counted_in"]), at_least)


def _yearly(_by_place: bool) -> Select:
    """Counts of areas are never summed: their parts may be withheld."""
    columns = counted.area_code, counted.year, counted.received_count, counted.open_count, counted.closed_count
    return select(*columns).order_by(counted.year)


def _received(snapshot: Snapshot, years: tuple[int, int] | None) -> int | None:
    """Grievances received in the country in some years; None where any of them is withheld."""
    in_question = and_(counted.area_code == schema.COUNTRY_CODE, filters.within(years or (0, 0), counted.year))
    query = select(func.count(), func.count(counted.received_count), func.sum(counted.received_count))
    every, shown, total = snapshot.frame(query.where(in_question)).iloc[0]
    return int(total) if every and every == shown else None


def _by_district(snapshot: Snapshot, selection: Selection, column: str, value=lambda sums: sums) -> Answer:
    of_districts = ((counted.area_level, "district"),)
    known = filters.known_years(snapshot, counted.year, of_districts)
    years = filters.chosen_years(selection, known)
    in_question = and_(filters.equal(of_districts), filters.within(years or (0, 0), counted.year))
    found = snapshot.frame(select(counted.area_code, counted[column].label("value")).where(in_question))
    withheld = set(found.loc[found["value"].isna(), "area_code"])
    sums = found.dropna(subset="value").groupby("area_code")["value"].sum()
    # Nothing is said by "at least 0": a district of which only zeros are shown is a withheld one.
    sums = sums[~((sums == 0) & sums.index.isin(withheld))]
    values = value(sums).reindex(sums.index)
    frame = places.by_district(
        snapshot,
        values.dropna().to_dict(),
        collected=filters.distinct(snapshot, counted.area_code, of_districts),
        without_people=values.index[values.isna()],
        withheld=withheld - set(sums.index),
        partial=withheld & set(sums.index),
    )
    return Answer(frame, years, known, sources.used(snapshot, schema.grievance_year))


def _answer(snapshot: Snapshot, selection: Selection, frame: pd.DataFrame, table: Table) -> Answer:
    known = filters.known_years(snapshot, counted.year)
    return Answer(frame, filters.chosen_years(selection, known), known, sources.used(snapshot, table))
