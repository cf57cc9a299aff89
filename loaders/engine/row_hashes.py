"""64-bit prints of the rows of a load, in a file of their own: only a share of them is in memory at a time."""

from collections.abc import Iterable, Sequence
from typing import BinaryIO

import numpy as np
import pandas as pd

PRINT = np.dtype([("key", "u8"), ("row", "u8")])
# Prints that are looked at in one share, and that are read from the file at a time.
SHARE, AT_A_TIME = 1_000_000, 250_000


class Prints:
    """``key`` and ``row``, the prints of each row's key and of the whole row; rows are numbered from 0."""

    def __init__(self, file: BinaryIO, frames: Iterable[pd.DataFrame], key: Sequence[str]) -> None:
        """``frames`` are the parts of the load; without ``key``, the whole row is its key. ``file`` is empty."""
        self._file, begins = file, [0]
        for frame in frames:
            self._file.write(_of(frame, key).tobytes())
            begins.append(begins[-1] + len(frame))
        self._begins, self.count = np.array(begins[:-1], dtype=int), begins[-1]

    def share(self, number: int, shares: int) -> pd.DataFrame:
        """The prints whose keys belong to this one of so many shares, indexed by the number of their row."""
        self._file.seek(0)
        frames = []
        for begin in range(0, self.count, AT_A_TIME):
            prints = np.frombuffer(self._file.read(AT_A_TIME * PRINT.itemsize), PRINT)
            places = np.flatnonzero(prints["key"] % shares == number)
            frames.append(pd.DataFrame(prints[places], index=places + begin))
        return pd.concat(frames or [pd.DataFrame(np.empty(0, PRINT))])

    def places(self, rows: Sequence[int]) -> dict[str, np.ndarray]:
        """``part`` (from 0) and ``place`` in it of each row."""
        parts = np.searchsorted(self._begins, rows, side="right") - 1
        return {"part": parts, "place": np.array(rows, dtype=int) - self._begins[parts]}


def _of(frame: pd.DataFrame, key: Sequence[str]) -> np.ndarray:
    prints = np.empty(len(frame), PRINT)
    prints["row"] = pd.util.hash_pandas_object(frame[sorted(frame)], index=False)  # type: ignore[type-var]
    prints["key"] = pd.util.hash_pandas_object(frame[[*key]], index=False) if key else prints["row"]
    return prints
