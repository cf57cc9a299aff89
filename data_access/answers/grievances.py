"""Answers about grievances: counts that were suppressed when they were published, never single cases."""

from dataclasses import replace

import pandas as pd
from sqlalchemy import Select, and_, select

from data_access.answers import filters, places, sources
from data_access.store.database import Snapshot
from data_access.vocabulary import schema
from data_access.vocabulary.answer import Answer, SensitiveTotal
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.soate import COUNTRY_CODE
from data_access.vocabulary.stages import CASE_STAGES

year_columns, part, wait_columns = schema.grievance_year.c, schema.grievance_part_year.c, schema.grievance_wait.c
Years = tuple[int, int]


def received_by_district(snapshot: Snapshot, selection: Selection) -> Answer:
    """Grievances received in the chosen years (frame: ``places.by_district``)."""
    return _of_districts(snapshot, *_years(snapshot, selection), "received_count")


def by_year(snapshot: Snapshot, selection: Selection) -> Answer:
    """Columns year, received_count, and of the country closed_count and open_count (empty: withheld).

    Received and closed in the year, and grievances of all years that were open at its end.
    """
    code = places.code_of(snapshot, selection.district) or COUNTRY_CODE
    frame = filters.of_place(snapshot, code, _yearly).frame
    if selection.district:
        frame = frame.drop(columns=["closed_count", "open_count"])
    answer = Answer(frame, *_years(snapshot, selection)[::-1], sources.of_rows(snapshot, schema.grievance_year))
    return answer if selection.district else replace(answer, sensitive_total=_apart(snapshot))


def by_quarter(snapshot: Snapshot, selection: Selection) -> Answer:
    """Columns quarter (first day), received_count, closed_count, open_count, is_withheld; whole country.

    Its years are those of the quarters, of which the newest may lie behind the last full year.
    """
    table = schema.grievance_quarter
    known_years = filters.known_years(snapshot, table.c.quarter)
    frame = snapshot.frame(select(table).order_by(table.c.quarter))
    return Answer(frame, filters.chosen_years(selection, known_years), known_years, sources.of_rows(snapshot, table))


def by_stage(snapshot: Snapshot, selection: Selection) -> Answer:
    """``by_part`` of the stages, in the order of ``CASE_STAGES``: grievances that came to each in the chosen years."""
    answer = by_part("stage", snapshot, selection)
    counted_stages = answer.frame.set_index("code")
    in_order = [stage for stage in CASE_STAGES if stage in counted_stages.index]
    return replace(answer, frame=counted_stages.loc[in_order].reset_index())


def by_part(kind: str, snapshot: Snapshot, selection: Selection) -> Answer:
    """Columns code, value (grievances; NaN withheld), is_partial; whole country, chosen years.

    ``kind`` is issue, channel, body or stage.
    """
    known_years = filters.known_years(snapshot, part.year)
    years = filters.chosen_years(selection, known_years)
    query = select(part.code, part.grievance_count, part.is_withheld).where(
        part.kind == kind, filters.within(years or (0, 0), part.year)
    )
    groups = snapshot.frame(query).groupby("code", sort=True)
    frame = pd.DataFrame(
        {"value": groups["grievance_count"].sum(min_count=1), "is_partial": groups["is_withheld"].any()}
    )
    return Answer(frame.reset_index(), years, known_years, sources.of_rows(snapshot, schema.grievance_part_year))


def rate_by_district(snapshot: Snapshot, selection: Selection) -> Answer:
    """Grievances received in the chosen years per 10,000 residents (frame: ``places.by_district``)."""
    people = places.residents(snapshot)
    arguments = (*_years(snapshot, selection), "received_count", lambda sums: places.PEOPLE_PER_RATE * sums / people)
    answer = _of_districts(snapshot, *arguments)
    return replace(answer, people_years=places.residents_years(snapshot))


def resolve_days_by_district(snapshot: Snapshot, selection: Selection) -> Answer:
    """Median days until grievances were resolved, of the newest chosen year that has a median in the district.

    Frame: ``places.by_district``, and of_year (that of the median; NaN without one).
    """
    known_years, years = _years(snapshot, selection)
    of_districts = ((wait_columns.kind, "district"), (wait_columns.wait, "resolve"))
    query = select(wait_columns.code, wait_columns.year, wait_columns.median_days).order_by(wait_columns.year)
    rows = snapshot.frame(query.where(filters.equal(of_districts), filters.within(years or (0, 0), wait_columns.year)))
    newest = rows.dropna(subset="median_days").drop_duplicates("code", keep="last").set_index("code")
    frame = places.by_district(
        snapshot,
        newest["median_days"].to_dict(),
        with_figures=filters.distinct(snapshot, wait_columns.code, of_districts),
        withheld=set(rows["code"]) - set(newest.index),
    )
    of_year = filters.whole(frame["district_code"].map(newest["year"]))
    return Answer(frame.assign(of_year=of_year), years, known_years, sources.of_rows(snapshot, schema.grievance_wait))


def _apart(snapshot: Snapshot) -> SensitiveTotal | None:
    rows = snapshot.frame(select(schema.grievance_sensitive)).astype(object)
    if rows.empty:
        return None
    row = rows.iloc[0]
    at_least = int(row["at_least_count"]) if pd.notna(row["at_least_count"]) else None
    return SensitiveTotal(int(row["through_year"]), int(row["counted_in"]), at_least)


def _yearly(_by_place: bool) -> Select:
    """Counts of areas are never summed: their parts may be withheld."""
    columns = (
        year_columns.area_code,
        year_columns.year,
        year_columns.received_count,
        year_columns.closed_count,
        year_columns.open_count,
    )
    return select(*columns).order_by(year_columns.year)


def _years(snapshot: Snapshot, selection: Selection) -> tuple[Years | None, Years | None]:
    """The full years that are known, and the chosen ones of them."""
    known_years = filters.known_years(snapshot, year_columns.year)
    return known_years, filters.chosen_years(selection, known_years)


def _of_districts(
    snapshot: Snapshot, known_years: Years | None, years: Years | None, column: str, value=lambda sums: sums
) -> Answer:
    """What ``value`` makes of the sums of a column over some years (frame: ``places.by_district``)."""
    of_districts = ((year_columns.area_level, "district"),)
    in_question = and_(filters.equal(of_districts), filters.within(years or (0, 0), year_columns.year))
    rows = snapshot.frame(select(year_columns.area_code, year_columns[column].label("value")).where(in_question))
    withheld = set(rows.loc[rows["value"].isna(), "area_code"])
    sums = rows.dropna(subset="value").groupby("area_code")["value"].sum()
    # Nothing is said by "at least 0": a district of which only zeros are shown is a withheld one.
    sums = sums[~((sums == 0) & sums.index.isin(withheld))]
    values = value(sums).reindex(sums.index)
    frame = places.by_district(
        snapshot,
        values.dropna().to_dict(),
        with_figures=filters.distinct(snapshot, year_columns.area_code, of_districts),
        without_people=values.index[values.isna()],
        withheld=withheld - set(sums.index),
        partial=withheld & set(sums.index),
    )
    return Answer(frame, years, known_years, sources.of_rows(snapshot, schema.grievance_year))
