"""Rows of a file, part by part: checked, sifted, and written in the place of the source's earlier rows."""

import secrets
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

import pandas as pd
from sqlalchemy import Connection, Table
from sqlalchemy.exc import IntegrityError

from data_access.vocabulary import clock
from loaders.engine import history
from loaders.engine.parts import Part
from loaders.engine.write import remove_rows, write_rows
from loaders.gate.bidi_marks import without_marks
from loaders.gate.checks import LoadRefused, validate
from loaders.gate.constraints import duplicate_refusal
from loaders.gate.dataset import Dataset, Period
from loaders.gate.per_distinct_value import to_categories
from loaders.gate.personal import refuse_telling
from loaders.gate.place_names import with_codes
from loaders.gate.publisher_format import Reading
from loaders.gate.reference_codes import ReferenceCodes
from loaders.gate.rules import Findings, Severity, sift


@dataclass
class WriteTotals:
    """What was written: rows of the file, rows of the dataset's main table, rows set aside, days covered."""

    rows_read: int = 0
    rows_written: int = 0
    rows_rejected: int = 0
    period: Period = None

    def count(self, reading: Reading, row_count: int) -> None:
        """Add a part. A row that its format set aside only in part is in the frame too, and counts once."""
        set_aside = {place.row for place in reading.set_aside if place.row not in reading.frame.index} - {None}
        self.rows_read += len(reading.frame) + len(set_aside)
        self.rows_rejected += len(reading.frame) - row_count + len(set_aside)


def fill(
    connection: Connection,
    dataset: Dataset,
    parts: Iterable[Part],
    provenance: Mapping,
    findings: Findings,
    on_part: Callable[[int], None],
) -> WriteTotals:
    """Write what the parts hold; ``findings`` gets everything that was found wrong.

    A refused part does not end the reading, so that the report names all that is to be mended; the caller looks
    at ``findings.refusal`` and undoes the transaction. Raises LoadRefused where reading cannot go on.
    """
    reference_codes, totals = ReferenceCodes(connection, provenance["source_key"]), WriteTotals()
    schema, rules = dataset.schema(reference_codes), dataset.rules(reference_codes)
    findings.checks = [(rule.severity, rule.reason) for rule in rules]
    remove_rows(connection, provenance["source_key"])
    for seq, part in enumerate(map(_without_marks, parts), start=1):
        findings.warnings += [f"{part.file}: {sentence}" for sentence in part.reading.warnings]
        findings.add(Severity.SET_ASIDE, part.file, part.reading.set_aside)
        try:
            checked_part = _checked_part(
                _with_places(part, dataset, reference_codes), dataset, schema, rules, findings, seq
            )
        except LoadRefused as error:
            findings.refuse(error)
        else:
            totals.count(part.reading, len(checked_part.text))
            _write(connection, dataset, checked_part, reference_codes, provenance, totals)
        on_part(part.size)
    return totals


@dataclass(frozen=True)
class _Part:
    file: str
    text: pd.DataFrame
    frame: pd.DataFrame
    seq: int


def _without_marks(part: Part) -> Part:
    """The part without marks that turn the direction of writing."""
    return replace(part, reading=without_marks(part.reading))


def _with_places(part: Part, dataset: Dataset, reference_codes: ReferenceCodes) -> Part:
    """The part with codes where it names places."""
    return replace(
        part, reading=replace(part.reading, frame=with_codes(part.reading.frame, dataset.name, reference_codes))
    )


def _checked_part(part: Part, dataset: Dataset, schema, rules, findings: Findings, seq: int) -> _Part:
    frame = part.reading.frame.assign(**{name: to_categories(cells) for name, cells in part.reading.frame.items()})
    if frame.empty:
        return _Part(part.file, frame, frame, seq)
    typed_rows = validate(frame, schema, part.file)
    # The register's number of a case is kept nowhere, and numbers and days are what they are.
    texts = [name for name in typed_rows.select_dtypes(["object", "string", "category"]) if name != dataset.case]
    refuse_telling(frame[[name for name in texts if name not in dataset.of_offices]], part.file)
    rows = sift(frame, typed_rows, rules, dataset.case, part.file, findings)
    return _Part(part.file, frame.loc[rows], typed_rows.loc[rows], seq)


def _write(
    connection: Connection,
    dataset: Dataset,
    part: _Part,
    reference_codes: ReferenceCodes,
    provenance: Mapping,
    totals: WriteTotals,
):
    if part.text.empty:
        return
    tidy = dataset.tidy(part.frame, reference_codes)
    now = clock.now()
    for table, frame in tidy.items():
        _insert(connection, table, frame, {**provenance, "updated_at": now}, part.file, dataset.is_guarded)
    totals.rows_written += len(next(iter(tidy.values())))
    totals.period = _wider(totals.period, dataset.period(tidy))
    history.keep(connection, provenance["run_id"], part.seq, _nameless(part.text, dataset.case))


def _insert(
    connection: Connection, table: Table, frame: pd.DataFrame, provenance: Mapping, file: str, is_guarded: bool
) -> None:
    try:
        with connection.begin_nested():
            write_rows(connection, table, frame, provenance)
    except IntegrityError as error:
        refusal = duplicate_refusal(connection, table, frame, file, provenance["source_key"])
        if refusal is None:
            raise
        raise (replace(refusal, value=None, problems=()) if is_guarded else refusal) from error


def _nameless(frame: pd.DataFrame, case: str | None) -> pd.DataFrame:
    """The rows with a random key in the place of the register's number: it must not be stored anywhere."""
    if case is None:
        return frame
    keys = {number: secrets.token_hex(16) for number in frame[case].unique()}
    return frame.assign(**{case: frame[case].map(keys)})


def _wider(one: Period, other: Period) -> Period:
    days = [day for period in (one, other) if period for day in period]
    return (min(days), max(days)) if days else None
