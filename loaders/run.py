"""One load: the file's rows, checked, in the place of the source's earlier rows, or nothing."""

import getpass
import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
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


@dataclass(frozen=True)
class Upload:
    """A file as it was when the load began: reading it once keeps a file that changes meanwhile consistent."""

    name: str
    content: bytes
    started_at: datetime

    @classmethod
    def read(cls, path: Path) -> "Upload":
        """Raises LoadRefused when there is nothing to read."""
        try:
            return cls(path.name, path.read_bytes(), datetime.now(UTC))
        except OSError as error:
            raise LoadRefused(path.name, f"cannot be read: {error.strerror}") from error

    @property
    def sha256(self) -> str:
        """Hash of the bytes."""
        return hashlib.sha256(self.content).hexdigest()


def load(engine: Engine, dataset: Dataset, path: Path, source: Source) -> Outcome:
    """Load one file into the private store, in one transaction.

    Raises LoadRefused when the file breaks an expectation and StoreUnavailable when the
    store cannot be written; either way the store is as it was.
    """
    upload = Upload.read(path)
    with writing(engine) as connection:
        earlier = _last_run(connection, source.key)
        if earlier and earlier.sha256 == upload.sha256:
            return Outcome(False, earlier.run_id, earlier.rows_read, earlier.rows_written)
        return _replace(connection, dataset, upload, source)


def _replace(connection: Connection, dataset: Dataset, upload: Upload, source: Source) -> Outcome:
    known = Known(connection)
    frame = checked(dataset.read(upload.content, upload.name), dataset.schema(known), upload.name)
    tidy = dataset.tidy(frame, known)
    rows = {"rows_read": len(frame), "rows_written": len(next(iter(tidy.values())))}
    _declare(connection, source)
    run_id = _record(connection, source, upload, _period(dataset, tidy) | rows)
    try:
        replace_rows(connection, tidy, {"source_key": source.key, "run_id": run_id, "updated_at": datetime.now(UTC)})
        _check_references(connection)
    except IntegrityError as error:
        reason = str(error.orig).splitlines()[0]
        raise LoadRefused(upload.name, f"does not fit what other sources have loaded: {reason}") from error
    return Outcome(True, run_id, **rows)


def loaded_from_elsewhere(engine: Engine, declared: Mapping[str, Source]) -> list[str]:
    """Keys of sources that were loaded from another file than the one that the project brings along."""
    with engine.connect() as connection:
        loads = connection.execute(select(load_run.c.source_key, load_run.c.file_name).distinct()).all()
    return sorted({key for key, name in loads if key not in declared or declared[key].file != name})


def _declare(connection: Connection, source: Source) -> None:
    """Write the source's present declaration; references to it are checked at the end."""
    row = source.row()
    connection.execute(delete(source_table).where(source_table.c.source_key == source.key))
    connection.execute(insert(source_table), row)


def _period(dataset: Dataset, tidy: Tidy) -> dict[str, date | None]:
    first, last = dataset.period(tidy) or (None, None)
    return {"period_first": first, "period_last": last}


def _record(connection: Connection, source: Source, upload: Upload, counted: dict) -> int:
    row = {
        "source_key": source.key,
        "loads": source.loads,
        "file_name": upload.name,
        "sha256": upload.sha256,
        "started_at": upload.started_at,
        "finished_at": datetime.now(UTC),
        "rows_rejected": 0,
        "status": "loaded",
        "loaded_by": _account(),
        **counted,
    }
    return connection.execute(insert(load_run), row).inserted_primary_key[0]


def _account() -> str:
    """Name of the system account; in containers it may have a number only."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return str(os.getuid())


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
