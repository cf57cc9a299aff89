"""Hearings, workshops and other meetings: those ahead, those held, and what happened in the same years."""

from datetime import date

import pandas as pd
from sqlalchemy import and_, func, select, true

from data_access.answers import filters, grievances, incidents, places, sources, statements
from data_access.answers.links import web_address
from data_access.store.database import Snapshot, per_version
from data_access.vocabulary import schema
from data_access.vocabulary.answer import Answer, Unplaced
from data_access.vocabulary.edition import today_in
from data_access.vocabulary.fields.dialogue import STANDINGS, WHOLE
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.source import Source
from data_access.vocabulary.states import MISSING, VALUE, WITHHELD, ZERO

EMPTY = "no_meeting"
AHEAD, HELD, CANCELLED = "planned", "held", "cancelled"
# By standing, in this order; those ahead from the next one on, the others from the newest on.
event = schema.dialogue_event.c


def by_meeting(snapshot: Snapshot, selection: Selection) -> Answer:
    """One row per meeting about the chosen site and district, those ahead first, then the newest.

    Columns of ``schema.dialogue_event``, slug and names as from ``places.with_names``, standing (one of ``STANDINGS``),
    people (who took part) with state. ``extras``: "parts" has counts by meeting, division and part (None:
    withheld); "beside" the conflict incidents and grievances of the place by year (None: withheld). What is known only
    for the oblast, or of a site, is of its districts too. The period leaves nothing out.
    """
    about = statements.about(snapshot, selection, event)
    rows = snapshot.frame(places.with_names(schema.dialogue_event).where(about))
    today, parts = today_in(snapshot.edition), _parts(snapshot)
    whole = [parts.get(key, {}).get((WHOLE, WHOLE), MISSING) for key in rows["dialogue_id"]]
    frame = rows.assign(
        url=pd.Series([web_address(url) for url in rows["url"]], rows.index, dtype=object),
        standing=[
            standing(state, day, today) for state, day in zip(rows["dialogue_status"], rows["starts_on"], strict=True)
        ],
        people=pd.Series([None if one == MISSING else one for one in whole], rows.index, dtype=float),
        state=[_state(one) for one in whole],
    )
    known_years = None if frame.empty else filters.known_years(snapshot, event.starts_on)
    origins = sources.of_rows(snapshot, schema.dialogue_event)
    extras = {"parts": parts, "beside": {} if frame.empty else _beside(snapshot, selection)}
    return Answer(_in_order(frame), known_years, known_years, origins, empty_reason=EMPTY, extras=extras)


def count_by_district(snapshot: Snapshot, selection: Selection) -> Answer:
    """Meetings held in the chosen period, about the chosen site, by district (frame: ``places.by_district``).

    Of the district in which it was held. No list claims to be complete: a district without one has no zero. Those of
    which no district is told are ``unplaced``.
    """
    held = ((event.dialogue_status, HELD),)
    known = filters.known_years(snapshot, event.starts_on, held)
    years = filters.chosen_years(selection, known)
    in_question = and_(
        filters.equal(held),
        filters.within_period(selection, event.starts_on),
        event.site_id == selection.site if selection.site else true(),
    )
    query = select(event.district_code, func.count().label("count")).where(in_question).group_by(event.district_code)
    counts = dict(snapshot.rows(query)[1])
    unplaced = Unplaced(counts.pop(None, 0))
    every = places.districts(snapshot)["district_code"]
    return Answer(
        places.by_district(snapshot, counts, with_figures={*every}),
        years,
        known,
        sources.of_rows(snapshot, schema.dialogue_event),
        unplaced,
        empty_reason=None if known else EMPTY,
    )


@per_version
def marks(snapshot: Snapshot) -> tuple[tuple[str, float, float, date, bool, str | None], ...]:
    """Of every meeting in a district that was not cancelled: code, latitude and longitude of the district's label.

    Then its first day, whether it was held, and the site that it is about.
    """
    district = schema.district.c
    query = (
        select(
            event.district_code,
            district.label_lat,
            district.label_lon,
            event.starts_on,
            event.dialogue_status == HELD,
            event.site_id,
        )
        .join_from(schema.dialogue_event, schema.district, event.district_code == district.district_code)
        .where(event.dialogue_status != CANCELLED)
        .order_by(event.starts_on, event.dialogue_id)
    )
    return tuple((code, lat, lon, day, bool(held), site) for code, lat, lon, day, held, site in snapshot.rows(query)[1])


def sources_of_marks(snapshot: Snapshot, selection: Selection) -> tuple[Source, ...]:
    """The sources of meetings, where any of the chosen period and site has a mark."""
    shown = (selection.covers(day) and selection.site in (None, site) for *_, day, _, site in marks(snapshot))
    return sources.of_rows(snapshot, schema.dialogue_event) if any(shown) else ()


def standing(state: str, starts_on: date, today: date) -> str:
    """One of ``STANDINGS``: of a planned one whose day has passed nothing is said but that nothing was reported."""
    return "unreported" if state == AHEAD and starts_on < today else state


def _parts(snapshot: Snapshot) -> dict[str, dict[tuple[str, str], int | None]]:
    """Counts of those who took part, by meeting, division and part; None: withheld."""
    count = schema.dialogue_participants.c
    query = select(count.dialogue_id, count.division, count.part, count.people_count, count.is_withheld)
    parts_by_meeting: dict[str, dict[tuple[str, str], int | None]] = {}
    for key, division, part, people, is_withheld in snapshot.rows(query)[1]:
        parts_by_meeting.setdefault(key, {})[division, part] = None if is_withheld else int(people)
    return parts_by_meeting


def _state(count: int | str | None) -> str:
    if count is None:
        return WITHHELD
    if count == MISSING:
        return MISSING
    return VALUE if count else ZERO


def _in_order(frame: pd.DataFrame) -> pd.DataFrame:
    days = pd.to_datetime(frame["starts_on"])
    order = frame.assign(place=frame["standing"].map(STANDINGS.index).clip(upper=1), day=days)
    order["age"] = (pd.Timestamp(2200, 1, 1) - days).where(order["place"] > 0, days - pd.Timestamp(1800, 1, 1))
    order = order.sort_values(["place", "age", "dialogue_id"], kind="stable")
    return frame.loc[order.index].reset_index(drop=True)


def _beside(snapshot: Snapshot, selection: Selection) -> dict[str, dict[int, float | None]]:
    """Conflict incidents and grievances received, by year; None: withheld. A year without a number is left out."""
    of_site = Selection(site=selection.site, district=selection.district)
    incident_counts = incidents.by_year(snapshot, of_site).frame.groupby("year")["value"].sum()
    counts_by_subject: dict[str, dict[int, float | None]] = {
        "incidents": {int(year): n for year, n in incident_counts.items() if n}
    }
    if selection.site is None:
        grievance_rows = grievances.by_year(snapshot, Selection(district=selection.district)).frame
        pairs = (
            zip(grievance_rows["year"], grievance_rows["received_count"], strict=True) if len(grievance_rows) else ()
        )
        counts_by_subject["grievances"] = {int(year): None if n != n else float(n) for year, n in pairs}
    return {subject: counts for subject, counts in counts_by_subject.items() if counts}
