"""The door to what is known: a read-only view of one published version at a time."""

from collections.abc import Callable, Hashable
from functools import wraps
from operator import attrgetter
from pathlib import Path
from threading import Lock
from typing import Any

import pandas as pd
from cachetools import LRUCache, cachedmethod
from sqlalchemy import Select, create_engine, event
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import QueuePool

from data_access import guard
from data_access.keeper import Keeper

FRAMES_REMEMBERED = 512
FACTS_REMEMBERED = 1024


class DataUnavailable(Exception):
    """There is nothing to read; ``reason`` is ``missing``, ``empty``, ``unreadable`` or ``unreachable``."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Snapshot:
    """One version of the public store. A request takes one at its start and asks only that."""

    def __init__(self, path: Path, version: str) -> None:
        self.version = version
        # A few connections are kept: opening one costs more than most queries.
        pool = {"poolclass": QueuePool, "max_overflow": -1}
        self._engine = create_engine("sqlite://", creator=lambda: guard.open_read_only(path), **pool)
        event.listen(self._engine, "checkout", lambda connection, *_: guard.limit_time(connection))
        self._frames: LRUCache = LRUCache(FRAMES_REMEMBERED)
        self._facts: LRUCache = LRUCache(FACTS_REMEMBERED)
        self._lock = Lock()

    def frame(self, query: Select) -> pd.DataFrame:
        """Rows of a SQLAlchemy Core query, one column for each selected one.

        The frame is remembered for as long as the version lives: take it, do not change it.
        Raises DataUnavailable when the snapshot cannot be read.
        """
        compiled = query.compile(self._engine, compile_kwargs={"render_postcompile": True})
        return self._answer(str(compiled), tuple(compiled.params.items()), query)

    def rows(self, query: Select) -> tuple[list[str], list[tuple]]:
        """Names of the columns, and plain rows; not remembered. Raises DataUnavailable as ``frame`` does."""
        try:
            with self._engine.connect() as connection:
                result = connection.execute(query)
                return list(result.keys()), list(map(tuple, result.fetchall()))
        except (SQLAlchemyError, ValueError) as error:
            raise DataUnavailable("unreadable") from error

    def remember(self, key: Hashable, compute: Callable[[], Any]) -> Any:
        """What was computed under a key before, else what is computed now."""
        with self._lock:
            if key in self._facts:
                return self._facts[key]
        value = compute()
        with self._lock:
            return self._facts.setdefault(key, value)

    @cachedmethod(attrgetter("_frames"), key=lambda _self, sql, values, _query: (sql, values), lock=attrgetter("_lock"))
    def _answer(self, _sql: str, _values: tuple, query: Select) -> pd.DataFrame:
        columns, rows = self.rows(query)
        return pd.DataFrame(rows, columns=columns)


def per_version(function: Callable) -> Callable:
    """Remember what a function of a snapshot answers, by its other arguments, for as long as the version lives.

    Composing a query costs more than its answer; what does not depend on the reader's choice is asked once.
    """
    name = f"{function.__module__}.{function.__qualname__}"

    @wraps(function)
    def remembered(snapshot: Snapshot, *arguments: Hashable):
        return snapshot.remember((name, *arguments), lambda: function(snapshot, *arguments))

    return remembered


class Database:
    """The public store as this host knows it: the newest complete version, even while the store is away."""

    def __init__(self, url: str, watch_seconds: float = 2.0) -> None:
        self._keeper = Keeper(url)
        self._keeper.watch(watch_seconds)
        self._snapshot: Snapshot | None = None

    def snapshot(self) -> Snapshot:
        """The version to answer from. Raises DataUnavailable when this host has none."""
        held = self._keeper.held
        if held is None:
            raise DataUnavailable(self._keeper.problem or "unreachable")
        if self._snapshot is None or self._snapshot.version != held.version:
            self._snapshot = Snapshot(held.path, held.version)
        return self._snapshot

    @property
    def problem(self) -> str | None:
        """Why the public store could not be read when last asked, or None. Held figures stay readable."""
        return self._keeper.problem
