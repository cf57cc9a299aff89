"""What changed between two loads of a source: rows added, changed and removed."""

from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd
from sqlalchemy import Connection

from loaders.dataset import Dataset
from loaders.history import kept

# Rows of each kind that are shown one by one; beyond that they are only counted.
LISTED = 1_000


@dataclass(frozen=True)
class Changes:
    """Counts of rows, of ``before`` rows in the earlier load, and the listed ones.

    ``listed`` has columns kind, key, column, before and after: a row per changed cell, and one per row added or
    removed.
    """

    added: int
    changed: int
    removed: int
    before: int
    listed: pd.DataFrame

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)

    def __str__(self) -> str:
        return f"{self.added} added, {self.changed} changed, {self.removed} removed"


def between(connection: Connection, dataset: Dataset, earlier: int, later: int) -> Changes:
    """Compare two loads by their run numbers; both must have kept rows.

    Rows are paired by the dataset's key; where it repeats, in their order. Rows of datasets without a key are
    compared as a whole, so none of them is ever ``changed``.
    """
    old, new = _prints(connection, dataset, earlier), _prints(connection, dataset, later)
    gone, come = _without(old, new, "row"), _without(new, old, "row")
    removed, added = _without(gone, come, "key"), _without(come, gone, "key")
    changed = _paired(gone, come)
    listed = [
        *_cells(
            _picked(connection, dataset, earlier, changed["place_old"]),
            _picked(connection, dataset, later, changed["place_new"]),
        ),
        *_whole("removed", _picked(connection, dataset, earlier, removed.index)),
        *_whole("added", _picked(connection, dataset, later, added.index)),
    ]
    frame = pd.DataFrame(listed, columns=["kind", "key", "column", "before", "after"])
    return Changes(len(added), len(changed), len(removed), len(old), frame)


def _prints(connection: Connection, dataset: Dataset, run_id: int) -> pd.DataFrame:
    """``key`` and ``row``, 64-bit prints of each row, indexed by its place in the load."""
    parts = [_part_prints(frame, dataset) for frame in _comparable(connection, dataset, run_id)]
    empty = pd.DataFrame({"key": [], "row": []}, dtype="uint64")
    return pd.concat([empty, *parts], ignore_index=True)


def _part_prints(frame: pd.DataFrame, dataset: Dataset) -> pd.DataFrame:
    whole = pd.util.hash_pandas_object(frame[sorted(frame)], index=False)
    key = pd.util.hash_pandas_object(frame[[*dataset.key]], index=False) if dataset.key else whole
    return pd.DataFrame({"key": key, "row": whole})


def _comparable(connection: Connection, dataset: Dataset, run_id: int) -> Iterator[pd.DataFrame]:
    for frame in kept(connection, run_id):
        yield frame.drop(columns=dataset.case) if dataset.case else frame


def _numbered(prints: pd.DataFrame, by: str) -> pd.DataFrame:
    return prints.assign(place=prints.index, nth=prints.groupby(by).cumcount())


def _without(these: pd.DataFrame, those: pd.DataFrame, by: str) -> pd.DataFrame:
    """Rows of the first that have no partner in the second; equal ones count as often as they occur."""
    repeated = these[these[by].duplicated(keep=False)]
    alone = these[~these[by].isin(those[by])]
    others = _numbered(those[those[by].isin(repeated[by])], by)[[by, "nth"]]
    pairs = _numbered(repeated, by).merge(others, on=[by, "nth"], how="left", indicator=True)
    left = pairs.loc[pairs["_merge"] == "left_only", "place"]
    return these.loc[alone.index.union(left)]


def _paired(gone: pd.DataFrame, come: pd.DataFrame) -> pd.DataFrame:
    return _numbered(gone, "key").merge(_numbered(come, "key"), on=["key", "nth"], suffixes=("_old", "_new"))


def _picked(connection: Connection, dataset: Dataset, run_id: int, places) -> list[tuple[str, dict]]:
    """The first LISTED rows at these places, in their order, each with its key as text."""
    wanted, found, begin = list(places[:LISTED]), {}, 0
    for frame in _comparable(connection, dataset, run_id) if wanted else ():
        inside = [place for place in wanted if begin <= place < begin + len(frame)]
        rows = frame.iloc[[place - begin for place in inside]]
        found |= dict(zip(inside, rows.astype(object).where(rows.notna(), None).to_dict("records"), strict=True))
        begin += len(frame)
        if len(found) == len(wanted):
            break
    return [(_key_text(found[place], dataset.key), found[place]) for place in wanted]


def _key_text(row: dict, key: tuple[str, ...]) -> str:
    return " ".join(str(row[name]) for name in key or row if row[name] is not None)


def _whole(kind: str, rows: list[tuple[str, dict]]) -> Iterator[tuple]:
    for key, _ in rows:
        yield kind, key, None, None, None


def _cells(old: list[tuple[str, dict]], new: list[tuple[str, dict]]) -> Iterator[tuple]:
    for (key, before), (_, after) in zip(old, new, strict=True):
        for column in {**before, **after}:
            if before.get(column) != after.get(column):
                yield "changed", key, column, before.get(column), after.get(column)
