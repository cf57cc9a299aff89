"""The state of every source, for people and for programs."""

import io
from datetime import UTC, date, datetime, timedelta
from typing import Any

from rich.console import Console
from rich.table import Table as RichTable
from sqlalchemy import func, select

from loaders.database import Stores, reading
from loaders.migrations import require_current
from loaders.store.runs import load_run, source

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


def of_sources(stores: Stores) -> list[dict[str, Any]]:
    """One entry per loaded source, as JSON can hold it. Raises StoreUnavailable."""
    require_current(stores)
    newest = select(func.max(load_run.c.run_id)).group_by(load_run.c.source_key)
    query = select(source, load_run).join(load_run, load_run.c.source_key == source.c.source_key)
    with reading(stores.private) as connection:
        found = connection.execute(query.where(load_run.c.run_id.in_(newest)).order_by(load_run.c.run_id)).mappings()
        return [_entry(row) for row in found]


def as_table(entries: list[dict[str, Any]]) -> str:
    """The entries as a text table."""
    table = RichTable(*COLUMNS.values())
    for entry in entries:
        table.add_row(*("" if entry[name] is None else str(entry[name]) for name in COLUMNS))
    console = Console(file=io.StringIO(), width=200)
    console.print(table if entries else "nothing is loaded")
    return console.file.getvalue().rstrip()


def timeliness(expected: date | None, today: date) -> str:
    """``unknown`` where no update is promised or no day is covered, else ``on time`` or ``late``."""
    if expected is None:
        return "unknown"
    return "late" if expected < today else "on time"


def _entry(row) -> dict[str, Any]:
    expected = _expected_by(row["period_last"], row["cadence_days"])
    state = timeliness(expected, datetime.now(UTC).date())
    entry = {**row, "expected_by": expected, "is_late": state == "late", "timeliness": state}
    return {name: _plain(value) for name, value in entry.items()}


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        # SQLite hands the stored UTC time back without its zone.
        return (value if value.tzinfo else value.replace(tzinfo=UTC)).astimezone(UTC).isoformat(timespec="seconds")
    return value.isoformat() if isinstance(value, date) else value


def _expected_by(last: date | None, cadence_days: int | None) -> date | None:
    return last + timedelta(days=cadence_days) if last and cadence_days else None
