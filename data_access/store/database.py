"""The door to what is known: a read-only view of one published version at a time."""

from collections.abc import Callable, Hashable, Mapping
from datetime import date
from functools import wraps
from pathlib import Path
from typing import Any

import pandas as pd
from sqlalchemy import Select, create_engine, event
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import QueuePool

from data_access.store import editions, guard
from data_access.store.memory import Memory
from data_access.store.replica_watcher import ReplicaWatcher
from data_access.store.trouble import Trouble
from data_access.vocabulary.bidi_marks import straight_rows
from data_access.vocabulary.edition import Edition, today_in
from data_access.vocabulary.frames import without_nan

FRAMES_REMEMBERED = 512
FACTS_REMEMBERED = 1024
EDITIONS_OPEN = 4
MEND_COPY = "if it stays so, empty the web's folder in TMPDIR and start the web again; it copies the public store anew"


class DataUnavailable(Exception):
    """There is nothing to read; ``reason`` is ``missing``, ``empty``, ``unreadable``, ``unreachable``, ``no_room``."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class EditionUnavailable(DataUnavailable):
    """An edition cannot be opened; ``reason`` is ``no_edition``, ``edition_withdrawn`` or ``edition_unreadable``."""

    def __init__(self, reason: str, edition: Edition | None = None) -> None:
        super().__init__(reason)
        self.edition = edition


class Snapshot:
    """One version of the public store, or an edition. A request takes one at its start and asks only that."""

    def __init__(
        self, path: Path, version: str, edition: Edition | None = None, newest: "Snapshot | None" = None
    ) -> None:
        self.version = version
        self.edition = edition
        # What an edition is compared with; None of the newest version itself.
        self.newest = newest
        # A few connections are kept: opening one costs more than most queries.
        pool = {"poolclass": QueuePool, "max_overflow": -1}
        self._engine = create_engine("sqlite://", creator=lambda: guard.open_read_only(path), **pool)
        event.listen(self._engine, "checkout", lambda connection, *_: guard.limit_time(connection))
        self._frames: Memory[pd.DataFrame] = Memory(FRAMES_REMEMBERED)
        self._facts: Memory[Any] = Memory(FACTS_REMEMBERED)
        self._trouble = Trouble(f"version {version}")

    @property
    def today(self) -> date:
        """The day for which late is told from on time: of an edition, the one on which it was frozen."""
        return today_in(self.edition)

    @property
    def editions(self) -> Mapping[str, Edition]:
        """All editions that the version knows, the newest first, by key. An edition knows of none."""
        return self.remember("editions", lambda: editions.of_rows(*self.rows(editions.QUERY)))

    def frame(self, query: Select) -> pd.DataFrame:
        """Rows of a SQLAlchemy Core query, one column for each selected one; no text and no day is NaN.

        The frame is remembered for as long as the version lives: take it, do not change it.
        Raises DataUnavailable when the snapshot cannot be read.
        """
        statement = query.compile(self._engine, compile_kwargs={"render_postcompile": True})
        return self._frames.recall((str(statement), *statement.params.items()), lambda: self._frame(query))

    def rows(self, query: Select) -> tuple[list[str], list[tuple]]:
        """Names of the columns, and plain rows, whose texts turn no line; not remembered.

        Raises DataUnavailable as ``frame`` does.
        """
        try:
            with self._engine.connect() as connection:
                result = connection.execute(query)
                return list(result.keys()), straight_rows(map(tuple, result.fetchall()))
        except (SQLAlchemyError, ValueError) as error:
            self._trouble.tell(f"version {self.version} cannot be read ({_cause(error)}): {MEND_COPY}")
            raise DataUnavailable("unreadable") from error

    def remember(self, key: Hashable, compute: Callable[[], Any]) -> Any:
        """What was computed under a key before, else what is computed now."""
        return self._facts.recall(key, compute)

    def _frame(self, query: Select) -> pd.DataFrame:
        columns, rows = self.rows(query)
        return without_nan(pd.DataFrame(rows, columns=columns))


def _cause(error: Exception) -> str:
    """The first line of what the database says; no statement, and no value of one."""
    return str(getattr(error, "orig", None) or type(error).__name__).splitlines()[0]


def per_version(function: Callable) -> Callable:
    """Remember what a function of a snapshot answers, by its other arguments, for as long as the version lives.

    Composing a query costs more than its answer; what does not depend on the reader's choice is asked once.
    """
    name = f"{function.__module__}.{function.__qualname__}"

    @wraps(function)
    def recall(snapshot: Snapshot, *arguments: Hashable):
        return snapshot.remember((name, *arguments), lambda: function(snapshot, *arguments))

    return recall


class Database:
    """The public store as this host knows it: the newest complete version, even while the store is away."""

    def __init__(self, url: str, watch_seconds: float = 2.0) -> None:
        self._keeper = ReplicaWatcher(url)
        self._keeper.watch(watch_seconds)
        self._snapshot: Snapshot | None = None
        self._editions: Memory[Snapshot] = Memory(EDITIONS_OPEN)

    def snapshot(self, edition: str | None = None) -> Snapshot:
        """The newest version, or the edition of a key.

        Raises DataUnavailable when this host has no version, and EditionUnavailable when it cannot open the edition.
        """
        newest = self._newest()
        return newest if edition is None else self._edition_snapshot(newest, newest.editions.get(edition))

    def _newest(self) -> Snapshot:
        replica = self._keeper.replica
        if replica is None:
            raise DataUnavailable(self._keeper.problem or "unreachable")
        if self._snapshot is None or self._snapshot.version != replica.version:
            self._snapshot = Snapshot(replica.path, replica.version)
        return self._snapshot

    def _edition_snapshot(self, newest: Snapshot, edition: Edition | None) -> Snapshot:
        if edition is None:
            raise EditionUnavailable("no_edition")
        if edition.sha256 is None:
            raise EditionUnavailable("edition_withdrawn", edition)
        path = self._keeper.edition(edition.content)
        if path is None:
            raise EditionUnavailable("edition_unreadable", edition)
        # What is told of an edition depends on what has changed since, too.
        version = f"{edition.content}.{newest.version}"
        return self._editions.recall(version, lambda: Snapshot(path, version, edition, newest))

    @property
    def problem(self) -> str | None:
        """Why the public store could not be read when last asked, or None. Held figures stay readable."""
        return self._keeper.problem
