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

from loaders.read import rows
from loaders.store.grievances import grievance, grievance_status_history

CLOSED = ("closed", "out_of_scope", "withdrawn", "rejected")


def ordinary_steps(connection: Connection) -> pd.DataFrame:
    """Status histories of cases that are not sensitive: case columns, deadlines, and seq, status, status_on."""
    case, step = grievance.c, grievance_status_history.c
    about = (case.grievance_key, case.district_code, case.issue_code, case.acknowledge_due_on, case.resolve_due_on)
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

    Columns district_code, issue_code, received_on, year, status, is_open, resolve_days (from
    receipt to the last resolution; empty without one).
    """
    steps = steps[steps["status_on"] <= end]
    by_case = steps.groupby("grievance_key")
    cases = by_case[["district_code", "issue_code"]].first()
    received, status = by_case["status_on"].first(), by_case["status"].last()
    resolved = steps[steps["status"] == "resolved"].groupby("grievance_key")["status_on"].last()
    return cases.assign(
        received_on=received,
        year=received.dt.year,
        status=status,
        is_open=~status.isin(CLOSED),
        resolve_days=(resolved.reindex(cases.index) - received).dt.days,
    )


def turns(steps: pd.DataFrame, end: pd.Timestamp) -> pd.DataFrame:
    """Per quarter up to ``end``: received_count, closed_count (open to closed) and open_count at its end."""
    steps = steps[steps["status_on"] <= end]
    closed = steps["status"].isin(CLOSED)
    before = closed.groupby(steps["grievance_key"]).shift(fill_value=False)
    events = pd.DataFrame(
        {
            "received_count": steps["status"] == "received",
            "closed_count": closed & ~before,
            "reopened": ~closed & before,
        }
    )
    quarters = events.groupby(steps["status_on"].dt.to_period("Q")).sum().astype(int)
    quarters = quarters.reindex(pd.period_range(quarters.index.min(), end.to_period("Q"), freq="Q"), fill_value=0)
    open_count = (quarters["received_count"] - quarters["closed_count"] + quarters["reopened"]).cumsum()
    return quarters.drop(columns="reopened").assign(open_count=open_count)
