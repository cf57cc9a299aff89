"""Cases of violence, reprisal and sexual harm: one number for the whole country, and no other.

They are received in full years, all years together, and counted in full tens, once for each year: a difference between
two versions then tells no more than that a ten was reached within a year, whatever the limit of other counts is. They
are posted as other events are, with nothing that they are apart in.
"""

import pandas as pd
from sqlalchemy import Connection, select

from loaders.publish.events import ABOUT
from loaders.publish.posting import closed_quarters, closed_years
from loaders.store.frames import rows
from loaders.store.grievances import grievance

TEN = 10
EVENT = "sensitive"


def sensitive_events(connection: Connection, end: pd.Timestamp) -> pd.DataFrame:
    """Their receipts up to a day, as ``events.events_of``."""
    days = rows(connection, select(grievance.c.received_on).where(grievance.c.is_sensitive))["received_on"]
    days = pd.to_datetime(days)
    return pd.DataFrame({"on": days[days <= end], "event": EVENT, **dict.fromkeys(ABOUT, "")})


def published_sensitive(posted_events: pd.DataFrame, limit: int) -> pd.DataFrame:
    """One row: through_year, counted_in (full numbers of which are counted), at_least_count (None: fewer than one).

    ``limit`` is the least count of other cases that is shown. No row before the first full year.
    """
    years = closed_years(closed_quarters(posted_events))
    step = -(-max(TEN, limit) // TEN) * TEN
    is_meant = (posted_events["event"] == EVENT) & posted_events["quarter"].dt.year.isin(years)
    count = int(posted_events.loc[is_meant, "event_count"].sum())
    at_least = pd.array([count // step * step or None], dtype="Int64")
    return pd.DataFrame({"through_year": [max(years, default=0)], "counted_in": [step], "at_least_count": at_least})[
        : len(years)
    ]
