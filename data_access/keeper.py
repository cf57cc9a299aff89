"""Keeps this host's copy of the newest complete version of the public store.

Requests never wait for the public store: a watcher asks it for its version and, when that has
changed, copies the public tables to a local file, checks the copy, and takes it into use under a
name of its own. Whatever goes wrong, the last good copy stays, also across restarts.
"""

import fcntl
import hashlib
import logging
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from time import sleep, time
from typing import IO, NamedTuple

from data_access import copying

COPIES_KEPT = 3
LONGEST_USE_SECONDS = 60
LOCK_SECONDS = 0.05


class Held(NamedTuple):
    """A complete local copy: its version and its file."""

    version: str
    path: Path


class Keeper:
    """Holds the newest good copy. ``problem`` says why the store could not be read, ``held`` what is at hand."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._folder = _folder(url)
        self.problem: str | None = None
        self.held = self._newest_copy()
        self.refresh()

    def watch(self, seconds: float) -> None:
        """Refresh again and again in the background, for the life of the process."""
        Thread(target=self._watch, args=(seconds,), daemon=True, name="snapshot-watcher").start()

    def refresh(self) -> None:
        """Take the store's version into use if it is another one than held. Never raises for a broken store."""
        try:
            version = copying.version_of(self._url)
            if self.held is None or self.held.version != version or not self.held.path.exists():
                self.held = self._fetch(version)
            self.problem = None
        except copying.StoreProblem as problem:
            self.problem = problem.reason
        except OSError:
            logging.getLogger(__name__).exception("no room for a local copy of the public store")
            self.problem = "unreachable"

    def _watch(self, seconds: float) -> None:
        while True:
            sleep(seconds)
            self.refresh()

    def _fetch(self, version: str) -> Held:
        self._folder = _folder(self._url)  # made again: temporary folders are swept
        with _alone(self._folder):
            path = self._folder / f"{version}.sqlite"
            if not _is_whole(path):
                version = self._copy()
                path = self._folder / f"{version}.sqlite"
            os.utime(path)
            self._forget_old_copies()
        return Held(version, path)

    def _copy(self) -> str:
        """Copy the store under a passing name, check it, and give it its own. Another version may have come since."""
        passing = self._folder / "incoming.partial"
        passing.unlink(missing_ok=True)
        copying.copy_store(self._url, passing)
        version = copying.check_copy(passing)
        os.replace(passing, self._folder / f"{version}.sqlite")
        return version

    def _newest_copy(self) -> Held | None:
        for path in self._copies():
            if _is_whole(path):
                return Held(path.stem, path)
            path.unlink(missing_ok=True)
        return None

    def _copies(self) -> list[Path]:
        return sorted(self._folder.glob("*.sqlite"), key=_last_taken, reverse=True)

    def _forget_old_copies(self) -> None:
        """Remove copies that nobody reads: a request that began with an older one ends with it."""
        for path in self._copies()[COPIES_KEPT:]:
            if time() - _last_taken(path) > LONGEST_USE_SECONDS:
                path.unlink(missing_ok=True)


def _is_whole(path: Path) -> bool:
    """Whether a copy is there and holds the version of its name."""
    try:
        return copying.check_copy(path) == path.stem
    except copying.StoreProblem:
        return False


def _last_taken(path: Path) -> float:
    """When a process last took a copy into use; long ago when it has just been removed."""
    try:
        return path.stat().st_mtime
    except FileNotFoundError:
        return 0.0


def _folder(url: str) -> Path:
    """A folder of this user's own for copies of this store; another store never shares it."""
    own = Path(tempfile.gettempdir()) / f"mining-dashboard-{os.getuid()}"
    own.mkdir(mode=0o700, exist_ok=True)
    if own.lstat().st_uid != os.getuid() or own.is_symlink():
        raise PermissionError(f"{own} belongs to another user: remove it or set TMPDIR")
    folder = own / hashlib.sha256(copying.whereabouts(url).encode()).hexdigest()[:16]
    folder.mkdir(exist_ok=True)
    return folder


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """One process of this host copies at a time; the others find its copy.

    Asks again and again rather than waiting in the lock, which would stop all requests of a gevent worker.
    """
    with open(folder / "lock", "w") as lock:
        while not _is_taken(lock):
            sleep(LOCK_SECONDS)
        yield


def _is_taken(lock: IO) -> bool:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
