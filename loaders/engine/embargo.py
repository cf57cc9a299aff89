"""Loads under embargo: read and checked when they come, in no table of figures before their time.

Such a load has its accepted rows kept like those of every load, and an entry of its own. Whatever computes what the
public may see passes over that entry: not even the number of the public version tells that something waits. When its
time has come, ``release`` loads the kept rows again, by the way of any file, as a load of its own.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, Row, delete, insert, select, update

from loaders.config.sources import Source
from loaders.datasets.registry import DATASETS
from loaders.engine import again, embargoed_loads, history, run
from loaders.engine.records import declare, is_declared
from loaders.engine.references import require_fitting, settle
from loaders.engine.run import Outcome, Terms
from loaders.engine.upload import Upload
from loaders.gate.checks import LoadRefused
from loaders.gate.reasons import publishable
from loaders.store.database import reading, write_transaction
from loaders.store.runs import EMBARGOED, RELEASED, WITHDRAWN, kept_rows, load_run


def load(engine: Engine, path: Path, source: Source, terms: Terms) -> Outcome:
    """Read and check a file as every load does, and keep its rows until ``terms.release_at``.

    Raises LoadRefused as every load does, and when another load of the source is under embargo. The same file with
    the same time changes nothing.
    """
    upload = Upload.read(path, source.read_by())
    with write_transaction(engine) as connection:
        same = _same(connection, source.key, upload, terms.release_at)
        if same is not None:
            return Outcome(False, same.run_id, same.rows_read, same.rows_written, same.rows_rejected)
        outcome, entry, parts = _trial(connection, source, upload, terms)
        if terms.dry_run:
            return outcome
        if not is_declared(connection, source.key):
            declare(connection, source)
        until = terms.release_at.astimezone(UTC)
        entry |= {"status": EMBARGOED, "release_at": until, "may_remove": terms.allow_removal}
        run_id = connection.execute(insert(load_run), entry).inserted_primary_key[0]
        connection.execute(
            insert(kept_rows), [{"run_id": run_id, "seq": seq, "content": content} for seq, content in parts]
        )
        return replace(outcome, run_id=run_id)


def withdraw(connection: Connection, entry: Row, reason: str | None) -> None:
    """Take a load under embargo back: its rows are deleted, its entry remains."""
    _end(connection, entry, WITHDRAWN, publishable(reason) or entry.reason)


def release(engine: Engine, sources: Mapping[str, Source]) -> Iterator[tuple[Row, Outcome | LoadRefused]]:
    """Bring in each load whose time has come, in a transaction of its own; a refused one stays under embargo."""
    with reading(engine) as connection:
        entries = embargoed_loads.due(connection)
    for entry in entries:
        try:
            yield entry, _release(engine, entry, sources.get(entry.source_key))
        except LoadRefused as error:
            yield entry, error


def _release(engine: Engine, entry: Row, source: Source | None) -> Outcome:
    with write_transaction(engine) as connection:
        if source is not None:
            declare(connection, source)
        about = {name: getattr(entry, name) for name in ("file_name", "sha256", "reason")} | {"releases": entry.run_id}
        parts, terms = again.parts(connection, entry), Terms(allow_removal=entry.may_remove)
        outcome = run.replace(connection, DATASETS[entry.loads], entry.source_key, parts, about, terms)
        # What the file held, not only what was kept of it.
        counts = {"rows_read": entry.rows_read, "rows_rejected": entry.rows_rejected + outcome.rows_rejected}
        connection.execute(update(load_run).where(load_run.c.run_id == outcome.run_id).values(counts))
        _end(connection, entry, RELEASED, entry.reason)
        settle(connection, entry.file_name)
        return replace(outcome, **counts)


def _end(connection: Connection, entry: Row, status: str, reason: str | None) -> None:
    """Raises LoadRefused when another command was faster."""
    is_held = (load_run.c.run_id == entry.run_id) & (load_run.c.status == EMBARGOED)
    if not connection.execute(update(load_run).where(is_held).values(status=status, reason=reason)).rowcount:
        raise LoadRefused(f"load {entry.run_id}", "is under embargo no longer; another command was faster")
    connection.execute(delete(kept_rows).where(kept_rows.c.run_id == entry.run_id))


def _same(connection: Connection, key: str, upload: Upload, at: datetime) -> Row | None:
    """The load that makes this one needless. Raises LoadRefused when another one of the source is under embargo."""
    entry = embargoed_loads.load_of(connection, key)
    if entry is None:
        runs = history.runs_of(connection, key)
        return runs[-1] if runs and runs[-1].sha256 == upload.sha256 else None
    if (entry.sha256, embargoed_loads.aware(entry.release_at)) == (upload.sha256, at):
        return entry
    reason = f"load {entry.run_id} of {key} is under embargo until {embargoed_loads.in_words(entry.release_at)}"
    take_back = f"`python -m loaders undo {entry.run_id}`"
    raise LoadRefused(upload.name, f"{reason}, and a source can have one such load; take it back first ({take_back})")


def _trial(connection: Connection, source: Source, upload: Upload, terms: Terms) -> tuple[Outcome, dict, list[tuple]]:
    """What loading a file comes to, its entry and its kept rows; the store is as it was. Raises LoadRefused."""
    with connection.begin_nested() as trial:
        outcome = run.put(connection, DATASETS[source.loads], source, upload, terms)
        require_fitting(connection, upload.name)
        entry = connection.execute(select(load_run).where(load_run.c.run_id == outcome.run_id)).mappings().one()
        query = select(kept_rows.c.seq, kept_rows.c.content).where(kept_rows.c.run_id == outcome.run_id)
        parts = [tuple(part) for part in connection.execute(query)]
        trial.rollback()
    return outcome, {name: value for name, value in entry.items() if name != "run_id"}, parts
