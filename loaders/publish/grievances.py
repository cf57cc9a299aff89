"""The public tables of grievances: counts of closed periods, with some withheld."""

from collections.abc import Collection
from typing import NamedTuple

import pandas as pd
from sqlalchemy import Table

from data_access.vocabulary import schema
from loaders.publish.cells import stocks_of
from loaders.publish.cohorts import resolved_within
from loaders.publish.counts import Counts, Unit, of_unit
from loaders.publish.earlier import Earlier
from loaders.publish.posting import closed_quarters, newly_posted
from loaders.publish.sensitive import published_sensitive
from loaders.publish.suppression import Suppression
from loaders.publish.waits import published_waits, waits_of


class Books(NamedTuple):
    """What is settled for good: the events that are posted (``posting.COLUMNS``), and what is shown and withheld."""

    posted_events: pd.DataFrame
    earlier: Earlier


class Closing(NamedTuple):
    """A publication of grievances: its counts, its tables without the source, and what it adds to the books."""

    counts: Counts
    tables: dict[Table, pd.DataFrame]
    new: Books


def close_register(steps: pd.DataFrame, events: pd.DataFrame, end: pd.Timestamp, books: Books, limit: int) -> Closing:
    """What is published of a register at the end of a quarter: closed periods as they were, and those since.

    ``steps`` as from ``cases.ordinary_steps``, ``events`` as from ``events.events_of``, those of sensitive cases too.
    """
    new = newly_posted(events, books.posted_events, end)
    posted_events = pd.concat([books.posted_events, new], ignore_index=True)
    closed = books.earlier.closed_values(closed_quarters(books.posted_events))
    quarters = closed_quarters(posted_events)
    counts = Counts(posted_events, stocks_of(steps, quarters) | resolved_within(steps, quarters), closed)
    values, withheld = of_unit(counts.figures), Suppression(counts, limit, books.earlier).withheld()
    wait_values = waits_of(steps, counts, {unit: values[unit] for unit in values.keys() - withheld}, closed, limit)
    tables = published_counts(counts, withheld) | {
        schema.grievance_wait: published_waits(wait_values),
        schema.grievance_sensitive: published_sensitive(posted_events, limit),
    }
    return Closing(counts, tables, Books(new, books.earlier.and_now({**values, **wait_values}, withheld, limit)))


def published_counts(counts: Counts, withheld: Collection[Unit]) -> dict[Table, pd.DataFrame]:
    """The tables of counts, without the source; ``withheld`` as from ``Suppression``."""
    shown_counts = _shown_counts(counts, withheld)
    return {
        schema.grievance_year: _by_area(shown_counts, withheld),
        schema.grievance_part_year: _by_part(shown_counts),
        schema.grievance_outcome: _by_outcome(shown_counts),
        schema.grievance_quarter: _by_quarter(shown_counts),
    }


def _shown_counts(counts: Counts, withheld: Collection[Unit]) -> pd.DataFrame:
    """All figures: the unit's fields, name, is_withheld, and value, empty where withheld."""
    rows = [
        (*vars(figure.unit).values(), figure.name, figure.unit in withheld, figure.value) for figure in counts.figures
    ]
    frame = pd.DataFrame(rows, columns=["table", "kind", "code", "year", "what", "name", "is_withheld", "value"])
    return frame.assign(value=frame["value"].astype("Int64").mask(frame["is_withheld"].astype(bool)))


def _by_area(counts: pd.DataFrame, withheld: Collection[Unit]) -> pd.DataFrame:
    areas = counts[counts["table"] == "area"]
    wide = areas.pivot(index=["kind", "code", "year"], columns="name", values="value").reset_index()
    is_withheld = [Unit("area", row.kind, row.code, row.year, "received") in withheld for row in wide.itertuples()]
    wide = wide.rename(columns={"kind": "area_level", "code": "area_code", "received": "received_count"})
    return wide.rename(columns={"open": "open_count", "closed": "closed_count"}).assign(is_withheld=is_withheld)


def _by_part(counts: pd.DataFrame) -> pd.DataFrame:
    parts = counts[counts["table"] == "part"].rename(columns={"value": "grievance_count"})
    return parts[["kind", "code", "year", "is_withheld", "grievance_count"]]


def _by_outcome(counts: pd.DataFrame) -> pd.DataFrame:
    new_names = {"what": "question", "name": "answer", "value": "grievance_count"}
    outcomes = counts[counts["table"] == "outcome"].rename(columns=new_names)
    return outcomes[["kind", "code", "year", "question", "answer", "is_withheld", "grievance_count"]]


def _by_quarter(counts: pd.DataFrame) -> pd.DataFrame:
    quarters = counts[counts["table"] == "quarter"]
    wide = quarters.pivot(index="code", columns="name", values="value")
    is_withheld = quarters[quarters["name"] == "received"].set_index("code")["is_withheld"]
    return wide.rename(columns=lambda name: f"{name}_count").assign(
        is_withheld=is_withheld, quarter=pd.PeriodIndex(wide.index, freq="Q").start_time
    )
