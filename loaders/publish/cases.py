"""Grievances as they stood at the end of the last full quarter, the only ones that are published.

A count that followed the register from day to day would date every case, and a difference
between two publications would show it alone. So nothing counts that happened after the
last quarter which the source covers fully (not the last one by today's calendar: a late
source would then publish an incomplete quarter as a calm one).

Sensitive cases (violence, reprisal, sexual harm) are left out of everything here: a district's
share of them could be found by subtraction from any total that holds them.
"""

import pandas as pd
from sqlalchemy import Connection, select

from loaders.publish.punctuality import acknowledged_on, in_time
from loaders.read import rows
from loaders.store.grievances import grievance, grievance_status_history

CLOSED = ("closed", "out_of_scope", "withdrawn", "rejected")
DECIDED = ("resolution_offered", "resolved", "rejected", "closed")
# The way of most cases, in stages: a case has reached all of them up to its furthest.
STAGES = ("received", "acknowledged", "assessed", "offered", "resolved", "closed")
STAGE_OF = {
    "received": 0,
    "acknowledged": 1,
    "screened": 1,
    "assessing": 2,
    "in_resolution": 2,
    "resolution_offered": 3,
    "resolved": 4,
    "closed": 5,
}
ABOUT = ["district_code", "issue_code", "channel", "responsible_body"]


def ordinary_steps(connection: Connection) -> pd.DataFrame:
    """Status histories of cases that are not sensitive: case columns, deadlines, and seq, status, status_on."""
    case, step = grievance.c, grievance_status_history.c
    about = (case[name] for name in ("grievance_key", *ABOUT, "acknowledge_due_on", "resolve_due_on"))
    query = (
        select(*about, step.seq, step.status, step.status_on)
        .join(grievance_status_history, step.grievance_key == case.grievance_key)
        .where(case.is_sensitive.is_(False))
        .order_by(case.grievance_key, step.seq)
    )
    return rows(connection, query)


def cut_off(connection: Connection) -> pd.Timestamp | None:
    """Last day of the last quarter before the one with the newest record; of the source that ends first.

    None without any grievances.
    """
    step = grievance_status_history.c
    newest = rows(connection, select(step.source_key, step.status_on)).groupby("source_key")["status_on"].max().min()
    return None if pd.isna(newest) else newest.to_period("Q").start_time - pd.Timedelta(days=1)


def counted(steps: pd.DataFrame, end: pd.Timestamp) -> pd.DataFrame:
    """One row per case received up to ``end``, as it stood then.

    Columns: those of ``ABOUT``; year (of receipt); is_open; stage (furthest of ``STAGES``); acknowledged_in_time and
    resolved_in_time (missing: cannot be said); is_decided, is_appealed, is_resolved, is_reopened (ever); and days:
    acknowledge_days, resolve_days (from receipt to the last resolution), open_days (until ``end``), each empty where
    the case has none.
    """
    steps = steps[steps["status_on"] <= end]
    by_case = steps.groupby("grievance_key")
    received, status = by_case["status_on"].first(), by_case["status"].last()
    resolved = steps[steps["status"] == "resolved"].groupby("grievance_key")["status_on"].last()
    is_open, stage = ~status.isin(CLOSED), _furthest(steps)
    return (
        by_case[ABOUT]
        .first()
        .assign(
            year=received.dt.year,
            is_open=is_open,
            stage=[STAGES[place] for place in stage],
            is_decided=_ever(steps, DECIDED),
            is_appealed=_ever(steps, ("appealed",)),
            is_resolved=stage >= STAGE_OF["resolved"],
            is_reopened=_ever(steps, ("reopened",)),
            acknowledge_days=(acknowledged_on(steps, status.index) - received).dt.days,
            resolve_days=(resolved.reindex(status.index) - received).dt.days,
            open_days=(end - received).dt.days.where(is_open),
            **in_time(steps, end),
        )
    )


def turns(steps: pd.DataFrame, end: pd.Timestamp) -> pd.DataFrame:
    """Per quarter up to ``end``: received, closed (open to closed), returned (closed to open), and open at its end."""
    steps = steps[steps["status_on"] <= end]
    closed = steps["status"].isin(CLOSED)
    before = closed.groupby(steps["grievance_key"]).shift(fill_value=False)
    events = pd.DataFrame(
        {
            "received": steps["status"] == "received",
            "closed": closed & ~before,
            "returned": ~closed & before,
        }
    )
    quarters = events.groupby(steps["status_on"].dt.to_period("Q")).sum().astype(int)
    quarters = quarters.reindex(pd.period_range(quarters.index.min(), end.to_period("Q"), freq="Q"), fill_value=0)
    return quarters.assign(open=(quarters["received"] - quarters["closed"] + quarters["returned"]).cumsum())


def _furthest(steps: pd.DataFrame) -> pd.Series:
    """Place in ``STAGES`` per case; closing a rejected case is not the end of that way."""
    before = steps.groupby("grievance_key")["status"].shift()
    is_end_of_rejected = (steps["status"] == "closed") & (before == "rejected")
    place = steps["status"].map(STAGE_OF).mask(is_end_of_rejected)
    return place.groupby(steps["grievance_key"]).max().astype(int)


def _ever(steps: pd.DataFrame, statuses: tuple[str, ...]) -> pd.Series:
    return steps["status"].isin(statuses).groupby(steps["grievance_key"]).any()
