"""A file in parts: whatever its length, only one part of it is in memory."""

import csv
import io
from codecs import getincrementaldecoder
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

import numpy as np
import pandas as pd

from loaders.config.sources import Source
from loaders.engine.upload import Upload, whole
from loaders.formats import csv_text
from loaders.formats.registry import FORMATS
from loaders.formats.tables import MOST_COLUMNS, read_table
from loaders.formats.workbooks import is_workbook
from loaders.gate.checks import LoadRefused
from loaders.gate.dataset import Dataset, read_csv
from loaders.gate.per_distinct_value import to_categories
from loaders.gate.publisher_format import Reading
from loaders.gate.reference_codes import ReferenceCodes

ROWS = 50_000
# Bytes that decide about encoding and separator.
HEAD = 1_000_000


@dataclass(frozen=True)
class Part:
    """Rows of one file. ``size`` is about how many of its bytes they took, for the progress bar."""

    file: str
    reading: Reading
    size: int


def parts_of(upload: Upload, dataset: Dataset, source: Source, reference_codes: ReferenceCodes) -> Iterator[Part]:
    """All rows of an upload in the columns of the dataset, in the format of the source. Raises LoadRefused."""
    for path in upload.files:
        parts = _with_reasons(_parts(path, dataset, source, reference_codes), path.name)
        yield from parts if dataset.case is None else _whole_cases(parts, dataset.case)


