"""Names and codes of districts, from the file of places that is brought along."""

import csv
from functools import cache

from data_access.store.settings import CHECKOUT


@cache
def _districts() -> dict[str, dict[str, str]]:
    with (CHECKOUT / "loaders/bundled/districts.csv").open(encoding="utf-8") as file:
        return {row["slug"]: row for row in csv.DictReader(file)}


def count() -> int:
    """How many districts there are."""
    return len(_districts())


def name_of(slug: str, language: str) -> str:
    """Name of a district in a language."""
    return _districts()[slug][f"name_{language}"]


def code_of(slug: str) -> str:
    """SOATE code of a district."""
    return _districts()[slug]["district_code"]
