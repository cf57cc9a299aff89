"""The file of a SQLite store: copied, and read as another user than the one who writes it.

SQLite reads a file with a write-ahead log by way of that log only, and would make one to read, which this user may not.
While nobody has the file open there is no log, and all that there is stands in the file.
"""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

State = tuple[bool, int, int]


def is_still(path: Path) -> bool:
    """Whether no loader has the file open, and this is not their user."""
    return not _log(path).exists() and not os.access(path.parent, os.W_OK)


def state(path: Path) -> State:
    """What is another one when a loader has come in between. Raises OSError."""
    status = path.stat()
    return _log(path).exists(), status.st_mtime_ns, status.st_size


def back_up(reader: sqlite3.Connection, target: Path) -> None:
    """Copy a store, as it is read, to a new file, without contents of editions."""
    with closing(sqlite3.connect(target)) as writer:
        reader.backup(writer)
        # A copy is one immutable file: it must not look for the write-ahead log of its source.
        writer.execute("PRAGMA journal_mode = DELETE")
        _leave_out_contents(writer)


def _leave_out_contents(copy: sqlite3.Connection) -> None:
    """Without the contents of editions a copy stays as small as one version."""
    is_there = "SELECT 1 FROM sqlite_master WHERE name = 'edition_part'"
    if copy.execute(is_there).fetchone() and copy.execute("DELETE FROM edition_part").rowcount:
        copy.commit()
        copy.execute("VACUUM")


def _log(path: Path) -> Path:
    return path.with_name(f"{path.name}-wal")
