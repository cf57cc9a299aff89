"""The rows that a load leaves about itself: its source's declaration and its own entry."""

import getpass
import os
from collections.abc import Mapping
from datetime import UTC, datetime

from sqlalchemy import Connection, Engine, delete, func, insert, select, update

from loaders.dataset import Dataset
from loaders.filling import Filled
from loaders.sources import Source
from loaders.store.runs import load_run
from loaders.store.runs import source as source_table


def declare(connection: Connection, source: Source) -> None:
    """Write the source's present declaration; references to it are checked at the end."""
    row = source.row()
    connection.execute(delete(source_table).where(source_table.c.source_key == source.key))
    connection.execute(insert(source_table), row)


def record(connection: Connection, dataset: Dataset, key: str, about: Mapping) -> int:
    """Enter a load that begins, and give its number; ``about`` are columns that are known already."""
    counts = dict.fromkeys(("rows_read", "rows_written", "rows_rejected"), 0)
    row = {
        "source_key": key,
        "loads": dataset.name,
        "started_at": datetime.now(UTC),
        "finished_at": datetime.now(UTC),
        "status": "loaded",
        "loaded_by": _account(),
        **counts,
        **about,
    }
    return connection.execute(insert(load_run), row).inserted_primary_key[0]


def finish(connection: Connection, run_id: int, filled: Filled) -> None:
    """Enter what became of a load."""
    first, last = filled.period or (None, None)
    counted = {name: getattr(filled, name) for name in ("rows_read", "rows_written", "rows_rejected")}
    row = {**counted, "period_first": first, "period_last": last, "finished_at": datetime.now(UTC)}
    connection.execute(update(load_run).where(load_run.c.run_id == run_id), row)


def loaded_from_elsewhere(engine: Engine, declared: Mapping[str, Source]) -> list[str]:
    """Keys of sources that stand at another file than the one that the project brings along."""
    with engine.connect() as connection:
        newest = select(func.max(load_run.c.run_id)).group_by(load_run.c.source_key)
        loads = connection.execute(select(load_run).where(load_run.c.run_id.in_(newest))).all()
    foreign = [run for run in loads if run.source_key not in declared or declared[run.source_key].file != run.file_name]
    return sorted(run.source_key for run in foreign if run.rows_written)


def _account() -> str:
    """Name of the system account; in containers it may have a number only."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return str(os.getuid())
