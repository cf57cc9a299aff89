"""The state of every source, for people and for programs."""

import io
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table as RichTable
from sqlalchemy import Connection, func, select

from loaders import refusals
from loaders.database import Stores, reading
from loaders.days import today
from loaders.migrations import require_current
from loaders.sources import Source
from loaders.store.runs import load_run, source
from loaders.timeliness import expected_on

COLUMNS = {
    "source_key": "source",
    "run_id": "load",
    "finished_at": "loaded (UTC)",
    "loaded_by": "by",
    "rows_read": "read",
    "rows_written": "written",
    "rows_rejected": "set aside",
    "period_first": "from",
    "period_last": "to",
    "expected_by": "expected by",
    "timeliness": "state",
}
Entry = dict[str, Any]


def of_sources(stores: Stores, reports: Path, declared: Mapping[str, Source]) -> list[Entry]:
    """One entry per source, as JSON can hold it: the loaded ones by their load, then those that wait for a first one.

    Those are the declared sources that have an address or whose file was refused; what a load would have told is None
    for them. ``refused_at`` is None unless the last attempt was refused. Raises StoreUnavailable.
    """
    require_current(stores)
    with reading(stores.private) as connection:
        loaded = _loaded(connection)
    known = {row["source_key"] for row in loaded}
    others = [one for key, one in declared.items() if key not in known]
    waiting = [one.row() for one in others if one.address or refusals.last(reports, one.key)]
    return [_entry(row, refusals.last(reports, row["source_key"])) for row in [*loaded, *waiting]]


def as_table(entries: list[Entry]) -> str:
    """The entries as a text table, and below it a line for each source whose last attempt was refused."""
    table = RichTable(*COLUMNS.values())
    for entry in entries:
        table.add_row(*("" if entry[name] is None else str(entry[name]) for name in COLUMNS))
    console = Console(file=io.StringIO(), width=200)
    console.print(table if entries else "nothing is loaded")
    refused = [_refused(entry) for entry in entries if entry["refused_at"]]
    return "\n".join([console.file.getvalue().rstrip(), *refused])


def timeliness(expected: date | None, today: date) -> str:
    """``unknown`` where no update is promised or no day is covered, else ``on time`` or ``late``."""
    if expected is None:
        return "unknown"
    return "late" if expected < today else "on time"


def _loaded(connection: Connection) -> list[Mapping]:
    newest = select(func.max(load_run.c.run_id)).group_by(load_run.c.source_key)
    query = select(source, load_run).join(load_run, load_run.c.source_key == source.c.source_key)
    found = connection.execute(query.where(load_run.c.run_id.in_(newest)).order_by(load_run.c.run_id))
    return list(found.mappings())


def _entry(row: Mapping, refused: Mapping) -> Entry:
    row = dict.fromkeys((*load_run.c.keys(), *refusals.FIELDS)) | dict(row) | refused
    expected = expected_on(row["dataset"], row["kind"], row["period_last"], row["cadence_days"])
    state = timeliness(expected, today()) if row["run_id"] else "never loaded"
    entry = row | {"expected_by": expected, "is_late": state == "late", "timeliness": state}
    return {name: _plain(value) for name, value in entry.items()}


def _refused(entry: Entry) -> str:
    when = f"{entry['source_key']}: the last attempt was refused ({entry['refused_at']}), and changed nothing"
    return f"{when}: {entry['refused_file']}: {entry['refused_because']}"


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        # SQLite hands the stored UTC time back without its zone.
        return (value if value.tzinfo else value.replace(tzinfo=UTC)).astimezone(UTC).isoformat(timespec="seconds")
    return value.isoformat() if isinstance(value, date) else value
