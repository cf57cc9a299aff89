"""What formats of grievances share: a case with its dated steps, as rows of grievances.csv."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from loaders.formats.columns import codes_for_words, without_words
from loaders.gate.publisher_format import SetAside

COLUMNS = (
    *("grievance_ref", "district_code", "issue_code", "channel", "responsible_body", "status", "status_on"),
    "is_sensitive",
)
ENDS = frozenset({"closed"})
Step = tuple[str, str]


@dataclass(frozen=True)
class Case:
    """One grievance: the row (or place) of it in the file, its codes, and (status, day) in the order of time."""

    row: int
    codes: Mapping[str, Any]
    steps: Sequence[Step]


def rows_of(cases: Iterable[Case]) -> pd.DataFrame:
    """One row per step, by row of the file."""
    lines = [
        {"row": case.row, **case.codes, "status": status, "status_on": day}
        for case in cases
        for status, day in case.steps
    ]
    frame = pd.DataFrame(lines, columns=["row", *COLUMNS]).set_index("row").rename_axis(None)
    return frame.astype("str")


def nameless(refs: pd.Series) -> list[SetAside]:
    """Cases without the number by which their steps are known."""
    return [SetAside(row, str(refs.name), None, "the case has no number") for row in refs.index[refs.isna()]]


def told_once(steps: Iterable[Step]) -> list[Step]:
    """Steps without repetitions: the first receipt, and each status where it begins.

    A second receipt of an open case says nothing new; after the end it reopens the case, and what else is noted
    after the end is paper work, no step.
    """
    distinct: list[Step] = []
    for status, day in steps:
        is_ended = bool(distinct) and distinct[-1][0] in ENDS
        if status == "received" and distinct:
            status = "reopened" if is_ended else distinct[-1][0]
        if not distinct or (status != distinct[-1][0] and (not is_ended or status == "reopened")):
            distinct.append((status, day))
    return distinct


def codes_of(table: pd.DataFrame, entry: str | Mapping[str, Any], field: str) -> tuple[pd.Series, list[SetAside]]:
    """Codes of one field: a mapping's entry is one code for all cases, or ``{column, words}``."""
    if isinstance(entry, str):
        return pd.Series(entry, table.index, dtype="str", name=field), []
    codes, set_aside = codes_for_words(table[entry["column"]], entry.get("words", {}), entry["column"])
    return codes.rename(field), without_words(set_aside)


def column_of(entry: str | Mapping[str, Any]) -> list[str]:
    """The column that an entry reads, if it reads one."""
    return [] if isinstance(entry, str) else [entry["column"]]
