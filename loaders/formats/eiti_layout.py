"""Where things stand in the matrix of an EITI Summary Data workbook, templates 0.9 to 1.x."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from loaders.formats.eiti_about import label
from loaders.formats.tables import Grid
from loaders.gate.checks import LoadRefused

HEADER = {
    "gfs_code": r"gfs codes?.*",
    "stream": r"name of revenue stream.*",
    "agency": r"(?:name of )?receiving government (?:agency|entity|body).*",
    "subtotal": r"sub ?totals?",
}
# Of templates 1.0 and 1.1, or not of all workbooks of a template.
FURTHER = {
    "disclosed": r"(?:total )?revenues? (?:as )?disclosed by (?:the )?government.*",
    "included": r"included in (?:the )?eiti report.*",
}
COMPANIES = r"legal name.*"
END = r"(?:grand )?total(?: disclosed by (?:the )?government| reconciled)?|(?:[a-z] )?notes"


@dataclass(frozen=True)
class Layout:
    """Places of the columns, the row of the header, companies by place, the row of the total or the first below."""

    places: dict[str, int]
    header_row: int
    companies: dict[int, str]
    last: int

    def is_amount(self, place: int) -> bool:
        """Whether amounts stand in the column, by company or undivided."""
        return place >= self.places["subtotal"] or place == self.places.get("disclosed")


def is_matrix(grid: Grid) -> bool:
    """True if a row of the sheet has the matrix' labels."""
    return _header_row(rows_of(grid.cells)) is not None


def layout_of(cells: pd.DataFrame, file: str) -> Layout:
    """The layout of a sheet that is a matrix. Raises LoadRefused when its companies have no names."""
    rows = rows_of(cells)
    header_row = _header_row(rows)
    if header_row is None:
        raise LoadRefused(file, "has no matrix of revenue streams by companies")
    header = [label(cell) for cell in rows[header_row]]
    places = {name: place for name in (*HEADER, *FURTHER) if (place := _place(header, name)) is not None}
    behind = places["subtotal"] + 1
    name_rows = [
        cells for row, cells in rows.items() if row < header_row and re.fullmatch(COMPANIES, label(cells[behind - 1]))
    ]
    if not name_rows:
        raise LoadRefused(file, "the row with the companies' legal names is missing above the matrix", header_row)
    companies = {
        place: name.strip() for place, name in enumerate(name_rows[0]) if place >= behind and isinstance(name, str)
    }
    return Layout(places, header_row, companies, _end(rows, header_row, places))


def rows_of(cells: pd.DataFrame) -> dict[int, list[str]]:
    """The cells of each row by its number, in the order of their places; NaN where empty."""
    return dict(zip(cells.index.tolist(), cells.to_numpy().tolist(), strict=True))


def _header_row(rows: Mapping[int, list[str]]) -> int | None:
    for row, cells in rows.items():
        header = [label(cell) for cell in cells]
        if all(_place(header, name) is not None for name in HEADER):
            return row
    return None


def _place(header: list[str], name: str) -> int | None:
    pattern = (HEADER | FURTHER)[name]
    return next((place for place, text in enumerate(header) if re.fullmatch(pattern, text)), None)


def _end(rows: Mapping[int, list[str]], header_row: int, places: Mapping[str, int]) -> int:
    """Row of the total. What stands below, such as expenditures of the companies, is no revenue of the government.

    A row with a stream and a receiver is a payment, whatever these are called.
    """
    for row, cells in rows.items():
        ends = any(re.fullmatch(END, label(cell)) for cell in cells[: places["subtotal"] + 1])
        if row > header_row and ends and any(not label(cells[places[name]]) for name in ("stream", "agency")):
            return row
    return max(rows) + 1
