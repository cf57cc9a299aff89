"""What the mapping of a source (TOML) must say, with messages for the person who writes it."""

from collections.abc import Collection, Mapping
from typing import Any

from loaders.checks import LoadRefused


def checked_mapping(mapping: Mapping[str, Any], needed: Collection[str], allowed: Collection[str], file: str) -> None:
    """Raises LoadRefused for an entry that is missing, or that is neither needed nor allowed."""
    only(mapping, {*needed, *allowed}, file)
    for entry in needed:
        required(mapping, entry, file)


def required(mapping: Mapping[str, Any], entry: str, file: str) -> Any:
    """The entry. Raises LoadRefused when the mapping does not have it."""
    if entry not in mapping:
        raise LoadRefused(file, f"the mapping of the source lacks the entry {entry}")
    return mapping[entry]


def only(mapping: Mapping[str, Any], allowed: Collection[str], file: str) -> None:
    """Raises LoadRefused for an entry that would do nothing: it is misspelt."""
    unknown = sorted(set(mapping) - set(allowed))
    if unknown:
        known = ", ".join(sorted(allowed)) or "no entries"
        raise LoadRefused(file, f"the mapping of the source has the entry {unknown[0]!r}; this format knows {known}")
