"""Keeps this host's copy of the newest complete version of the public store.

Requests never wait for the public store: a watcher asks it for its version and, when that has
changed, copies the public tables to a local file, checks the copy, and takes it into use under a
name of its own. Whatever goes wrong, the last good copy stays, also across restarts.
"""

import fcntl
import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from time import sleep
from typing import NamedTuple

from data_access import copying

COPIES_KEPT = 3


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
            if self.held is None or self.held.version != version:
                self.held = self._fetch(version)
            self.problem = None
        except copying.StoreProblem as problem:
            self.problem = problem.reason

    def _watch(self, seconds: float) -> None:
        while True:
            sleep(seconds)
            self.refresh()

    def _fetch(self, version: str) -> Held:
        with _alone(self._folder):
            path = self._folder / f"{version}.sqlite"
            if not path.exists():
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
            try:
                return Held(copying.check_copy(path), path)
            except copying.StoreProblem:
                path.unlink(missing_ok=True)
        return None

    def _copies(self) -> list[Path]:
        return sorted(self._folder.glob("*.sqlite"), key=lambda path: path.stat().st_mtime, reverse=True)

    def _forget_old_copies(self) -> None:
        for path in self._copies()[COPIES_KEPT:]:
            path.unlink(missing_ok=True)


def _folder(url: str) -> Path:
    """A folder of this user's own for copies of this store; another store never shares it."""
    own = Path(tempfile.gettempdir()) / f"mining-dashboard-{os.getuid()}"
    own.mkdir(mode=0o700, exist_ok=True)
    if own.stat().st_uid != os.getuid():
        raise PermissionError(f"{own} belongs to another user: remove it or set TMPDIR")
    folder = own / hashlib.sha256(url.encode()).hexdigest()[:16]
    folder.mkdir(exist_ok=True)
    return folder


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """One process of this host copies at a time; the others find its copy."""
    with open(folder / "lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
