"""Comma-separated values by RFC 4180, in UTF-8 with the mark by which Excel knows it."""

import csv
import io
from collections.abc import Iterable, Iterator

from dashboard.downloads.cells import text_of
from dashboard.downloads.sheet import Sheet

BYTE_ORDER_MARK = "\ufeff"


def pieces(sheet: Sheet, has_tags: bool) -> Iterator[bytes]:
    """The file, a chunk of rows at a time; the HXL tags as a second row where they are asked for."""
    heads = [sheet.names, sheet.tags] if has_tags else [sheet.names]
    yield (BYTE_ORDER_MARK + _text(heads)).encode()
    for rows in sheet.chunks():
        yield _text(map(text_of, row) for row in rows).encode()


def _text(rows: Iterable[Iterable[str]]) -> str:
    buffer = io.StringIO(newline="")
    csv.writer(buffer).writerows(rows)
    return buffer.getvalue()
