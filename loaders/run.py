"""One load: the file's rows, checked, in the place of the source's earlier rows, or nothing."""

import getpass
import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, Row, delete, func, insert, select, text, update
from sqlalchemy.exc import IntegrityError

from loaders import history
from loaders.changes import Changes, between
from loaders.checks import LoadRefused
from loaders.database import writing
from loaders.dataset import Dataset
from loaders.filling import Filled, fill
from loaders.known import Known
from loaders.parts import Part, parts_of
from loaders.rules import Findings
from loaders.sources import Source
from loaders.store.runs import load_run
from loaders.store.runs import source as source_table
from loaders.upload import Upload
from loaders.write import remove_rows

# A file with fewer of the earlier rows than this is more likely cut off than corrected.
MOST_REMOVED = 0.1


@dataclass(frozen=True)
class Terms:
    """How a load is asked for. ``why`` is kept with it; ``on_part`` is told the size of each part."""

    why: str | None = None
    allow_removal: bool = False
    dry_run: bool = False
    on_part: Callable[[int], None] = lambda _size: None


PLAINLY = Terms()


@dataclass(frozen=True)
class Outcome:
    """What a load did, or would do. Without ``changed`` the same file had been loaded before, by run ``run_id``.

    ``changes`` compares with the load that it replaced; None where there is none to compare with.
    """

    changed: bool
    run_id: int
    rows_read: int
    rows_written: int
    rows_rejected: int = 0
    changes: Changes | None = None
    findings: Findings = field(default_factory=Findings)


def load(engine: Engine, dataset: Dataset, path: Path, source: Source, terms: Terms = PLAINLY) -> Outcome:
    """Load one file, or all files of a folder, into the private store, in one transaction.

    Raises LoadRefused when the file breaks an expectation and StoreUnavailable when the
    store cannot be written; either way the store is as it was, as it is after a dry run.
    """
    upload = Upload.read(path, source.read_by())
    with writing(engine) as connection:
        runs = history.runs_of(connection, source.key)
        if runs and runs[-1].sha256 == upload.sha256:
            return Outcome(False, runs[-1].run_id, runs[-1].rows_read, runs[-1].rows_written, runs[-1].rows_rejected)
        known = Known(connection)
        _declare(connection, source)
        about = {"file_name": upload.name, "sha256": upload.sha256, "started_at": upload.started_at}
        outcome = replace(
            connection,
            dataset,
            source.key,
            parts_of(upload, dataset, source, known),
            about | {"message": terms.why},
            terms,
        )
        upload.require_unchanged()
        if terms.dry_run:
            connection.rollback()
        return outcome


def replace(
    connection: Connection, dataset: Dataset, key: str, parts: Iterable[Part], about: Mapping, terms: Terms
) -> Outcome:
    """Put these rows in the place of the source's, as a new run; ``about`` are columns of it. Raises LoadRefused."""
    earlier = (history.runs_of(connection, key) or [None])[-1]
    run_id = _record(connection, dataset, key, about)
    found = Findings()
    try:
        filled = fill(connection, dataset, parts, {"source_key": key, "run_id": run_id}, found, terms.on_part)
        _require_rows(filled, found, about["file_name"])
        _finish(connection, run_id, filled)
        changes = _compared(connection, dataset, earlier, run_id)
        _require_kept(changes, terms, about["file_name"])
        _check_references(connection)
    except IntegrityError as error:
        raise LoadRefused(about["file_name"], _unfitting(error)) from error
    return Outcome(True, run_id, filled.rows_read, filled.rows_written, filled.rows_rejected, changes, found)


def remove(connection: Connection, dataset: Dataset, key: str, about: Mapping) -> int:
    """Take all rows of a source away, as a new run, and give its number. Raises LoadRefused."""
    run_id = _record(connection, dataset, key, about)
    try:
        remove_rows(connection, key)
        _check_references(connection)
    except IntegrityError as error:
        raise LoadRefused(about["file_name"], _unfitting(error)) from error
    return run_id


def loaded_from_elsewhere(engine: Engine, declared: Mapping[str, Source]) -> list[str]:
    """Keys of sources that stand at another file than the one that the project brings along."""
    with engine.connect() as connection:
        newest = select(func.max(load_run.c.run_id)).group_by(load_run.c.source_key)
        loads = connection.execute(select(load_run).where(load_run.c.run_id.in_(newest))).all()
    foreign = [run for run in loads if run.source_key not in declared or declared[run.source_key].file != run.file_name]
    return sorted(run.source_key for run in foreign if run.rows_written)


def _declare(connection: Connection, source: Source) -> None:
    """Write the source's present declaration; references to it are checked at the end."""
    row = source.row()
    connection.execute(delete(source_table).where(source_table.c.source_key == source.key))
    connection.execute(insert(source_table), row)


def _record(connection: Connection, dataset: Dataset, key: str, about: Mapping) -> int:
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


def _finish(connection: Connection, run_id: int, filled: Filled) -> None:
    first, last = filled.period or (None, None)
    counted = {name: getattr(filled, name) for name in ("rows_read", "rows_written", "rows_rejected")}
    row = {**counted, "period_first": first, "period_last": last, "finished_at": datetime.now(UTC)}
    connection.execute(update(load_run).where(load_run.c.run_id == run_id), row)


def _require_rows(filled: Filled, found: Findings, file: str) -> None:
    if found.refused:
        places = [finding.place for finding in found.listed if finding.severity == "refused"]
        first = found.refused
        raise LoadRefused(first.file, first.reason, first.row, first.column, first.value, places)
    if not filled.rows_written:
        places = [finding.place for finding in found.listed]
        raise LoadRefused(file, "has no row that can be loaded", problems=places)


def _compared(connection: Connection, dataset: Dataset, earlier: Row | None, run_id: int) -> Changes | None:
    if earlier is None or not history.is_kept(connection, earlier):
        return None
    return between(connection, dataset, earlier.run_id, run_id)


def _require_kept(changes: Changes | None, terms: Terms, file: str) -> None:
    if changes and changes.removed > MOST_REMOVED * changes.before and not terms.allow_removal:
        reason = f"would remove {changes.removed} of the {changes.before} rows that its source has now"
        raise LoadRefused(file, f"{reason}; if that is meant, load it with --allow-removal")


def _unfitting(error: IntegrityError) -> str:
    return f"does not fit what other sources have loaded: {str(error.orig).splitlines()[0]}"


def _account() -> str:
    """Name of the system account; in containers it may have a number only."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return str(os.getuid())


def _check_references(connection: Connection) -> None:
    """Raise IntegrityError now, not at commit, when a code that others refer to has gone."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SET CONSTRAINTS ALL IMMEDIATE"))
        return
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    if broken:
        reason = f"rows of {broken[0]} refer to a row of {broken[2]} that is not there"
        raise IntegrityError("PRAGMA foreign_key_check", None, ValueError(reason))
