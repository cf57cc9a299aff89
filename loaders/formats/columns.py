"""Columns of a publisher's file: that they are there, and codes for the words in them."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

import numpy as np
import pandas as pd

from loaders.formats.mapping import Lookup
from loaders.gate.checks import LoadRefused
from loaders.gate.publisher_format import SetAside


def present(frame: pd.DataFrame, columns: Collection[str], file: str) -> None:
    """Raises LoadRefused that names all columns which the file lacks, and those that it has."""
    missing = [column for column in dict.fromkeys(columns) if column not in frame]
    if missing:
        reason = "the column is missing" if len(missing) == 1 else "the columns are missing"
        raise LoadRefused(file, f"{reason}; there are {', '.join(map(str, frame))}", column=", ".join(missing))


def codes_for_words(cells: pd.Series, words: Mapping[str, str], column: str) -> tuple[pd.Series, list[SetAside]]:
    """Codes for the words of a column, and the rows set aside because there is none, with the word that has none."""
    codes = Lookup(words).codes(cells)
    strange_words = cells[codes.isna()]
    reason = "is empty or has no code in the mapping"
    pairs = zip(strange_words.index.tolist(), strange_words, strict=True)
    return codes, [SetAside(row, column, None if pd.isna(word) else word, reason) for row, word in pairs]


def expectations_met(
    rows: pd.DataFrame,
    expectations: Iterable[tuple[str, pd.Series, str]],
    titles: Mapping[str, str] = MappingProxyType({}),
) -> tuple[pd.Series, tuple[SetAside, ...]]:
    """True for each row that keeps every expectation, and the first that each other one breaks.

    An expectation is a column, whether it holds (by row; missing: it does not), and what is said where it does not.
    ``titles`` are names of columns as the file has them.
    """
    failures: dict[int, SetAside] = {}
    numbers = rows.index.tolist()
    for name, is_met, reason in expectations:
        cells = rows[name].tolist()
        for place in np.flatnonzero(~is_met.fillna(False).to_numpy(dtype=bool)).tolist():
            cell = None if pd.isna(cells[place]) else str(cells[place]).strip()
            failures.setdefault(place, SetAside(numbers[place], titles.get(name, name), cell, reason))
    holds_all = pd.Series([place not in failures for place in range(len(rows))], rows.index, dtype=bool)
    return holds_all, tuple(failures.values())


def without_words(set_aside: Iterable[SetAside]) -> list[SetAside]:
    """The same without the words: in a file of complaints, or of those who measured, they may be anything."""
    return [replace(item, value=None) for item in set_aside]


def count_of(text: str, names: Collection[str], most: int = 20) -> str:
    """``text`` with the number of names and the first of them."""
    examples = ", ".join(list(names)[:most])
    return f"{text}: {len(names)} ({examples}{', …' if len(names) > most else ''})"
