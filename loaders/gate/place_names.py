"""Districts and oblasts that a table names instead of giving their code, in Kyrgyz, Russian or English."""

import re
from collections.abc import Callable
from functools import partial

import pandas as pd

from loaders.gate.gazetteer import Gazetteer
from loaders.gate.per_distinct_value import by_distinct
from loaders.gate.reference_codes import ReferenceCodes
from loaders.gate.spelling import name_key

CODE = re.compile(r"\s*\d+\s*")
DISTRICTS, OBLASTS = frozenset({"district", "city"}), frozenset({"oblast"})
# Columns of places -> the kinds of units that may stand there.
COLUMNS = {"district_code": DISTRICTS, "area_code": DISTRICTS | OBLASTS, "oblast_code": OBLASTS}
# Where the column of districts may hold an oblast.
OF_OBLASTS_TOO = {"statistics": {"district_code": DISTRICTS | OBLASTS}}
# The lists of places themselves give names their codes.
LISTS = ("oblasts", "districts")


def with_codes(frame: pd.DataFrame, dataset: str, reference_codes: ReferenceCodes) -> pd.DataFrame:
    """The rows with codes for names that mean one place only; any other text stays, and is refused as no code."""
    if dataset in LISTS:
        return frame
    for column, kinds in (COLUMNS | OF_OBLASTS_TOO.get(dataset, {})).items():
        if column in frame and not _are_codes(frame[column]):
            code = partial(_code, gazetteer=Gazetteer(reference_codes), kinds=kinds)
            frame = frame.assign(**{column: by_distinct(partial(_each, code), frame[column])})
    return frame


def _each(code: Callable[[str], str], cells: pd.Series) -> pd.Series:
    return cells.map(code, na_action="ignore")


def _are_codes(cells: pd.Series) -> bool:
    return all(CODE.fullmatch(cell) for cell in cells.dropna().unique())


def _code(text: str, gazetteer: Gazetteer, kinds: frozenset[str]) -> str:
    name, kinds_of_name = name_key(text)
    possible_kinds = kinds_of_name & kinds if kinds_of_name else kinds
    units = gazetteer.find(name, possible_kinds) if possible_kinds else frozenset()
    return next(iter(units)).code if len(units) == 1 else text