def _parts(path: Path, dataset: Dataset, source: Source, reference_codes: ReferenceCodes) -> Iterator[Part]:
    if source.format:
        reading = FORMATS[source.format].read(whole(path), path.name, source.load_mapping(), reference_codes)
        tables = reading.tables or (reading,)
        yield from (Part(path.name, table, path.stat().st_size // len(tables)) for table in tables)
    elif dataset.read is not read_csv:
        frame = dataset.read(whole(path), path.name)
        yield Part(path.name, Reading(frame.set_axis(frame.index + 1)), path.stat().st_size)
    else:
        yield from _table_parts(path)


def _with_reasons(parts: Iterator[Part], file: str) -> Iterator[Part]:
    """A file that a reader stumbles over is refused; nobody should have to read a traceback."""
    try:
        yield from parts
    except (LoadRefused, GeneratorExit):
        raise
    except OSError as error:
        raise LoadRefused(file, f"cannot be read: {error.strerror}") from error
    except Exception as error:
        raise LoadRefused(file, f"cannot be read, it is damaged or of another kind ({type(error).__name__})") from error


def _whole_cases(parts: Iterator[Part], case: str) -> Iterator[Part]:
    """The same rows, cut so that the rows of a case which stand together stay together."""
    open_case: pd.DataFrame | None = None
    for part in parts:
        frame = part.reading.frame if open_case is None else pd.concat([open_case, part.reading.frame])
        last = frame[case] == frame[case].iloc[-1] if case in frame and len(frame) >= ROWS else None
        open_case = None if last is None else frame[last]
        rest = frame if last is None else frame[~last]
        yield Part(part.file, Reading(rest, part.reading.set_aside, part.reading.warnings), part.size)
    if open_case is not None:
        yield Part(part.file, Reading(open_case), 0)


def _table_parts(path: Path) -> Iterator[Part]:
    with path.open("rb") as stream:
        head = stream.read(HEAD)
        stream.seek(0)
        if is_workbook(head):
            table = read_table(whole(path), path.name)
            frame, set_aside = table.without_errors(list(table.frame))
            yield Part(path.name, Reading(frame, set_aside, table.warnings), path.stat().st_size)
            return
        encoding = _encoding(head, len(head) < HEAD, path.name)
        delimiter, length = csv_text.separation(head.decode(encoding, errors="ignore"), path.name)
        text = io.TextIOWrapper(stream, encoding, newline="")
        text.read(length)
        yield from _read(csv.reader(csv_text.lines(text, path.name), delimiter=delimiter, strict=True), path.name)


def _encoding(head: bytes, is_whole: bool, file: str) -> str:
    """The encoding of a file that begins so. A character that the cut went through does not decide."""
    if not head.strip():
        raise LoadRefused(file, "is empty")
    if not is_whole and b"\n" not in head:
        raise LoadRefused(file, f"has no line end in its first {HEAD:,} bytes, so it is no table; export it again", 1)
    encoding_of_mark = next((encoding for mark, encoding in csv_text.MARKS.items() if head.startswith(mark)), None)
    try:
        getincrementaldecoder(encoding_of_mark or "utf-8")().decode(head, is_whole)
    except UnicodeDecodeError:
        csv_text.decode(head, file)
        return "cp1251"
    return encoding_of_mark or "utf-8"


def _without_nul(texts: Iterable[str], file: str) -> None:
    if any("\0" in text for text in texts):
        raise LoadRefused(file, "contains NUL bytes, so it is no text table; export it again as CSV, UTF-8")


def _read(reader, file: str) -> Iterator[Part]:
    first = next(_slices(reader, 1, file), [[]])[0]
    _without_nul(first, file)
    header = _header(first, file)
    row = 2
    for cells in _slices(reader, ROWS, file):
        numbers = range(row, row + len(cells))
        row += len(cells)
        yield _part(cells, numbers, header, file)
    if row == 2:
        raise LoadRefused(file, "the file has no rows")


def _slices(reader, count: int, file: str) -> Iterator[list[list[str]]]:
    try:
        while cells := list(islice(reader, count)):
            yield cells
    except csv.Error as error:
        reason = f"a quotation mark may be missing or too many, here or in a row above: {error}"
        raise LoadRefused(file, reason, reader.line_num) from error
    except UnicodeDecodeError as error:
        raise LoadRefused(file, "is not UTF-8 text all through; save it as CSV, UTF-8", reader.line_num) from error


def _header(cells: list[str], file: str) -> list[str]:
    if len(cells) > MOST_COLUMNS:
        raise LoadRefused(file, f"has {len(cells):,} columns; at most {MOST_COLUMNS:,} are read", 1)
    header = [" ".join(cell.split()) for cell in cells]
    while header and not header[-1]:
        header.pop()
    twice = next((name for name in header if header.count(name) > 1), None)
    if twice is not None:
        raise LoadRefused(file, "the header names two columns alike", 1, twice)
    return header


def _part(cells: list[list[str]], numbers: range, header: list[str], file: str) -> Part:
    size = sum(map(len, cells[0])) * len(cells)
    warnings = ()
    if set(map(len, cells)) != {len(header)} or header in cells:
        rows, warnings = _straighten(cells, numbers, header, file)
        numbers, cells = [*rows], [*rows.values()]
    columns = [_text(column, file) for column in (zip(*cells, strict=True) if cells else [()] * len(header))]
    frame = pd.DataFrame(dict(zip(header, columns, strict=True)), index=pd.Index(numbers, dtype=int), columns=header)
    return Part(file, Reading(frame, warnings=tuple(warnings)), size)


def _text(cells: Sequence[str], file: str) -> pd.Categorical:
    column = to_categories(np.array(cells, dtype=object))
    _without_nul(column.categories, file)
    return column.remove_categories("") if "" in column.categories else column


def _straighten(cells, numbers: range, header: list[str], file: str) -> tuple[dict[int, list[str]], list[str]]:
    """Rows by number without blank ones, repeated headers and empty cells beyond the header's."""
    _without_nul(chain.from_iterable(cells), file)
    rows, warnings, width = {}, [], len(header)
    for number, row in zip(numbers, cells, strict=True):
        if row[:width] == header:
            warnings.append(f"row {number} repeats the header and was left out")
        elif any(map(str.strip, row)):
            rows[number] = _as_wide(row, width, number, file)
    return rows, warnings


def _as_wide(row: list[str], width: int, number: int, file: str) -> list[str]:
    if len(row) < width or any(map(str.strip, row[width:])):
        reason = f"the header has {width} cells, this row {len(row)}: a separator inside a value needs quotation marks"
        raise LoadRefused(file, f"{reason} around it, or the row is cut off", number)
    return row[:width]
