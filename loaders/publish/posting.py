"""Closed books: each event is counted in one quarter, and a quarter that was published is never counted again.

Two versions that counted the same quarter twice would differ by the cases that came or were corrected in between: a
single late case would stand alone in their difference. So what reaches the register late is posted in the next
quarter, as in accounts: a prior-period adjustment. Where a correction leaves fewer events than were counted, nothing is
taken back; as many of those to come are not counted.
"""

from collections.abc import Collection

import pandas as pd
from sqlalchemy import Connection, select

from loaders.engine.write import write_rows
from loaders.publish.events import ABOUT
from loaders.store.frames import rows
from loaders.store.grievances import posted_event

# Of each kind of event, whose numbers have nothing to do with each other.
KIND = ["event", *ABOUT]
COLUMNS = ["quarter", *KIND, "event_count"]


def posted_before(connection: Connection) -> pd.DataFrame:
    """What is counted in closed quarters: ``COLUMNS``; quarter is its first day."""
    return rows(connection, select(*(posted_event.c[name] for name in COLUMNS))).astype({"quarter": "datetime64[ns]"})


def write_posted(connection: Connection, posted_events: pd.DataFrame, attempt: int) -> None:
    """Note what a publication counts for the first time."""
    write_rows(connection, posted_event, posted_events, {"attempt": attempt})


def newly_posted(events: pd.DataFrame, before: pd.DataFrame, end: pd.Timestamp) -> pd.DataFrame:
    """``COLUMNS`` of what is to be counted in the quarters up to ``end`` that are not closed yet.

    The number of events of a kind that are counted up to a quarter is the largest that the register has held by the
    end of any quarter so far. One row says of each quarter that it ends, whether or not anything happened in it.
    ``events`` as from ``events_of``, ``before`` as from ``posted_before``.
    """
    quarters = _open_quarters(events, before, end)
    if events.empty or not len(quarters):
        return before.iloc[:0]
    quarter = events["on"].dt.to_period("Q").clip(lower=quarters[0])
    counts_of_register = (
        events.groupby([*KIND, quarter]).size().unstack(fill_value=0).reindex(columns=quarters, fill_value=0)
    )
    counts_before = before.groupby(KIND)["event_count"].sum().reindex(counts_of_register.index, fill_value=0)
    more = counts_of_register.cumsum(axis=1).sub(counts_before, axis=0).clip(lower=0).cummax(axis=1)
    counts = more.diff(axis=1).fillna(more).astype(int).rename_axis(columns="quarter")
    new_counts = counts.reset_index().melt(KIND, var_name="quarter", value_name="event_count").query("event_count > 0")
    ends = pd.DataFrame({"quarter": quarters, **dict.fromkeys(ABOUT, ""), "event": "end", "event_count": 0})
    posted_events = pd.concat([new_counts, ends], ignore_index=True)
    posted_events["quarter"] = pd.PeriodIndex(posted_events["quarter"], freq="Q").start_time
    return posted_events[COLUMNS]


def closed_quarters(posted_events: pd.DataFrame) -> tuple[str, ...]:
    """Names of the quarters that something is posted in, in their order."""
    return tuple(sorted(posted_events["quarter"].dt.to_period("Q").astype(str).unique()))


def closed_years(quarters: Collection[str]) -> tuple[int, ...]:
    """The full years of some closed quarters, which end with the last one."""
    if not quarters:
        return ()
    last = max(quarters)
    return tuple(range(int(min(quarters)[:4]), int(last[:4]) + last.endswith("Q4")))


def _open_quarters(events: pd.DataFrame, before: pd.DataFrame, end: pd.Timestamp) -> pd.PeriodIndex:
    """From the quarter after the last closed one, else from the first receipt of an ordinary case."""
    if not before.empty:
        return pd.period_range(before["quarter"].max() + pd.offsets.QuarterBegin(startingMonth=1), end, freq="Q")
    receipts = events.loc[events["event"] == "received", "on"]
    return pd.period_range(receipts.min(), end, freq="Q") if len(receipts) else pd.PeriodIndex([], freq="Q")
