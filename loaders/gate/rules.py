"""What a broken expectation does, and the sifting of rows by it.

An expectation in a dataset's schema is about the form of the file: broken once, it refuses the file. A ``Rule``
is about what the rows say, and carries its own severity.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np
import pandas as pd

from loaders.gate.checks import LoadRefused
from loaders.gate.publisher_format import SetAside

# Findings that are kept one by one; beyond that they are only counted.
MOST_FINDINGS = 10_000
OF_THE_CASE = "belongs to a case of which another row was set aside"


class Severity(StrEnum):
    """What a broken expectation does: to the file, to the row (and its case), or only a remark."""

    REFUSE = "refused"
    SET_ASIDE = "set aside"
    WARN = "warning"


@dataclass(frozen=True)
class Rule:
    """An expectation of typed rows; ``holds`` gives True for each row that keeps it, in the frame's order."""

    holds: Callable[[pd.DataFrame], pd.Series]
    reason: str
    severity: Severity
    column: str | None = None

    def broken_rows(self, frame: pd.DataFrame) -> np.ndarray:
        """True for each row that breaks it. The frame is indexed from 0."""
        return ~self.holds(frame).to_numpy(dtype=bool)


@dataclass(frozen=True)
class Finding:
    """One place of a file and what is said of it."""

    severity: Severity
    file: str
    place: SetAside


@dataclass
class Findings:
    """Everything found while a file is loaded. The counts are complete, the list is not longer than MOST_FINDINGS.

    ``checks`` are the rules that the rows were held against, whether any of them broke one or not.
    """

    items: list[Finding] = field(default_factory=list)
    counts: Counter[tuple[Severity, str]] = field(default_factory=Counter)
    warnings: list[str] = field(default_factory=list)
    checks: list[tuple[Severity, str]] = field(default_factory=list)
    refusal: LoadRefused | None = None

    def add(self, severity: Severity, file: str, places: Sequence[SetAside]) -> None:
        """Note places of a file."""
        room = max(0, MOST_FINDINGS - len(self.items))
        self.items += [Finding(severity, file, place) for place in places[:room]]
        self.counts.update((severity, place.reason) for place in places)

    def add_rows(self, severity: Severity, file: str, rows: pd.DataFrame, column: str | None, reason: str) -> None:
        """Note rows of which the same is said; beyond MOST_FINDINGS none is looked at: a rule may hit every row."""
        places = _places(rows.head(MOST_FINDINGS - len(self.items)), column, reason)
        self.items += [Finding(severity, file, place) for place in places]
        self.counts.update({(severity, reason): len(rows)} if len(rows) else {})

    def refuse(self, error: LoadRefused) -> None:
        """Note that the file is refused; reading goes on, so that the report is complete."""
        self.refusal = self.refusal or error
        self.add(Severity.REFUSE, error.file, error.problems)


def sift(
    frame: pd.DataFrame, rows: pd.DataFrame, rules: Iterable[Rule], case: str | None, file: str, findings: Findings
) -> np.ndarray:
    """True for each row to load. ``frame`` holds the rows as text, ``rows`` with the schema's types.

    One row of the file may stand for several of the frame. Raises LoadRefused when a refusing rule is broken; what
    the others say goes to ``findings``.
    """
    aside, plain = np.zeros(len(frame), dtype=bool), rows.reset_index(drop=True)
    for rule in rules:
        is_broken = rule.broken_rows(plain)
        if not is_broken.any():
            continue
        if rule.severity is Severity.REFUSE:
            raise LoadRefused.of(file, _places(frame[is_broken].head(MOST_FINDINGS), rule.column, rule.reason))
        findings.add_rows(rule.severity, file, frame[is_broken], rule.column, rule.reason)
        if rule.severity is Severity.SET_ASIDE:
            aside |= is_broken
    if case is not None and aside.any():
        whole = frame[case].isin(frame.loc[aside, case]).to_numpy()
        findings.add_rows(Severity.SET_ASIDE, file, frame[whole & ~aside], None, OF_THE_CASE)
        aside = whole
    return ~aside


def _places(rows: pd.DataFrame, column: str | None, reason: str) -> list[SetAside]:
    values = rows[column] if column in rows else pd.Series(None, index=rows.index, dtype=object)
    pairs = zip(rows.index.tolist(), values, strict=True)
    return [SetAside(row, column, None if pd.isna(value) else str(value), reason) for row, value in pairs]
