"""The files of the private store and its reports: whatever the umask, nobody reads them but the loaders' user."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import IO

from data_access.store.private_store import FOLDER

OF_OTHERS = 0o077
OWN_FILE, OWN_FOLDER = 0o600, 0o700
# A SQLite file, and what SQLite puts beside it.
ENDINGS = ("", "-wal", "-shm", "-journal")
REPORTS, OF_REPORTS = "reports", (".csv", ".json")


def create(path: Path) -> None:
    """Make an empty file in a folder, where there is none. Raises OSError."""
    path.parent.parent.mkdir(parents=True, exist_ok=True)
    path.parent.mkdir(mode=OWN_FOLDER, exist_ok=True)
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, OWN_FILE))
    close(path)


def close(path: Path) -> None:
    """Take files and folder from all other users, also those that were made before. Raises OSError.

    A folder that holds other things too, such as the public store, stays open: its files are closed all the same.
    """
    for file in _files(path):
        _close(file, OWN_FILE)
    if is_alone(path):
        _close(path.parent, OWN_FOLDER)


def is_alone(path: Path) -> bool:
    """Whether nothing but the store, and the reports of loads, lies in its folder."""
    return {file.name for file in path.parent.iterdir()} <= {REPORTS, *(path.name + ending for ending in ENDINGS)}


def is_open(path: Path) -> bool:
    """Whether others can look into the folder of the store."""
    return bool(path.parent.stat().st_mode & OF_OTHERS)


def open_report(path: Path, encoding: str = "utf-8", newline: str | None = None) -> IO[str]:
    """A report to be written anew for this user alone, in a folder of reports: values of registers may stand in it.

    Raises OSError.
    """
    path.parent.mkdir(mode=OWN_FOLDER, parents=True, exist_ok=True)
    if all(file.suffix in OF_REPORTS for file in path.parent.iterdir()):
        _close(path.parent, OWN_FOLDER)
    if path.exists():
        _close(path, OWN_FILE)
    return open(path, "w", encoding=encoding, newline=newline, opener=_made_closed)


def write(path: Path, content: bytes) -> None:
    """Write a file that only this user reads, in the place of an earlier one, whole or not at all. Raises OSError."""
    partial = path.with_name(f".{path.name}.partial")
    partial.unlink(missing_ok=True)
    with open(partial, "xb", opener=_made_closed) as stream:
        stream.write(content)
    os.replace(partial, path)


def _made_closed(name: str, flags: int) -> int:
    return os.open(name, flags, OWN_FILE)


def move_in(path: Path, seconds: float) -> None:
    """Bring a store into its own folder that lies beside the public one, where it was by default once.

    Raises sqlite3.OperationalError while another process has it open for longer than ``seconds``, and OSError.
    """
    earlier = path.parent.parent / path.name
    if path.parent.name != FOLDER or path.exists() or not earlier.is_file():
        return
    with closing(sqlite3.connect(earlier, timeout=seconds)) as connection:
        # Ends the log: all there is stands in the one file then, and nobody else has it open.
        connection.execute("PRAGMA journal_mode = DELETE")
    path.parent.mkdir(mode=OWN_FOLDER, exist_ok=True)
    os.replace(earlier, path)
    close(path)


def _files(path: Path) -> Iterator[Path]:
    return (file for file in (path.with_name(path.name + ending) for ending in ENDINGS) if file.exists())


def _close(path: Path, mode: int) -> None:
    if path.stat().st_mode & OF_OTHERS:
        path.chmod(mode)
