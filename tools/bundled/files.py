"""Reading and writing the bundled CSV files: UTF-8, comma, header row, ``\\n`` line ends."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path


def read_rows(path: Path) -> list[dict[str, str]]:
    """Rows of a CSV file as text by column name.

    Raises ``ValueError`` when a row has more or fewer cells than the header.
    """
    with path.open(encoding="utf-8", newline="") as file:
        header, *records = csv.reader(file)
    return [_as_row(path, header, number, cells) for number, cells in enumerate(records, start=2)]


def _as_row(path: Path, header: list[str], number: int, cells: list[str]) -> dict[str, str]:
    if len(cells) != len(header):
        raise ValueError(f"{path.name}, record {number}: {len(cells)} cells for {len(header)} columns")
    return dict(zip(header, cells, strict=True))


def write_rows(path: Path, columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> int:
    """Write exactly these columns, ``None`` as an empty cell; returns the number of rows."""
    count = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n")
        writer.writeheader()
        for row in rows:
            writer.writerow(row)
            count += 1
    return count
