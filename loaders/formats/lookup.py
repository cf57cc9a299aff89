"""Codes of names by a table of the mapping."""

from collections.abc import Mapping

import pandas as pd


class Lookup:
    """Codes by name as it is written; capitals and spaces make no difference."""

    def __init__(self, codes: Mapping[str, str]) -> None:
        self._codes = {_key(name): code for name, code in codes.items()}

    def codes(self, names: pd.Series) -> pd.Series:
        """Code of each name, missing where the name is missing or not in the mapping."""
        return names.map(lambda name: self._codes.get(_key(name)), na_action="ignore").astype("str")


def _key(name: str) -> str:
    return " ".join(name.casefold().split())
