"""Whether something failed because a disk is full: then nothing is damaged, and there is something to do about it."""

import errno
import sqlite3

REASON = "no_room"
FULL = (errno.ENOSPC, errno.EDQUOT)


def is_reason_of(error: BaseException) -> bool:
    """Whether an error of the system or of SQLite, or what SQLAlchemy has made of one, says that there is no room."""
    cause = getattr(error, "orig", None) or error
    return getattr(cause, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL or (
        isinstance(cause, OSError) and cause.errno in FULL
    )
