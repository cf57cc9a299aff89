"""What a publisher's format is to the loaders."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from loaders.gate.reference_codes import ReferenceCodes


@dataclass(frozen=True)
class SetAside:
    """A row of the file that is not loaded, and why; ``row`` counts as a spreadsheet does, None: no row of its own."""

    row: int | None
    column: str | None
    value: str | None
    reason: str


@dataclass(frozen=True)
class Reading:
    """What was read: rows with the columns of the dataset's documented format, as text, indexed by row of the file.

    ``set_aside`` are rows that cannot be loaded, ``warnings`` sentences for the person who loads. ``tables`` is the
    same table by table where a file has several, each of which counts its rows anew.
    """

    frame: pd.DataFrame
    set_aside: tuple[SetAside, ...] = ()
    warnings: tuple[str, ...] = ()
    tables: tuple["Reading", ...] = ()


# Address, mapping, codes of districts, and what asks an address for JSON -> files by name, each a list of answers.
Walk = Callable[
    [str, Mapping[str, Any], Sequence[str], Callable[[str], Any]], Iterator[tuple[str, Sequence[Mapping[str, Any]]]]
]


@dataclass(frozen=True)
class Format:
    """One way in which publishers write a dataset.

    ``read`` gets the file's bytes, its name, the mapping of the source (from TOML; empty if the format needs
    none) and what the store knows. It raises LoadRefused when the file as a whole cannot be used. ``walk`` asks a
    service that has no file of everything for the answers that are files of this format; it raises LoadRefused.
    ``header`` are columns by which a table of this format, and of no other, is known.
    """

    name: str
    dataset: str
    read: Callable[[bytes, str, Mapping[str, Any], ReferenceCodes], Reading]
    files: tuple[str, ...] = field(default=(".csv",))
    walk: Walk | None = None
    header: tuple[str, ...] = ()
