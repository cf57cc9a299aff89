"""What changed between two loads of a source: rows added, changed and removed."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from tempfile import TemporaryFile
from typing import BinaryIO

import pandas as pd
from sqlalchemy import Connection

from loaders.engine.history import kept_part, kept_parts
from loaders.engine.row_hashes import SHARE, Prints
from loaders.gate.dataset import Dataset

# Rows of each kind that are shown one by one; beyond that they are only counted.
MOST_ROWS = 1_000


@dataclass(frozen=True)
class Changes:
    """Counts of rows, of ``before`` rows in the earlier load, and the listed ones.

    ``rows`` has columns kind, key, column, before and after: a row per changed cell, and one per row added or
    removed.
    """

    added: int
    changed: int
    removed: int
    before: int
    rows: pd.DataFrame

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)

    def __str__(self) -> str:
        return f"{self.added} added, {self.changed} changed, {self.removed} removed"


def between(connection: Connection, dataset: Dataset, earlier: int, later: int) -> Changes:
    """Compare two loads by their run numbers; both must have kept rows.

    Rows are paired by the dataset's key; where it repeats, in their order. Rows of datasets without a key are
    compared as a whole, so none of them is ever ``changed``.
    """
    with TemporaryFile() as one, TemporaryFile() as other:
        return _between(_Load(connection, dataset, earlier, one), _Load(connection, dataset, later, other), dataset)


def _between(old: "_Load", new: "_Load", dataset: Dataset) -> Changes:
    removals, additions, corrections = _Places(), _Places(), _Places()
    shares = 1 + max(old.prints.count, new.prints.count) // SHARE
    for number in range(shares):
        _compare(old.prints.share(number, shares), new.prints.share(number, shares), removals, additions, corrections)
    entries = [
        *_cells(_with_keys(old.rows(corrections.first["old"]), dataset), new.rows(corrections.first["new"])),
        *_whole("removed", _with_keys(old.rows(removals.first["old"]), dataset)),
        *_whole("added", _with_keys(new.rows(additions.first["new"]), dataset)),
    ]
    frame = pd.DataFrame(entries, columns=["kind", "key", "column", "before", "after"])
    return Changes(additions.count, corrections.count, removals.count, old.prints.count, frame)


class _Load:
    """The kept rows of a load without the register's numbers, and their prints."""

    def __init__(self, connection: Connection, dataset: Dataset, run_id: int, file: BinaryIO) -> None:
        self._connection, self._case, self._run_id = connection, dataset.case, run_id
        self._parts = kept_parts(connection, run_id)
        self.prints = Prints(file, map(self._part, self._parts), dataset.key)

    def rows(self, numbers: pd.Series) -> list[dict]:
        """The rows of these numbers, in their order; no part is read twice."""
        wanted_places = pd.DataFrame(self.prints.places(numbers))
        rows_by_place: dict[int, dict] = {}
        for part, places in wanted_places.groupby("part")["place"]:
            rows = self._part(self._parts[part]).iloc[places].astype(object)
            rows_by_place |= dict(zip(places.index, rows.where(rows.notna(), None).to_dict("records"), strict=True))
        return [rows_by_place[place] for place in wanted_places.index]

    def _part(self, number: int) -> pd.DataFrame:
        frame = kept_part(self._connection, self._run_id, number)
        return frame.drop(columns=self._case) if self._case else frame


@dataclass
class _Places:
    """How many rows, and the first MOST_ROWS of them: ``old`` and ``new``, their numbers in the loads."""

    count: int = 0
    first: pd.DataFrame | None = None

    def add(self, **numbers: Sequence[int]) -> None:
        places = pd.DataFrame(numbers)
        self.count += len(places)
        self.first = pd.concat([self.first, places.head(MOST_ROWS)]).sort_values([*numbers]).head(MOST_ROWS)


def _compare(old: pd.DataFrame, new: pd.DataFrame, removals: _Places, additions: _Places, corrections: _Places) -> None:
    old_only, come = _without(old, new, "row"), _without(new, old, "row")
    removals.add(old=_without(old_only, come, "key").index)
    additions.add(new=_without(come, old_only, "key").index)
    pairs = _paired(old_only, come)
    corrections.add(old=pairs["place_old"], new=pairs["place_new"])


def _numbered(prints: pd.DataFrame, by: str) -> pd.DataFrame:
    return prints.assign(place=prints.index, nth=prints.groupby(by).cumcount())


def _without(these: pd.DataFrame, those: pd.DataFrame, by: str) -> pd.DataFrame:
    """Rows of the first that have no partner in the second; equal ones count as often as they occur."""
    repeats = these[these[by].duplicated(keep=False)]
    alone = these[~these[by].isin(those[by])]
    others = _numbered(those[those[by].isin(repeats[by])], by)[[by, "nth"]]
    pairs = _numbered(repeats, by).merge(others, on=[by, "nth"], how="left", indicator=True)
    unpaired = pairs.loc[pairs["_merge"] == "left_only", "place"]
    return these.loc[alone.index.union(unpaired)]


def _paired(old_only: pd.DataFrame, come: pd.DataFrame) -> pd.DataFrame:
    return _numbered(old_only, "key").merge(_numbered(come, "key"), on=["key", "nth"], suffixes=("_old", "_new"))


def _with_keys(rows: list[dict], dataset: Dataset) -> Iterator[tuple[str, dict]]:
    """Each row with its key as text."""
    for row in rows:
        yield " ".join(str(row[name]) for name in dataset.key or row if row[name] is not None), row


def _whole(kind: str, rows: Iterable[tuple[str, dict]]) -> Iterator[tuple]:
    for key, _ in rows:
        yield kind, key, None, None, None


def _cells(old: Iterable[tuple[str, dict]], new: list[dict]) -> Iterator[tuple]:
    for (key, before), after in zip(old, new, strict=True):
        for column in {**before, **after}:
            if before.get(column) != after.get(column):
                yield "changed", key, column, before.get(column), after.get(column)
