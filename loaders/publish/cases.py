"""Grievances in the private store, up to the end of the last full quarter, the only ones that are published.

A count that followed the register from day to day would date every case. So nothing counts that happened after the
last quarter which the source covers fully (not the last one by today's calendar: a late source would then publish an
incomplete quarter as a calm one).

Sensitive cases (violence, reprisal, sexual harm) are left out of everything here: a district's
share of them could be found by subtraction from any total that holds them.
"""

import pandas as pd
from sqlalchemy import Connection, select

from loaders.publish.events import ABOUT, CLOSING_STATUSES, acknowledged_on, resolved_on
from loaders.store.frames import rows
from loaders.store.grievances import grievance, grievance_status_history

# Later than any day of a register.
FOREVER = pd.Timestamp("2200-01-01")
AGES = {"0_14": (0, 14), "15_30": (15, 30), "31_90": (31, 90), "over_90": (91, float("inf"))}


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


def open_spells(steps: pd.DataFrame) -> pd.DataFrame:
    """One row per time that a case stood open: ``ABOUT``, received_on, until the day before ``until``."""
    by_case = steps.groupby("grievance_key")["status_on"]
    periods = steps.assign(received_on=by_case.transform("first"), until=by_case.shift(-1).fillna(FOREVER))
    return periods.loc[~periods["status"].isin(CLOSING_STATUSES), [*ABOUT, "received_on", "status_on", "until"]]


def open_at(open_periods: pd.DataFrame, end: pd.Timestamp) -> pd.DataFrame:
    """The cases that stood open at the end of a day: ``ABOUT``, days since receipt, and age, one of ``AGES``."""
    cases = open_periods[(open_periods["status_on"] <= end) & (open_periods["until"] > end)]
    days = (end - cases["received_on"]).dt.days
    ages = pd.cut(days, [-1, *(last for _, last in AGES.values())], labels=list(AGES))
    return cases[ABOUT].assign(days=days, age=ages.astype(object))


def days_until(steps: pd.DataFrame, end: pd.Timestamp) -> dict[str, pd.DataFrame]:
    """Per case ``ABOUT``, days since receipt and year, of what it was done in up to ``end``: acknowledge, resolve."""
    steps = steps[steps["status_on"] <= end]
    cases = steps.groupby("grievance_key")[[*ABOUT, "status_on"]].first()
    return {
        wait: cases.assign(days=(done_on - cases["status_on"]).dt.days, year=done_on.dt.year)
        .dropna(subset="days")
        .astype({"year": int})
        for wait, done_on in {"acknowledge": acknowledged_on(steps), "resolve": resolved_on(steps)}.items()
    }
