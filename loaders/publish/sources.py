"""Every source that has rows: who published it, what of it was loaded, how old it is."""

from dataclasses import dataclass

import pandas as pd
from sqlalchemy import Connection, select

from loaders.read import rows
from loaders.store.runs import load_run, source
from loaders.timeliness import expected_on

COUNTED = {"rows_written": "row_count", "rows_rejected": "set_aside_count", "rows_read": "read_count"}
NAMES = {"finished_at": "loaded_at", "period_first": "covers_from", "period_last": "newest_on", **COUNTED}
QUARTER = pd.DateOffset(months=3)


@dataclass(frozen=True)
class Shown:
    """Of the grievances: number of cases that the shown counts cover, their first year and their last day."""

    cases: int
    first_year: int | None
    end: pd.Timestamp | None


def published_sources(connection: Connection, shown: Shown) -> pd.DataFrame:
    """Rows of the public ``source`` table.

    For grievances the records' days and the counts would follow the register from day to day. Instead of them stands
    what the shown counts cover; nothing is said of the rows that were read, and the next figures are those of the
    next whole quarter.
    """
    frame = last_runs(connection).rename(columns=NAMES)
    frame[["read_count", "set_aside_count"]] = frame[["read_count", "set_aside_count"]].astype("Int64")
    of_people = frame["dataset"] == "grievances"
    frame.loc[of_people, ["read_count", "set_aside_count"]] = None
    frame.loc[of_people, "covers_from"] = pd.Timestamp(shown.first_year, 1, 1) if shown.first_year else None
    frame.loc[of_people, "newest_on"] = shown.end
    frame.loc[of_people, "row_count"] = shown.cases
    promised = frame["newest_on"].where(~of_people, frame["newest_on"] + QUARTER)
    frame["expected_on"] = [
        expected_on(row.dataset, row.kind, *_known(newest, row.cadence_days))
        for row, newest in zip(frame.itertuples(), promised, strict=True)
    ]
    return frame


def last_runs(connection: Connection) -> pd.DataFrame:
    """Every source with its newest load; one whose only load was taken back is as if it had never been loaded."""
    query = select(source, *(load_run.c[name] for name in NAMES))
    joined = query.join(load_run, load_run.c.source_key == source.c.source_key).order_by(load_run.c.run_id)
    newest = rows(connection, joined).drop_duplicates("source_key", keep="last")
    return newest[newest["rows_written"] > 0]


def _known(*values) -> list:
    return [None if pd.isna(value) else value for value in values]
