"""One load: the file's rows, checked, in the place of the source's earlier rows, or nothing."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, Row
from sqlalchemy.exc import DataError, IntegrityError

from loaders.config.sources import Source
from loaders.engine import embargoed_loads, history
from loaders.engine.changes import Changes, between
from loaders.engine.gc_pause import without_gc
from loaders.engine.parts import Part, parts_of
from loaders.engine.records import count, declare, enter_checks, finish, record
from loaders.engine.references import mismatch, settle
from loaders.engine.upload import Upload
from loaders.engine.write import remove_rows
from loaders.engine.write_parts import WriteTotals, fill
from loaders.gate.checks import LoadRefused
from loaders.gate.constraints import in_words
from loaders.gate.dataset import Dataset
from loaders.gate.publisher_format import SetAside
from loaders.gate.reference_codes import ReferenceCodes
from loaders.gate.rules import Findings, Severity
from loaders.store.database import write_transaction

# A file with fewer of the earlier rows than this is more likely cut off than corrected.
MOST_REMOVED = 0.1


@dataclass(frozen=True)
class Terms:
    """How a load is asked for.

    ``reason`` is published with it; ``release_at``: it waits until then; ``on_part`` is told the size of each part.
    """

    reason: str | None = None
    allow_removal: bool = False
    dry_run: bool = False
    release_at: datetime | None = None
    on_part: Callable[[int], None] = lambda _size: None


PLAINLY = Terms()


@dataclass(frozen=True)
class Outcome:
    """What a load did, or would do. Without ``has_changed`` the same file had been loaded before, by run ``run_id``.

    ``changes`` compares with the load that it replaced; None where there is none to compare with.
    """

    has_changed: bool
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
    with write_transaction(engine) as connection:
        runs = history.runs_of(connection, source.key)
        if runs and runs[-1].sha256 == upload.sha256:
            return Outcome(False, runs[-1].run_id, runs[-1].rows_read, runs[-1].rows_written, runs[-1].rows_rejected)
        embargoed_loads.require_free(connection, source.key, upload.sha256)
        outcome = put(connection, dataset, source, upload, terms)
        settle(connection, upload.name, terms.dry_run)
        return outcome


def put(connection: Connection, dataset: Dataset, source: Source, upload: Upload, terms: Terms) -> Outcome:
    """Put the rows of a file in the place of its source's, as a new run. Raises LoadRefused."""
    reference_codes = ReferenceCodes(connection)
    declare(connection, source)
    about = {"file_name": upload.name, "sha256": upload.sha256, "started_at": upload.started_at, "reason": terms.reason}
    outcome = replace(connection, dataset, source.key, parts_of(upload, dataset, source, reference_codes), about, terms)
    upload.require_unchanged()
    return outcome


def replace(
    connection: Connection, dataset: Dataset, key: str, parts: Iterable[Part], about: Mapping, terms: Terms
) -> Outcome:
    """Put these rows in the place of the source's, as a new run; ``about`` are columns of it. Raises LoadRefused."""
    earlier = (history.runs_of(connection, key) or [None])[-1]
    run_id = record(connection, dataset, key, about)
    findings = Findings()
    try:
        with without_gc():
            totals = fill(connection, dataset, parts, {"source_key": key, "run_id": run_id}, findings, terms.on_part)
        _require_rows(totals, findings, about["file_name"], dataset.is_guarded)
        finish(connection, run_id, totals)
        enter_checks(connection, run_id, findings)
        changes = _comparison(connection, dataset, earlier, run_id)
        _count(connection, run_id, earlier, changes, totals)
        _require_kept(changes, terms, about["file_name"])
        dataset.derive(connection)
    except IntegrityError as error:
        raise LoadRefused(about["file_name"], mismatch(error)) from error
    except DataError as error:
        raise LoadRefused(about["file_name"], in_words(error)) from error
    return Outcome(True, run_id, totals.rows_read, totals.rows_written, totals.rows_rejected, changes, findings)


def remove(connection: Connection, dataset: Dataset, key: str, about: Mapping) -> int:
    """Take all rows of a source away, as a new run, and give its number."""
    earlier = history.runs_of(connection, key)[-1]
    remove_rows(connection, key)
    dataset.derive(connection)
    run_id = record(connection, dataset, key, about)
    count(connection, run_id, 0, 0, earlier.rows_written)
    return run_id


def _require_rows(totals: WriteTotals, findings: Findings, file: str, is_guarded: bool) -> None:
    """Messages end in logs and mails; the report is its operator's alone."""
    if findings.refusal:
        places = [finding.place for finding in findings.items if finding.severity == "refused"]
        first = findings.refusal
        value = None if is_guarded else first.value
        raise LoadRefused(first.file, first.reason, first.row, first.column, value, places)
    if not totals.rows_written:
        # A remark is no reason, although it may come first.
        places = [one.place for one in sorted(findings.items, key=lambda one: one.severity is Severity.WARN)]
        first = places[0] if places else SetAside(None, None, None, "it is empty")
        reason = f"has no row that can be loaded: {first.reason}"
        raise LoadRefused(file, reason, first.row, first.column, None if is_guarded else first.value, places)


def _count(
    connection: Connection, run_id: int, earlier: Row | None, changes: Changes | None, totals: WriteTotals
) -> None:
    if earlier is None:
        count(connection, run_id, totals.rows_written, 0, 0)
    elif changes is not None:
        count(connection, run_id, changes.added, changes.changed, changes.removed)


def _comparison(connection: Connection, dataset: Dataset, earlier: Row | None, run_id: int) -> Changes | None:
    if earlier is None or not history.is_kept(connection, earlier):
        return None
    return between(connection, dataset, earlier.run_id, run_id)


def _require_kept(changes: Changes | None, terms: Terms, file: str) -> None:
    if changes and changes.removed > MOST_REMOVED * changes.before and not terms.allow_removal:
        reason = f"would remove {changes.removed} of the {changes.before} rows that its source has now"
        raise LoadRefused(file, f"{reason}; if that is meant, load it with --allow-removal")
