"""Columns of a publisher's file: that they are there, and codes for the words in them."""

from collections.abc import Collection, Mapping

import pandas as pd

from loaders.checks import LoadRefused
from loaders.formats.base import SetAside
from loaders.formats.mapping import Lookup


def present(frame: pd.DataFrame, columns: Collection[str], file: str) -> None:
    """Raises LoadRefused for a column that the file lacks."""
    missing = [column for column in columns if column not in frame]
    if missing:
        raise LoadRefused(file, "the column is missing", column=missing[0])


def translated(written: pd.Series, words: Mapping[str, str], column: str) -> tuple[pd.Series, list[SetAside]]:
    """Codes for the words of a column, and the rows set aside because there is none.

    The word itself is not repeated: in a file of complaints it may be anything.
    """
    found = Lookup(words).codes(written)
    reason = "is empty or has no code in the mapping"
    return found, [SetAside(row, column, None, reason) for row in written.index[found.isna()]]


def counted(what: str, names: Collection[str], most: int = 20) -> str:
    """``what`` with the number of names and the first of them."""
    listed = ", ".join(list(names)[:most])
    return f"{what}: {len(names)} ({listed}{', …' if len(names) > most else ''})"
