"""Every source that has rows: who published it, what of it was loaded, how old it is."""

from dataclasses import dataclass

import pandas as pd
from sqlalchemy import Connection, select

from data_access.vocabulary.timeliness import expected_on
from loaders.datasets.registry import DATASETS
from loaders.store.frames import rows
from loaders.store.runs import LOADED, load_check, load_run, source

GUARDED_DATASETS = frozenset(name for name, dataset in DATASETS.items() if dataset.is_guarded)
COUNT_COLUMNS = {"rows_written": "row_count", "rows_rejected": "set_aside_count", "rows_read": "read_count"}
NAMES = {"finished_at": "loaded_at", "period_first": "covers_from", "period_last": "newest_on", **COUNT_COLUMNS}
# Data sets of which single rows may be held back.
DATASETS_HELD_BACK = ("incidents", "replies")
QUARTER = pd.DateOffset(months=3)


@dataclass(frozen=True)
class GrievanceTotals:
    """Of the grievances: number of cases that the shown counts cover, their first year and their last day."""

    cases: int
    first_year: int | None
    end: pd.Timestamp | None


def published_sources(
    connection: Connection, totals: GrievanceTotals, incidents: pd.DataFrame, replies: pd.DataFrame
) -> pd.DataFrame:
    """Rows of the public ``source`` table; ``incidents`` and ``replies`` are the published ones.

    Of both, days and rows are those of the published ones: the day of one that is held back is told nowhere, nor that
    there is one, by the rows that were read, or by a list of which nothing is public: that has no row here.
    For grievances the records' days and the counts would follow the register from day to day. Instead of them stands
    what the shown counts cover; nothing is said of the rows that were read, and the next figures are those of the
    next whole quarter.
    """
    frame = last_runs(connection).rename(columns=NAMES)
    frame[["read_count", "set_aside_count"]] = frame[["read_count", "set_aside_count"]].astype("Int64")
    frame.loc[frame["loads"].isin(GUARDED_DATASETS), ["read_count", "set_aside_count"]] = None
    of_people = frame["dataset"] == "grievances"
    frame.loc[of_people, "covers_from"] = pd.Timestamp(totals.first_year, 1, 1) if totals.first_year else None
    frame.loc[of_people, "newest_on"] = totals.end
    frame.loc[of_people, "row_count"] = totals.cases
    _tell_of_released(frame, "incidents", incidents.set_index("source_key")["starts_on"])
    _tell_of_released(frame, "replies", replies.set_index("source_key")["replied_on"])
    frame = frame[~(frame["loads"].isin(DATASETS_HELD_BACK) & (frame["row_count"] == 0))].reset_index(drop=True)
    newest_days = frame["newest_on"].where(~of_people, frame["newest_on"] + QUARTER)
    frame["expected_on"] = [
        expected_on(row.dataset, row.kind, *_known_values(newest, row.cadence_days))
        for row, newest in zip(frame.itertuples(), newest_days, strict=True)
    ]
    return frame


def published_checks(connection: Connection, moments: pd.Series) -> pd.DataFrame:
    """Rows of the public ``source_check`` table: what ran over the newest load of each ``moments`` source, by key.

    Of registers of people, and of incidents, which may be held back, no counts are told.
    """
    newest = last_runs(connection)[["run_id", "source_key", "loads"]]
    frame = rows(connection, select(load_check)).merge(newest, on="run_id").sort_values(["source_key", "seq"])
    frame = frame[frame["source_key"].isin(moments)]
    counts = frame["row_count"].astype("Int64").mask(frame["loads"].isin(GUARDED_DATASETS))
    severity = frame["severity"].str.replace(" ", "_")
    return frame.drop(columns=["run_id", "loads"]).assign(row_count=counts, severity=severity)


def _tell_of_released(frame: pd.DataFrame, loads: str, published_days: pd.Series) -> None:
    """Days and rows of the sources of a dataset; ``published_days`` are the days of its published rows, by source."""
    days = published_days.groupby(level=0)
    for row in frame.index[frame["loads"] == loads]:
        key = frame.at[row, "source_key"]
        frame.at[row, "covers_from"] = days.min().get(key)
        frame.at[row, "newest_on"] = days.max().get(key)
        frame.at[row, "row_count"] = days.size().get(key, 0)


def last_runs(connection: Connection) -> pd.DataFrame:
    """Every source with its newest load; one whose only load was taken back is as if it had never been loaded.

    So is one whose only load waits for its release.
    """
    query = select(source, load_run.c.run_id, *(load_run.c[name] for name in NAMES))
    runs = query.join(load_run, load_run.c.source_key == source.c.source_key).order_by(load_run.c.run_id)
    newest = rows(connection, runs.where(load_run.c.status == LOADED)).drop_duplicates("source_key", keep="last")
    return newest[newest["rows_written"] > 0]


def _known_values(*values) -> list:
    return [None if pd.isna(value) else value for value in values]
