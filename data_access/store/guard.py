"""The lock on the read-only door of SQLite.

``mode=ro`` alone is not enough: ATTACH can write another file and VACUUM INTO copies the
database. The authorizer lets through reading and functions, nothing else.
"""

import sqlite3
import time
from pathlib import Path

LONGEST_QUERY_SECONDS = 1.0
INSTRUCTIONS_BETWEEN_CHECKS = 10_000
READING = frozenset(
    {
        sqlite3.SQLITE_SELECT,
        sqlite3.SQLITE_READ,
        sqlite3.SQLITE_FUNCTION,
        sqlite3.SQLITE_RECURSIVE,
        sqlite3.SQLITE_TRANSACTION,
    }
)
REFUSED_FUNCTIONS = frozenset({"load_extension", "writefile", "readfile", "edit", "fts3_tokenizer"})


def open_read_only(path: Path) -> sqlite3.Connection:
    """A connection to an immutable SQLite file that can only read, and ask for no longer than a second from now."""
    connection = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
    connection.execute("PRAGMA query_only = ON")
    connection.execute("PRAGMA trusted_schema = OFF")
    # Sorting needs no disk, which may be full.
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    connection.set_authorizer(_allow)
    limit_time(connection)
    return connection


def limit_time(connection: sqlite3.Connection) -> None:
    """Interrupt what is asked from now on when it runs for too long. Call it again when a connection is used again."""
    start = time.monotonic()
    connection.set_progress_handler(
        lambda: int(time.monotonic() - start > LONGEST_QUERY_SECONDS), INSTRUCTIONS_BETWEEN_CHECKS
    )


def _allow(action: int, first: str | None, second: str | None, _database: str | None, _trigger: str | None) -> int:
    if action == sqlite3.SQLITE_PRAGMA:
        # SQLAlchemy asks for the isolation level when it connects first; asking is all that is allowed.
        return sqlite3.SQLITE_OK if (first, second) == ("read_uncommitted", None) else sqlite3.SQLITE_DENY
    if action == sqlite3.SQLITE_FUNCTION and (second or "").lower() in REFUSED_FUNCTIONS:
        return sqlite3.SQLITE_DENY
    return sqlite3.SQLITE_OK if action in READING else sqlite3.SQLITE_DENY
