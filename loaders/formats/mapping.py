"""Mappings of sources: what of a file is what of ours. They are TOML files written by people."""

from collections.abc import Collection, Mapping
from typing import Any

import pandas as pd

from loaders.checks import LoadRefused


class Lookup:
    """Codes by name as it is written; capitals and spaces make no difference."""

    def __init__(self, codes: Mapping[str, str]) -> None:
        self._codes = {_key(name): code for name, code in codes.items()}

    def codes(self, names: pd.Series) -> pd.Series:
        """Code of each name, missing where the name is missing or not in the mapping."""
        return names.map(lambda name: self._codes.get(_key(name)), na_action="ignore").astype("str")


def checked_mapping(mapping: Mapping[str, Any], needed: Collection[str], allowed: Collection[str], file: str) -> None:
    """Raise LoadRefused when an entry is missing, or when one is there that the format does not know: a slip."""
    for name in needed:
        if name not in mapping:
            raise LoadRefused(file, f"cannot be read without {name!r} in the mapping of its source")
    for name in mapping:
        if name not in needed and name not in allowed:
            known = ", ".join(sorted({*needed, *allowed}))
            raise LoadRefused(file, f"the mapping has an entry {name!r}; this format knows {known}")


def _key(name: str) -> str:
    return " ".join(name.casefold().split())
