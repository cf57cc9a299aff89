"""Excel workbooks: looked at before they are unpacked, read without formulas and hidden sheets."""

import io
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime, time
from decimal import Decimal
from itertools import repeat, starmap, zip_longest
from typing import Any

import openpyxl

from loaders.formats.merged_cells import Cell, filled_down, merges
from loaders.gate.checks import LoadRefused

ZIP = b"PK\x03\x04"
# Compound files: workbooks before 2007, and newer ones behind a password.
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTION_MARK = "EncryptedPackage".encode("utf-16-le")
MOST_PARTS = 2_000
LARGEST_BYTES = 200_000_000
# Real tables shrink to a tenth; only above a harmless size does the ratio say anything.
LARGEST_RATIO, HARMLESS_BYTES = 100, 20_000_000
ENCRYPTED_PART = 0x1
SHEETS, FORMULA = "xl/worksheets/", b"<f"
PIECE = 1 << 20
# Workbooks written by programs have formulas without values; opening and saving them in Excel calculates those.
NOT_CALCULATED = "formula without a value:"


def is_workbook(content: bytes) -> bool:
    """True for zipped and compound files, whatever their name says."""
    return content.startswith((ZIP, COMPOUND))


def sheets(content: bytes, file: str) -> Iterator[tuple[str, Iterator[list[Cell]]]]:
    """Name and rows of every visible sheet.

    Raises LoadRefused, also while rows are read, when the workbook is protected, damaged or too large.
    """
    archive = unpacked_safely(content, file)
    workbook = _open(content, file)
    formulas = _open(content, file, data_only=False) if _has_formulas(archive) else None
    for sheet in workbook.worksheets:
        if sheet.sheet_state == "visible":
            yield sheet.title, _rows(sheet, formulas and formulas[sheet.title], file)
    workbook.close()


def unpacked_safely(content: bytes, file: str) -> zipfile.ZipFile:
    """The zip file, if what it says of itself is bearable. Raises LoadRefused before anything is unpacked."""
    if content.startswith(COMPOUND):
        raise LoadRefused(file, _of_compound(content))
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as error:
        raise LoadRefused(file, "is damaged or cut off; ask for it again") from error
    _bearable(archive.infolist(), len(content), file)
    return archive


def cell_text(value: Any) -> str | None:
    """A cell as text: numbers in full and without exponent, days and times as ISO, blanks as missing."""
    match value:
        case None:
            return None
        case bool():
            return "TRUE" if value else "FALSE"
        case int() | float():
            return _number(value)
        case datetime():
            return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "seconds")
        case date() | time():
            return value.isoformat()
    return str(value) if str(value).strip() else None


def _open(content: bytes, file: str, data_only: bool = True) -> openpyxl.Workbook:
    try:
        with warnings.catch_warnings(action="ignore"):
            return openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=data_only)
    except Exception as error:  # openpyxl has no error of its own: whatever its XML misses comes through
        raise LoadRefused(file, f"cannot be read as an Excel workbook ({type(error).__name__})") from error


def _has_formulas(archive: zipfile.ZipFile) -> bool:
    """Whether any sheet has a formula; a part that is damaged is noticed when it is read."""
    with suppress(zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError):
        for name in archive.namelist():
            with archive.open(name) as part:
                while name.startswith(SHEETS) and (piece := part.read(PIECE)):
                    if FORMULA in piece + part.peek(len(FORMULA))[: len(FORMULA)]:  # type: ignore[attr-defined]
                        return True
    return False


def _rows(sheet, formulas, file: str) -> Iterator[list[Cell]]:
    # The size that a sheet states of itself is often wrong.
    sheet.reset_dimensions()
    if formulas:
        formulas.reset_dimensions()
    try:
        with warnings.catch_warnings(action="ignore"):
            beneath = formulas.iter_rows() if formulas else repeat(())
            with sheet._get_source() as part:  # openpyxl itself passes over merged cells when it only reads
                merged_cells = merges(part)
            pairs = zip(sheet.iter_rows(), beneath, strict=False)
            yield from filled_down((_trim([*starmap(_cell, zip_longest(*pair))]) for pair in pairs), merged_cells)
    except LoadRefused:
        raise
    except Exception as error:  # as above
        raise LoadRefused(file, f"the sheet {sheet.title!r} is damaged ({type(error).__name__})") from error


def _cell(cell, behind) -> Cell:
    """Text, and whether it is an error: so is a formula never calculated, which would else read as an empty cell."""
    if cell.value is None and cell.data_type != "str" and behind and behind.data_type == "f":
        return Cell(f"{NOT_CALCULATED} {behind.value}", True)
    return Cell(cell_text(cell.value), cell.data_type == "e")


def _trim(cells: list[Cell]) -> list[Cell]:
    last = next((place for place in range(len(cells), 0, -1) if cells[place - 1].text is not None), 0)
    return cells[:last]


def _number(value: float) -> str:
    exact = Decimal(repr(value))
    if not exact.is_finite():
        return str(value)
    return format(exact.to_integral_value() if exact == exact.to_integral_value() else exact, "f")


def _of_compound(content: bytes) -> str:
    if ENCRYPTION_MARK in content:
        return "is protected with a password; remove it in Excel (File, Info) and load the file again"
    return "is a workbook from before Excel 2007; save it as .xlsx"


def _bearable(parts: list[zipfile.ZipInfo], packed_size: int, file: str) -> None:
    unpacked_size = sum(part.file_size for part in parts)
    reasons = {
        f"holds {len(parts):,} parts; at most {MOST_PARTS:,} are unpacked": len(parts) > MOST_PARTS,
        f"unpacks to {unpacked_size / 1e6:,.0f} MB; at most {LARGEST_BYTES / 1e6:,.0f} are read": unpacked_size
        > LARGEST_BYTES,
        f"unpacks to {unpacked_size / packed_size:,.0f} times its size, which no real file does": (
            unpacked_size > HARMLESS_BYTES and unpacked_size > LARGEST_RATIO * packed_size
        ),
        "is protected with a password": any(part.flag_bits & ENCRYPTED_PART for part in parts),
    }
    for reason, is_too_large in reasons.items():
        if is_too_large:
            raise LoadRefused(file, reason)
