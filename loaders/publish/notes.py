"""When and why the figures of each source changed."""

import pandas as pd
from sqlalchemy import Connection, select

from loaders.datasets import DATASETS
from loaders.read import rows
from loaders.store.decisions import incident_decision
from loaders.store.runs import LOADED, load_run

COUNTS = ["rows_added", "rows_changed", "rows_removed"]
TOLD = ["source_key", "kind", "loaded_at", *COUNTS, "reason"]


def published_notes(connection: Connection) -> pd.DataFrame:
    """Rows of the public ``load_note`` table. Of guarded datasets no rows are counted.

    Other loads that changed nothing and have no reason are left out. Numbers of loads stay private: a gap between
    them would tell that figures are under embargo.
    """
    found = pd.concat([_loads(connection), _takedowns(connection)], ignore_index=True)
    found = found.sort_values("loaded_at", kind="stable", ignore_index=True)
    return found.rename_axis("note_id").reset_index()[["note_id", *TOLD]]


def _loads(connection: Connection) -> pd.DataFrame:
    names = ("source_key", "loads", "undoes", "releases", "reason", *COUNTS)
    query = select(load_run.c.finished_at.label("loaded_at"), *(load_run.c[name] for name in names))
    found = rows(connection, query.where(load_run.c.status == LOADED).order_by(load_run.c.run_id))
    found["loaded_at"] = pd.to_datetime(found["loaded_at"], utc=True)
    found[COUNTS] = found[COUNTS].astype("Int64")
    is_guarded = found["loads"].map(lambda name: DATASETS[name].is_guarded).astype(bool)
    is_silent = ~is_guarded & found["reason"].isna() & (found[COUNTS] == 0).all(axis=1)
    found["kind"] = "load"
    found.loc[found["undoes"].notna(), "kind"] = "undo"
    found.loc[found["releases"].notna(), "kind"] = "release"
    found.loc[is_guarded, COUNTS] = pd.NA
    return found.loc[~is_silent, TOLD]


def _takedowns(connection: Connection) -> pd.DataFrame:
    """Without key and reason; none of an incident that was held back and never released: it was never public."""
    log = rows(connection, select(incident_decision).order_by(incident_decision.c.decision_id))
    decided = {name: set(log.loc[log["decision"] == name, "incident_id"]) for name in ("held", "released")}
    is_told = ~log["incident_id"].isin(decided["held"] - decided["released"])
    told = log[(log["decision"] == "taken_down") & is_told]
    found = pd.DataFrame({"loaded_at": pd.to_datetime(told["decided_at"], utc=True)}).assign(kind="takedown")
    return found.reindex(columns=TOLD)
