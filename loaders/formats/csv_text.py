"""Text tables: their encoding, their separator and their rows."""

import csv
import io
import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from itertools import islice
from typing import TextIO

from loaders.gate.checks import LoadRefused

SEPARATORS = (";", "\t", ",")
MARKS = {BOM_UTF8: "utf-8-sig", BOM_UTF16_LE: "utf-16", BOM_UTF16_BE: "utf-16"}
# What Excel reads as the separator, and shows nobody; rows are counted behind it.
SEPARATOR_LINE = re.compile(r"\ufeff?\"?sep=(.)\"?\r?\n", re.IGNORECASE)
PAGE = re.compile(r"\ufeff?\s*(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body|table)\b", re.IGNORECASE | re.DOTALL)
# Longer lines are no rows, but would fill the memory with their cells.
LONGEST_LINE = 10_000_000
# Rows that decide about the separator.
LOOKED_AT, LOOKED_AT_CHARACTERS = 20, 100_000
# A word is of one alphabet and is written small, Capitalised or in CAPITALS. Windows-1251 read as such is; other
# 8-bit texts (Western, KOI8-R, DOS) read as Windows-1251 give signs, or words that are neither.
WORD = re.compile(r"[^\W\d_]+")
PLAIN_WORD = re.compile(r"[А-ЯЁ]?[а-яё]+|[А-ЯЁ]+")
PUNCTUATION = re.compile("[\u00a0«»“”„’…№°–—]")
PLAIN_SHARE = 0.8


def decode(content: bytes, file: str) -> str:
    """The text of UTF-8, UTF-16 with its mark, or Windows-1251.

    Guessing libraries take short Cyrillic tables for Mac or Western text; three encodings in this order need
    no guess: a mark decides, UTF-8 is strict, and the rest must read as words. Raises LoadRefused.
    """
    text = _decoded(content, file)
    if "\0" in text:
        raise LoadRefused(file, "contains NUL bytes, so it is no text table; export it again as CSV, UTF-8")
    return text


def require_no_page(text: str, file: str) -> None:
    """Raise LoadRefused for an HTML page, which many servers and offices call .xls."""
    if PAGE.match(text):
        raise LoadRefused(file, "is an HTML page, whatever its name says; open it in Excel and save it as .xlsx")


def separation(text: str, file: str) -> tuple[str, int]:
    """The separator of a table, and how long the first line is if it states it (``sep=;``). Raises LoadRefused."""
    require_no_page(text, file)
    match = SEPARATOR_LINE.match(text)
    return (match[1], match.end()) if match else (separator(text), 0)


def lines(text: TextIO, file: str) -> Iterator[str]:
    """Line by line, each in memory as a whole. Raises LoadRefused at one that is too long to be a row."""
    for number, line in enumerate(iter(partial(text.readline, LONGEST_LINE), ""), start=1):
        if len(line) == LONGEST_LINE:
            reason = f"the line is longer than {LONGEST_LINE:,} characters: a line end is missing; export it again"
            raise LoadRefused(file, reason, number)
        yield line


def rows(text: str, file: str, widest: int) -> Iterator[list[str]]:
    """Cells of each row, blank rows as empty lists. Raises LoadRefused at a row with more than ``widest`` cells."""
    if max(map(len, text.splitlines() if len(text) > LONGEST_LINE else ()), default=0) > LONGEST_LINE:
        raise LoadRefused(file, f"has a line of more than {LONGEST_LINE:,} characters: a line end is missing", 1)
    number = 0
    delimiter, begins = separation(text, file)
    try:
        for number, row in enumerate(_parse(text[begins:], delimiter), start=1):
            if len(row) > widest:
                raise LoadRefused(file, f"has {len(row):,} columns; at most {widest:,} are read", number)
            yield row
    except csv.Error as error:
        reason = f"a quotation mark may be missing or too many, here or in a row above: {error}"
        raise LoadRefused(file, reason, number + 1) from error


def separator(text: str) -> str:
    """The separator that gives most of the first rows the same width of two cells or more; of equals, the wider."""
    return max(SEPARATORS, key=lambda candidate: _fit(text, candidate))


def _parse(text: str, delimiter: str) -> Iterator[list[str]]:
    # Strict: a quotation mark left open would else swallow all rows below it.
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)


def _decoded(content: bytes, file: str) -> str:
    encoding_of_mark = next((encoding for mark, encoding in MARKS.items() if content.startswith(mark)), None)
    try:
        return content.decode(encoding_of_mark or "utf-8")
    except UnicodeDecodeError as error:
        if encoding_of_mark:
            raise LoadRefused(file, f"begins as {encoding_of_mark} but is damaged or cut off") from error
    return _as_windows_1251(content, file)


def _as_windows_1251(content: bytes, file: str) -> str:
    text = content.decode("cp1251", errors="replace")
    plain = sum(len(word) for word in WORD.findall(text) if PLAIN_WORD.fullmatch(word))
    others = sum(not sign.isascii() for sign in PUNCTUATION.sub("", text))
    if "\ufffd" in text or plain < PLAIN_SHARE * others:
        raise LoadRefused(file, "is not UTF-8 text, nor UTF-16 or Windows-1251; save it as CSV, UTF-8")
    return text


def _fit(text: str, candidate: str) -> tuple[int, int]:
    looked_at: list[list[str]] = []
    # A quotation mark that is wrong only under this separator ends the look; a wrong one at all is said while reading.
    with suppress(csv.Error):
        looked_at.extend(row for row in islice(_parse(text[:LOOKED_AT_CHARACTERS], candidate), LOOKED_AT) if row)
    widths = Counter(len(row) for row in looked_at if len(row) > 1)
    return max(((rows, width) for width, rows in widths.items()), default=(0, 0))
