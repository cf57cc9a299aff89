"""Mappings of sources: what of a file is what of ours. They are TOML files written by people."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from loaders.gate.checks import LoadRefused
from loaders.gate.spelling import same_letters


class Lookup:
    """Codes by name as it is written; capitals, spaces and letters that look the same make no difference."""

    def __init__(self, codes: Mapping[str, str]) -> None:
        self._codes = {_key(name): code for name, code in codes.items()}

    def codes(self, names: pd.Series) -> pd.Series:
        """Code of each name, missing where the name is missing or not in the mapping."""
        return names.map(lambda name: self._codes.get(_key(name)), na_action="ignore").astype("str")


@dataclass(frozen=True)
class Entries:
    """A table of a mapping with entries of known names; ``Shape`` by name."""

    needed_entries: Mapping[str, Any]
    allowed_entries: Mapping[str, Any]


@dataclass(frozen=True)
class NamedEntries:
    """A table whose entries have names of the publisher's, all of one shape; ``[NamedEntries]`` in TOML."""

    shape: Any


@dataclass(frozen=True)
class ListOf:
    """A list of things of one shape."""

    shape: Any


@dataclass(frozen=True)
class OneOf:
    """One of a few values."""

    values: Collection[Any]


TEXT, NUMBER, WHOLE, DAY = "a text in quotation marks", "a number", "a whole number", "a day such as 2014-01-01"
TYPES = {TEXT: (str,), NUMBER: (int, float), WHOLE: (int,), DAY: (date,)}
CODES = NamedEntries(TEXT)
TEXTS = ListOf(TEXT)
NO_ENTRIES = Entries({}, {})
# One code for all rows, or a code for each word of a column.
WORDS_OF_COLUMN = Entries({"column": TEXT, "words": CODES}, {})
CODE_OR_COLUMN = (TEXT, WORDS_OF_COLUMN)
DATE_ORDER = OneOf(("day_first", "month_first"))
DECIMAL = OneOf((".", ","))


def checked_mapping(mapping: Mapping[str, Any], shape: Entries, file: str) -> None:
    """Raise LoadRefused when an entry is missing or malformed, or when one is there that nobody knows: a slip."""
    for fault in _faults(mapping, shape, ""):
        raise LoadRefused(file, fault)


def _faults(value: Any, shape: Any, where: str) -> list[str]:
    """What is wrong with an entry and what is inside it; ``where`` is its name, with those of its tables."""
    match shape:
        case Entries():
            return _of_entries(value, shape, where) if isinstance(value, Mapping) else [_not(where, "a table")]
        case NamedEntries():
            if not isinstance(value, Mapping):
                return [_not(where, "a table")]
            return [fault for name, entry in value.items() for fault in _faults(entry, shape.shape, f"{where}.{name}")]
        case ListOf():
            if not isinstance(value, list):
                return [_not(where, "a list in square brackets")]
            return [fault for entry in value for fault in _faults(entry, shape.shape, f"{where}[]")]
        case OneOf():
            return [] if value in shape.values else [_not(where, " or ".join(map(repr, shape.values)))]
        case tuple():
            return _of_several(value, shape, where)
    is_of_type = isinstance(value, TYPES[shape]) and not isinstance(value, bool)
    return [] if is_of_type else [_not(where, shape)]


def _of_entries(values: Mapping[str, Any], shape: Entries, where: str) -> list[str]:
    shapes = {**shape.needed_entries, **shape.allowed_entries}
    missing = [
        f"cannot be read without {_name(where, name)!r} in the mapping of its source"
        for name in shape.needed_entries
        if name not in values
    ]
    strange_entries = [
        f"the mapping has an entry {_name(where, name)!r}; this format knows {', '.join(sorted(shapes)) or 'none'}"
        for name in values
        if name not in shapes
    ]
    inside = [
        fault for name in values if name in shapes for fault in _faults(values[name], shapes[name], _name(where, name))
    ]
    return [*missing, *strange_entries, *inside]


def _of_several(value: Any, shapes: tuple[Any, ...], where: str) -> list[str]:
    """The faults of the shape that is meant: of the table that it is most like, if it is one, else of the first."""
    faults = [_faults(value, shape, where) for shape in shapes]
    if not all(faults):
        return []
    tables = [of_table for of_table, shape in zip(faults, shapes, strict=True) if isinstance(shape, Entries)]
    return min(tables, key=len) if tables and isinstance(value, Mapping) else faults[0]


def _name(where: str, name: str) -> str:
    return f"{where}.{name}" if where else name


def _not(where: str, expectation: str) -> str:
    return f"the mapping's entry {where.lstrip('.')!r} must be {expectation}"


def _key(name: str) -> str:
    return " ".join(same_letters(name.casefold()).split())
