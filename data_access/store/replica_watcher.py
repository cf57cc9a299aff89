"""Keeps this host's copy of the newest complete version of the public store.

Requests never wait for the public store: a watcher asks it for its version and, when that has
changed, copies the public tables to a local file, checks the copy, and takes it into use under a
name of its own. Whatever goes wrong, the last good copy stays, also across restarts.
"""

from pathlib import Path
from tempfile import gettempdir
from threading import Thread
from time import monotonic, sleep
from typing import NamedTuple

from data_access.store import no_room, replication
from data_access.store.cache_dir import CacheDir
from data_access.store.edition_keeper import EditionKeeper
from data_access.store.trouble import OF_STORE, Trouble

PATIENCE_SECONDS = 8


class Replica(NamedTuple):
    """A complete local copy: its version and its file."""

    version: str
    path: Path


class ReplicaWatcher:
    """Holds the newest good copy: ``replica``, None without any."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._shelf = CacheDir(url)
        self._problem: str | None = None
        self._trouble = Trouble("the public store")
        self._asking_since: float | None = None
        newest = self._shelf.newest()
        self.replica = newest and Replica(newest.stem, newest)
        self._editions = EditionKeeper(url, self._shelf)
        self.refresh()

    @property
    def problem(self) -> str | None:
        """Why the store could not be read when last asked; ``unreachable`` too while it does not answer at all."""
        since = self._asking_since
        is_silent = since is not None and monotonic() - since > PATIENCE_SECONDS
        return "unreachable" if is_silent else self._problem

    def edition(self, content: str) -> Path | None:
        """The file of an edition's content by its name, if it is at hand."""
        return self._editions.copies.get(content)

    def watch(self, seconds: float) -> None:
        """Refresh again and again in the background, for the life of the process."""
        Thread(target=self._watch, args=(seconds,), daemon=True, name="snapshot-watcher").start()

    def refresh(self) -> None:
        """Take the store's version into use if it is another one than held. Never raises for a broken store."""
        self._asking_since = monotonic()
        try:
            self._follow()
            self._problem = None
            self._trouble.end()
        except replication.StoreProblem as problem:
            self._problem = problem.reason
            self._trouble.tell(OF_STORE[problem.reason])
        except OSError as error:
            is_full = no_room.is_reason_of(error)
            self._problem = no_room.REASON if is_full else "unreachable"
            what_to_do = "make room there" if is_full else "see whether it can be written to"
            self._trouble.tell(f"the public store cannot be copied to {gettempdir()} ({error.strerror}): {what_to_do}")
        self._asking_since = None
        self._editions.follow(self.replica and self.replica.path)

    def _watch(self, seconds: float) -> None:
        while True:
            sleep(seconds)
            self.refresh()

    def _follow(self) -> None:
        version = replication.version_of(self._url)
        if self.replica is None or self.replica.version != version or not self.replica.path.exists():
            path = self._shelf.take(version, self._copy)
            self.replica = Replica(path.stem, path)
        self._shelf.forget_others(self.replica.path)

    def _copy(self, target: Path) -> str:
        replication.copy_store(self._url, target)
        return replication.check_copy(target)
