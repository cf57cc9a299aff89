"""What bodies have promised, and how each promise stands on a day. None of them is added to another."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import pandas as pd
from sqlalchemy import select

from data_access.answers import filters, sources, statements
from data_access.answers.links import web_address
from data_access.answers.places import with_names
from data_access.store.database import Snapshot
from data_access.vocabulary import schema
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.edition import today_in
from data_access.vocabulary.fields.commitments import STANDINGS
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.source import Source

ENDED = ("kept", "not_kept", "dropped")
EMPTY = "no_commitment"
Reports = Mapping[str, Sequence[Mapping[str, Any]]]


def by_commitment(snapshot: Snapshot, selection: Selection) -> Answer:
    """One row per commitment about the chosen site and district: those past their day first, the longest past first.

    Columns of ``schema.commitment`` (``due_on`` is the newest day that was named), slug and names as from
    ``places.with_names``, standing (one of ``STANDINGS``) on the day of the answer, overdue_days (empty: not past),
    fulfilment and reported_on of the newest report. ``extras["reports"]`` has all reports by commitment, newest
    first. What is known only for the oblast, or of a site, is of its districts too. The period leaves nothing out:
    what is owed is owed.
    """
    about = statements.about(snapshot, selection, schema.commitment.c)
    rows = snapshot.frame(with_names(schema.commitment).where(about))
    today, reports = today_in(snapshot.edition), _reports(snapshot)
    of_each = [reports.get(key, ()) for key in rows["commitment_id"]]
    due = [due_day(day, of_commitment) for day, of_commitment in zip(rows["due_on"], of_each, strict=True)]
    standings = [standing(day, of_commitment, today) for day, of_commitment in zip(due, of_each, strict=True)]
    past = [days_past(day, found_standing, today) for day, found_standing in zip(due, standings, strict=True)]
    frame = rows.assign(
        due_on=pd.Series(due, rows.index, dtype=object),
        url=pd.Series([web_address(url) for url in rows["url"]], rows.index, dtype=object),
        standing=standings,
        overdue_days=filters.whole(pd.Series(past, rows.index, dtype=float)),
        **{name: _newest(name, of_each, rows.index) for name in ("fulfilment", "reported_on")},
    )
    known_years = None if frame.empty else _span(snapshot, today)
    extras = {"reports": reports}
    return Answer(_in_order(frame), known_years, known_years, _sources(snapshot), empty_reason=EMPTY, extras=extras)


def _reports(snapshot: Snapshot) -> Reports:
    """What was reported of each (columns of ``schema.commitment_step``), newest first."""
    step = schema.commitment_step
    rows = snapshot.frame(select(step).order_by(step.c.reported_on.desc())).astype(object)
    reports: dict[str, list[Mapping[str, Any]]] = {}
    for row in rows.where(rows.notna(), None).to_dict("records"):
        reports.setdefault(row["commitment_id"], []).append({str(name): value for name, value in row.items()})
    return reports


def _newest(name: str, reports: Iterable[Sequence[Mapping[str, Any]]], rows: pd.Index) -> pd.Series:
    """A column of the newest report of each; None where nothing was reported."""
    return pd.Series(
        [of_commitment[0][name] if of_commitment else None for of_commitment in reports], rows, dtype=object
    )


def due_day(first: date | None, reports: Sequence[Mapping[str, Any]]) -> date | None:
    """The newest day that was named."""
    return next((report["moved_to"] for report in reports if report["moved_to"]), first or None)


def standing(due: date | None, reports: Sequence[Mapping[str, Any]], today: date) -> str:
    """One of ``STANDINGS``: without any report nothing is said of it but that."""
    if not reports:
        return "no_news"
    if reports[0]["fulfilment"] in ENDED:
        return str(reports[0]["fulfilment"])
    return "overdue" if due and due < today else "open"


def days_past(due: date | None, standing: str, today: date) -> int | None:
    """Days since it was due, of one that is not known to have ended."""
    return (today - due).days if due and due < today and standing not in ENDED else None


def _in_order(frame: pd.DataFrame) -> pd.DataFrame:
    order = frame.assign(place=frame["standing"].map(STANDINGS.index), due=pd.to_datetime(frame["due_on"]))
    order = order.sort_values(["place", "due", "commitment_id"], na_position="last", kind="stable")
    return frame.loc[order.index].reset_index(drop=True)


def _span(snapshot: Snapshot, today: date) -> tuple[int, int]:
    """The years of the days that are told; where none is, this one."""
    days = (schema.commitment.c.made_on, schema.commitment.c.due_on, schema.commitment_step.c.reported_on)
    years = [year for day in days for year in filters.known_years(snapshot, day) or ()] or [today.year]
    return min(years), max(years)


def _sources(snapshot: Snapshot) -> tuple[Source, ...]:
    tables = (schema.commitment, schema.commitment_step)
    return tuple({one.key: one for table in tables for one in sources.of_rows(snapshot, table)}.values())
