"""The state of every source, for people and for programs."""

import io
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table as RichTable
from sqlalchemy import Connection, func, select

from data_access.vocabulary.languages import LANGUAGES
from data_access.vocabulary.timeliness import expected_on, timeliness
from loaders.commands import refusals
from loaders.config.sources import IN_LANGUAGES, Source
from loaders.engine import embargoed_loads
from loaders.migrations import require_current
from loaders.store import incident_decisions
from loaders.store.database import Stores, reading
from loaders.store.runs import EMBARGOED, LOADED, load_run, source

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
# Of the load of a source that is under embargo: its number, its rows, its time.
EMBARGO = ("embargoed_run", "embargoed_rows", "release_at", "embargo_has_ended")
Entry = dict[str, Any]


def of_sources(stores: Stores, reports: Path, sources: Mapping[str, Source]) -> list[Entry]:
    """One entry per source, as JSON can hold it: the loaded ones by their load, then those that wait for a first one.

    Those are the declared sources that have an address or whose file was refused, and those whose first load is under
    embargo; what a load would have told is None for them. ``refused_at`` is None unless the last attempt was refused,
    EMBARGO unless a load is under embargo. With each list of incidents stands how many incidents of all lists are held
    back, and how many were taken down. Raises StoreUnavailable.
    """
    require_current(stores)
    with reading(stores.private) as connection:
        loaded_rows, counts = _loaded_rows(connection), incident_decisions.counts(connection)
        embargoed, never = _embargoed(connection), _never_loaded(connection)
    keys = {row["source_key"] for row in [*loaded_rows, *never]}
    others = [one for key, one in sources.items() if key not in keys]
    never += [one.row() for one in others if one.address or refusals.last(reports, one.key)]
    nothing, none = dict.fromkeys(counts), dict.fromkeys(EMBARGO)
    return [
        _entry(row, refusals.last(reports, row["source_key"]))
        | (counts if row["loads"] == "incidents" else nothing)
        | embargoed.get(row["source_key"], none)
        for row in [*loaded_rows, *never]
    ]


def as_table(entries: list[Entry]) -> str:
    """The entries as a text table, below it what is held back, under embargo, not translated yet, and refused last."""
    table = RichTable(*COLUMNS.values())
    for entry in entries:
        table.add_row(*("" if entry[name] is None else str(entry[name]) for name in COLUMNS))
    console = Console(file=io.StringIO(), width=200)
    console.print(table if entries else "nothing is loaded")
    refused_lines = [_refusal(entry) for entry in entries if entry["refused_at"]]
    withheld_lines = {incident_decisions.sentence(entry) for entry in entries if entry["loads"] == "incidents"} - {""}
    embargoed = [_until(entry) for entry in entries if entry["embargoed_run"]]
    untranslated = [text for entry in entries if (text := _untranslated(entry))]
    return "\n".join([console.file.getvalue().rstrip(), *withheld_lines, *embargoed, *untranslated, *refused_lines])  # type: ignore[attr-defined]


def _loaded_rows(connection: Connection) -> list[Mapping]:
    newest = select(func.max(load_run.c.run_id)).where(load_run.c.status == LOADED).group_by(load_run.c.source_key)
    query = select(source, load_run).join(load_run, load_run.c.source_key == source.c.source_key)
    result = connection.execute(query.where(load_run.c.run_id.in_(newest)).order_by(load_run.c.run_id))
    return list(result.mappings())


def _never_loaded(connection: Connection) -> list[Mapping]:
    """Sources whose first load is under embargo."""
    keys = select(load_run.c.source_key).where(load_run.c.status == EMBARGOED)
    loaded_keys = select(load_run.c.source_key).where(load_run.c.status == LOADED)
    query = select(source).where(source.c.source_key.in_(keys), source.c.source_key.not_in(loaded_keys))
    return list(connection.execute(query.order_by(source.c.source_key)).mappings())


def _embargoed(connection: Connection) -> dict[str, Entry]:
    """EMBARGO by source."""
    return {
        entry.source_key: dict(
            zip(
                EMBARGO,
                (entry.run_id, entry.rows_written, _plain(entry.release_at), embargoed_loads.is_due(entry)),
                strict=True,
            )
        )
        for entry in embargoed_loads.loads(connection)
    }


def _entry(row: Mapping, refusal: Mapping) -> Entry:
    row = dict.fromkeys((*load_run.c.keys(), *refusals.FIELDS)) | dict(row) | refusal
    due_on = expected_on(row["dataset"], row["kind"], row["period_last"], row["cadence_days"])
    state = timeliness(due_on).replace("_", " ") if row["run_id"] else "never loaded"
    entry = row | {"expected_by": due_on, "is_late": state == "late", "timeliness": state}
    return {name: _plain(value) for name, value in entry.items()}


def _until(entry: Entry) -> str:
    at = embargoed_loads.in_words(datetime.fromisoformat(entry["release_at"]))
    rows = f"{entry['embargoed_rows']} {'row' if entry['embargoed_rows'] == 1 else 'rows'}"
    what = f"{entry['source_key']}: load {entry['embargoed_run']} ({rows}) is under embargo until {at}"
    if entry["embargo_has_ended"]:
        return f"{what}, which is over: `python -m loaders release-due` brings it in"
    is_later = entry["run_id"] and entry["run_id"] > entry["embargoed_run"]
    return what + (f"; it will take the place of load {entry['run_id']}, which came after it" if is_later else "")


def _untranslated(entry: Entry) -> str:
    """What readers in some language get in another one; empty where nothing is."""
    parts = [
        f"{name} in {', '.join(codes)}"
        for name in IN_LANGUAGES
        if (codes := [code for code in LANGUAGES if not entry[f"{name}_{code}"]])
    ]
    return f"{entry['source_key']}: not translated yet: {'; '.join(parts)}" if parts else ""


def _refusal(entry: Entry) -> str:
    when = f"{entry['source_key']}: the last attempt was refused ({entry['refused_at']}), and changed nothing"
    return f"{when}: {entry['refused_file']}: {entry['refused_because']}"


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        # SQLite hands the stored UTC time back without its zone.
        return (value if value.tzinfo else value.replace(tzinfo=UTC)).astimezone(UTC).isoformat(timespec="seconds")
    return value.isoformat() if isinstance(value, date) else value
