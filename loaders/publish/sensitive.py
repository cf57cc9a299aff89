"""Cases of violence, reprisal and sexual harm: one number for the whole country, and no other.

They are received in full years, all years together, and counted in full tens: a difference between two versions then
tells no more than that a ten was reached.
"""

import pandas as pd
from sqlalchemy import Connection, select

from loaders.read import rows
from loaders.store.grievances import grievance

TEN = 10


def published_sensitive(connection: Connection, end: pd.Timestamp, limit: int) -> pd.DataFrame:
    """One row: through_year, counted_in (full numbers of which are counted), at_least_count (None: fewer than one).

    ``end`` is the last day that is published, ``limit`` the least count of other cases that is shown.
    """
    days = rows(connection, select(grievance.c.received_on).where(grievance.c.is_sensitive))["received_on"]
    year = end.year if (end.month, end.day) == (12, 31) else end.year - 1
    count, step = int((pd.to_datetime(days).dt.year <= year).sum()), max(TEN, limit)
    at_least = pd.array([count // step * step or None], dtype="Int64")
    return pd.DataFrame({"through_year": [year], "counted_in": [step], "at_least_count": at_least})
