"""One load: the file's rows, checked, in the place of the source's earlier rows, or nothing."""

import getpass
import hashlib
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, Row, delete, insert, select, text
from sqlalchemy.exc import IntegrityError

from loaders.checks import LoadRefused, checked
from loaders.database import writing
from loaders.dataset import Dataset, Tidy
from loaders.known import Known
from loaders.sources import Source
from loaders.store.runs import load_run
from loaders.store.runs import source as source_table
from loaders.write import replace_rows


@dataclass(frozen=True)
class Outcome:
    """What a load did. Without ``changed`` the same file had been loaded before, by run ``run_id``."""

    changed: bool
    run_id: int
    rows_read: int
    rows_written: int


def load(engine: Engine, dataset: Dataset, path: Path, source: Source) -> Outcome:
    """Load one file into the private store, in one transaction.

    Raises LoadRefused when the file breaks an expectation and StoreUnavailable when the
    store cannot be written; either way the store is as it was.
    """
    content = _content(path)
    digest = hashlib.sha256(content).hexdigest()
    with writing(engine) as connection:
        earlier = _last_run(connection, source.key)
        if earlier and earlier.sha256 == digest:
            return Outcome(False, earlier.run_id, earlier.rows_read, earlier.rows_written)
        return _replace(connection, dataset, path.name, content, source)


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise LoadRefused(path.name, f"cannot be read: {error.strerror}") from error


def _replace(connection: Connection, dataset: Dataset, file: str, content: bytes, source: Source) -> Outcome:
    started_at = datetime.now(UTC)
    known = Known(connection)
    frame = checked(dataset.read(content, file), dataset.schema(known), file)
    tidy = dataset.tidy(frame, known)
    _declare(connection, source)
    run_id = _record(connection, dataset, tidy, source, started_at, (file, content), len(frame))
    try:
        replace_rows(connection, tidy, {"source_key": source.key, "run_id": run_id, "updated_at": datetime.now(UTC)})
        _check_references(connection)
    except IntegrityError as error:
        raise LoadRefused(file, f"does not fit what other sources have loaded: {error.orig}") from error
    return Outcome(True, run_id, len(frame), _kept(tidy))


def _declare(connection: Connection, source: Source) -> None:
    """Write the source's present declaration; references to it are checked at the end."""
    row = {("source_key" if name == "key" else name): value for name, value in asdict(source).items() if name != "file"}
    connection.execute(delete(source_table).where(source_table.c.source_key == source.key))
    connection.execute(insert(source_table), row)


def _record(connection, dataset: Dataset, tidy: Tidy, source: Source, started_at, upload, rows_read: int) -> int:
    file, content = upload
    first, last = dataset.period(tidy) or (None, None)
    row = {
        "source_key": source.key,
        "loads": dataset.name,
        "file_name": file,
        "sha256": hashlib.sha256(content).hexdigest(),
        "started_at": started_at,
        "finished_at": datetime.now(UTC),
        "rows_read": rows_read,
        "rows_written": _kept(tidy),
        "rows_rejected": 0,
        "status": "loaded",
        "loaded_by": getpass.getuser(),
        "period_first": first,
        "period_last": last,
    }
    return connection.execute(insert(load_run), row).inserted_primary_key[0]


def _kept(tidy: Tidy) -> int:
    return len(next(iter(tidy.values())))


def _last_run(connection: Connection, key: str) -> Row | None:
    newest_first = select(load_run).where(load_run.c.source_key == key).order_by(load_run.c.run_id.desc())
    return connection.execute(newest_first).first()


def _check_references(connection: Connection) -> None:
    """Raise IntegrityError now, not at commit, when a code that others refer to has gone."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SET CONSTRAINTS ALL IMMEDIATE"))
        return
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    if broken:
        reason = f"rows of {broken[0]} refer to a row of {broken[2]} that is not there"
        raise IntegrityError("PRAGMA foreign_key_check", None, ValueError(reason))
