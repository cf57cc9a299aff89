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
from loaders.gate.bidi_marks import straightened
from loaders.gate.checks import LoadRefused, checked
from loaders.gate.constraints import taken
from loaders.gate.dataset import Dataset, Period
from loaders.gate.per_distinct_value import coded
from loaders.gate.personal import refuse_telling
from loaders.gate.place_names import with_codes
from loaders.gate.publisher_format import Reading
from loaders.gate.reference_codes import ReferenceCodes
from loaders.gate.rules import Findings, Severity, sift


@dataclass
class Filled:
    """What was written: rows of the file, rows of the dataset's main table, rows set aside, days covered."""

    rows_read: int = 0
    rows_written: int = 0
    rows_rejected: int = 0
    period: Period = None

    def count(self, reading: Reading, accepted: int) -> None:
        """Add a part. A row that its format set aside only in part is in the frame too, and counts once."""
        set_aside = {place.row for place in reading.set_aside if place.row not in reading.frame.index} - {None}
        self.rows_read += len(reading.frame) + len(set_aside)
        self.rows_rejected += len(reading.frame) - accepted + len(set_aside)


def fill(
    connection: Connection,
    dataset: Dataset,
    parts: Iterable[Part],
    provenance: Mapping,
    found: Findings,
    on_part: Callable[[int], None],
) -> Filled:
    """Write what the parts hold; ``found`` gets everything that was found wrong.

    A refused part does not end the reading, so that the report names all that is to be mended; the caller looks
    at ``found.refused`` and undoes the transaction. Raises LoadRefused where reading cannot go on.
    """
    known, filled = ReferenceCodes(connection, provenance["source_key"]), Filled()
    schema, rules = dataset.schema(known), dataset.rules(known)
    found.ran = [(rule.severity, rule.reason) for rule in rules]
    remove_rows(connection, provenance["source_key"])
    for seq, part in enumerate(map(_straightened, parts), start=1):
        found.warnings += [f"{part.file}: {sentence}" for sentence in part.reading.warnings]
        found.add(Severity.SET_ASIDE, part.file, part.reading.set_aside)
        try:
            accepted = _accepted(_placed(part, dataset, known), dataset, schema, rules, found, seq)
        except LoadRefused as error:
            found.refuse(error)
        else:
            filled.count(part.reading, len(accepted.text))
            _write(connection, dataset, accepted, known, provenance, filled)
        on_part(part.size)
    return filled


@dataclass(frozen=True)
class _Part:
    file: str
    text: pd.DataFrame
    typed: pd.DataFrame
    seq: int


def _straightened(part: Part) -> Part:
    """The part without marks that turn the direction of writing."""
    return replace(part, reading=straightened(part.reading))


def _placed(part: Part, dataset: Dataset, known: ReferenceCodes) -> Part:
    """The part with codes where it names places."""
    return replace(part, reading=replace(part.reading, frame=with_codes(part.reading.frame, dataset.name, known)))


def _accepted(part: Part, dataset: Dataset, schema, rules, found: Findings, seq: int) -> _Part:
    frame = part.reading.frame.assign(**{name: coded(cells) for name, cells in part.reading.frame.items()})
    if frame.empty:
        return _Part(part.file, frame, frame, seq)
    typed = checked(frame, schema, part.file)
    # The register's number of a case is kept nowhere, and numbers and days are what they are.
    texts = [name for name in typed.select_dtypes(["object", "string", "category"]) if name != dataset.case]
    refuse_telling(frame[texts], part.file)
    rows = sift(frame, typed, rules, dataset.case, part.file, found)
    return _Part(part.file, frame.loc[rows], typed.loc[rows], seq)


def _write(
    connection: Connection, dataset: Dataset, part: _Part, known: ReferenceCodes, provenance: Mapping, filled: Filled
):
    if part.text.empty:
        return
    tidy = dataset.tidy(part.typed, known)
    now = clock.now()
    for table, frame in tidy.items():
        _insert(connection, table, frame, {**provenance, "updated_at": now}, part.file, dataset.is_guarded)
    filled.rows_written += len(next(iter(tidy.values())))
    filled.period = _wider(filled.period, dataset.period(tidy))
    history.keep(connection, provenance["run_id"], part.seq, _nameless(part.text, dataset.case))


def _insert(
    connection: Connection, table: Table, frame: pd.DataFrame, provenance: Mapping, file: str, is_guarded: bool
) -> None:
    try:
        with connection.begin_nested():
            write_rows(connection, table, frame, provenance)
    except IntegrityError as error:
        refusal = taken(connection, table, frame, file, provenance["source_key"])
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
