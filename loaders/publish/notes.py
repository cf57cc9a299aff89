"""When and why the figures of each source changed."""

import pandas as pd
from sqlalchemy import Connection, select

from loaders.datasets.registry import DATASETS
from loaders.publish.sources import DATASETS_HELD_BACK
from loaders.store.decisions import incident_decision
from loaders.store.frames import rows
from loaders.store.runs import LOADED, load_run

COUNTS = ["rows_added", "rows_changed", "rows_removed"]
NOTE_COLUMNS = ["source_key", "kind", "loaded_at", *COUNTS, "reason"]


def published_notes(connection: Connection, moments: pd.Series) -> pd.DataFrame:
    """Rows of the public ``load_note`` table; ``moments`` are the keys of the published sources.

    Of guarded datasets no rows are counted, and nothing is told of a list of which every row is held back. Other loads
    that changed nothing and have no reason are left out. Numbers of loads stay private: a gap between them would tell
    that figures are under embargo.
    """
    notes = pd.concat([_loads(connection, moments), _takedowns(connection)], ignore_index=True)
    notes = notes.sort_values("loaded_at", kind="stable", ignore_index=True)
    return notes.rename_axis("note_id").reset_index()[["note_id", *NOTE_COLUMNS]]


def _loads(connection: Connection, published_keys: pd.Series) -> pd.DataFrame:
    names = ("source_key", "loads", "undoes", "releases", "reason", *COUNTS)
    query = select(load_run.c.finished_at.label("loaded_at"), *(load_run.c[name] for name in names))
    loads = rows(connection, query.where(load_run.c.status == LOADED).order_by(load_run.c.run_id))
    loads = loads[~loads["loads"].isin(DATASETS_HELD_BACK) | loads["source_key"].isin(published_keys)]
    loads["loaded_at"] = pd.to_datetime(loads["loaded_at"], utc=True)
    loads[COUNTS] = loads[COUNTS].astype("Int64")
    is_guarded = loads["loads"].map(lambda name: DATASETS[name].is_guarded).astype(bool)
    is_silent = ~is_guarded & loads["reason"].isna() & (loads[COUNTS] == 0).all(axis=1)
    loads["kind"] = "load"
    loads.loc[loads["undoes"].notna(), "kind"] = "undo"
    loads.loc[loads["releases"].notna(), "kind"] = "release"
    loads.loc[is_guarded, COUNTS] = pd.NA
    return loads.loc[~is_silent, NOTE_COLUMNS]


def _takedowns(connection: Connection) -> pd.DataFrame:
    """Without key and reason; none of an incident that was never public."""
    log = incident_decision.c
    query = select(log.decided_at).where(log.decision == "taken_down", log.was_public).order_by(log.decision_id)
    decisions = rows(connection, query)
    notes = pd.DataFrame({"loaded_at": pd.to_datetime(decisions["decided_at"], utc=True)}).assign(kind="takedown")
    return notes.reindex(columns=NOTE_COLUMNS)
