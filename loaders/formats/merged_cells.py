"""Merged cells of a sheet: Excel keeps what they show in the first one only."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import IO, NamedTuple

from openpyxl.utils.cell import column_index_from_string

MERGE = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?ref=[\"']([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})[\"']")
PIECE, LONGEST = 1 << 20, 200


class Cell(NamedTuple):
    """What a cell shows (missing where empty), whether that is an error, and whether it shows it for several rows."""

    text: str | None
    is_error: bool = False
    is_merged: bool = False


# The cells that are one over several rows: first row -> places of their columns, each with the last row.
Merges = Mapping[int, list[tuple[int, int]]]


def merges(part: IO[bytes]) -> Merges:
    """The merges of a sheet's XML. Those of one row are headings; what they show belongs where it stands."""
    ranges: dict[int, list[tuple[int, int]]] = defaultdict(list)
    before = b""
    while piece := part.read(PIECE):
        text = before + piece
        for letters, first, last in MERGE.findall(text):
            if int(last) > int(first):
                ranges[int(first)].append((column_index_from_string(letters.decode()) - 1, int(last)))
        # A merge that the cut went through; one that was found whole is found twice, which does no harm.
        before = text[-LONGEST:]
    return ranges


def filled_down(rows: Iterator[list[Cell]], cell_ranges: Merges) -> Iterator[list[Cell]]:
    """The rows with what merged cells show in each of theirs; a row that has nothing else stays empty."""
    open_merges: dict[int, tuple[int, Cell]] = {}
    for number, row in enumerate(rows, start=1):
        open_merges = {place: (last, cell) for place, (last, cell) in open_merges.items() if number <= last}
        for place, last in cell_ranges.get(number, ()):
            if place < len(row) and row[place].text is not None:
                row[place] = row[place]._replace(is_merged=True)
                open_merges[place] = (last, row[place])
        yield _with(row, open_merges) if row else row


def _with(row: list[Cell], open_merges: Mapping[int, tuple[int, Cell]]) -> list[Cell]:
    width = max(len(row), *(place + 1 for place in open_merges), 0)
    cells = [*row, *[Cell(None)] * (width - len(row))]
    for place, (_, cell) in open_merges.items():
        if cells[place].text is None:
            cells[place] = cell
    return cells
