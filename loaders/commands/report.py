"""The report of a file: every place that was refused, set aside or remarked on, as a table for a spreadsheet."""

import csv
import re
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import Any

from data_access.vocabulary import clock
from data_access.vocabulary.formulas import neutral
from loaders.engine.changes import Changes
from loaders.gate.checks import LoadRefused
from loaders.gate.rules import Finding, Findings, Severity
from loaders.store import private_store

PLACES = ("row", "column", "value", "reason", "what", "file")
CHANGES = ("kind", "key", "column", "before", "after")


def of_refusal(folder: Path, key: str, error: LoadRefused) -> Path:
    """Write all problems of a refused file; gives the report's path."""
    return _places(folder, key, [Finding(Severity.REFUSE, error.file, place) for place in error.problems])


def of_findings(folder: Path, key: str, findings: Findings) -> Path:
    """Write what was set aside and remarked on."""
    return _places(folder, key, findings.items)


def of_changes(folder: Path, key: str, changes: Changes) -> Path:
    """Write what a load would change."""
    return _write(folder, f"{key}-changes", CHANGES, changes.rows[list(CHANGES)].itertuples(index=False, name=None))


def forget(folder: Path, keys: Collection[str]) -> int:
    """Delete every report of these sources, since any of them may quote the file; gives how many there were."""
    names = re.compile(rf"(?:{'|'.join(map(re.escape, keys))})(?:-changes)?-\d{{8}}-\d{{6}}-\d{{6}}\.csv")
    paths = [path for path in folder.glob("*.csv") if names.fullmatch(path.name)]
    for path in paths:
        path.unlink(missing_ok=True)
    return len(paths)


def summary(findings: Findings) -> list[str]:
    """One sentence per kind of finding, with its count and the first place."""
    first = {(finding.severity, finding.place.reason): finding for finding in reversed(findings.items)}
    sentences = [
        f"{count} {'row' if count == 1 else 'rows'}, {severity}: {reason}{_where(first.get((severity, reason)))}"
        for (severity, reason), count in findings.counts.items()
    ]
    return [*sentences, *findings.warnings]


def _where(finding: Finding | None) -> str:
    if finding is None or finding.place.row is None:
        return ""
    column = f", column {finding.place.column}" if finding.place.column else ""
    return f" (first in {finding.file}, row {finding.place.row}{column})"


def _places(folder: Path, key: str, findings: Iterable[Finding]) -> Path:
    rows = [
        (
            finding.place.row,
            finding.place.column,
            finding.place.value,
            finding.place.reason,
            str(finding.severity),
            finding.file,
        )
        for finding in findings
    ]
    return _write(folder, key, PLACES, rows)


def _write(folder: Path, stem: str, header: Sequence[str], rows: Iterable[Sequence[Any]]) -> Path:
    path = folder / f"{stem}-{clock.now():%Y%m%d-%H%M%S-%f}.csv"
    # With the mark by which a spreadsheet knows UTF-8.
    with private_store.open_report(path, encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(header)
        writer.writerows([neutral(value) if isinstance(value, str) else value for value in row] for row in rows)
    return path
