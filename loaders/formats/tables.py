"""A publisher's file as cells of text, and a grid with a header as a table.

Rows are counted as a spreadsheet counts them, from 1, the header and blank rows included; that number is the index
of every frame here.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

import pandas as pd
from openpyxl.utils import get_column_letter

from loaders.formats import csv_text, workbooks
from loaders.formats.merged_cells import Cell
from loaders.gate.checks import LoadRefused
from loaders.gate.publisher_format import SetAside

MOST_COLUMNS = 2_000
MOST_ROWS = 2_000_000
ERROR = "the workbook shows an error here, or a formula without a value; mend it in Excel and save it"
MERGED_CELL = "one merged cell holds it for several rows, so it would count in each; unmerge it in Excel and divide it"
# Columns of our formats in which a number that stands for several rows would count more than once.
COUNTED_COLUMNS = frozenset(
    {
        *("amount_company", "amount_government", "amount_company_usd", "amount_government_usd", "sales_kgs"),
        *("value", "cases", "residents", "population"),
    }
)


@dataclass(frozen=True)
class Grid:
    """One sheet, or a text file. ``cells`` has columns 0, 1, …; missing where empty, blank rows left out.

    ``widths`` is the number of cells that each row of a text file has; None for sheets, which have no such thing.
    ``errors`` are cells such as ``#NAME?``: (row, place) -> what is shown; they are missing in ``cells``.
    ``merged_cells`` are the cells of several rows that are one: each of them holds in ``cells`` what is shown.
    """

    name: str
    cells: pd.DataFrame
    errors: dict[tuple[int, int], str]
    widths: pd.Series | None = None
    merged_cells: dict[tuple[int, int], str] = field(default_factory=dict)


@dataclass(frozen=True)
class Table:
    """Rows under a header. ``errors`` are the cells that show an error; they are missing in ``frame``.

    ``merged_rows`` are the cells that are one with those of other rows; what they show stands in each row. ``title``
    are the texts above the header.
    """

    name: str
    frame: pd.DataFrame
    errors: tuple[SetAside, ...] = ()
    warnings: tuple[str, ...] = ()
    merged_rows: tuple[SetAside, ...] = ()
    title: tuple[str, ...] = ()

    def without_errors(
        self, columns: Collection[str], counted_columns: Collection[str] = COUNTED_COLUMNS
    ) -> tuple[pd.DataFrame, tuple[SetAside, ...]]:
        """The rows without errors in these columns, and what was set aside for them.

        So are rows that share a merged cell in a ``counted_columns`` one of these columns.
        """
        shared = [cell for cell in self.merged_rows if cell.column in counted_columns]
        set_aside = tuple(cell for cell in (*self.errors, *shared) if cell.column in columns)
        return self.frame.drop(index={error.row for error in set_aside}, errors="ignore"), set_aside


def read_table(content: bytes, file: str, sheet: str | None = None, header_row: int | None = None) -> Table:
    """The table of a text file or workbook: on the named sheet, else on the first one that is not empty.

    The header is in ``header_row``, else in the first row that is not blank. Raises LoadRefused.
    """
    return table_of(grids(content, file), file, sheet, header_row)


def table_of(sheet_grids: list[Grid], file: str, sheet: str | None = None, header_row: int | None = None) -> Table:
    """The same of sheets that are read already. Raises LoadRefused."""
    if sheet:
        sheet_grids = [grid for grid in sheet_grids if grid.name.strip().lower() == sheet.strip().lower()]
    grid = next((grid for grid in sheet_grids if len(grid.cells)), None)
    if grid is None:
        raise LoadRefused(file, f"has no visible sheet {sheet!r} with cells in it" if sheet else "is empty")
    return with_header(grid, file, header_row)


def grids(content: bytes, file: str) -> list[Grid]:
    """Every visible sheet of a workbook, or a text file as one. What it is, its bytes say, not its name."""
    if not content.strip():
        raise LoadRefused(file, "is empty")
    if workbooks.is_workbook(content):
        return [_sheet_grid(name, rows, file) for name, rows in workbooks.sheets(content, file)]
    return [_text_grid(csv_text.rows(csv_text.decode(content, file), file, MOST_COLUMNS), file)]


def with_header(grid: Grid, file: str, header_row: int | None = None) -> Table:
    """The grid's rows below its header. Raises LoadRefused when the header or the width of a row is not clear."""
    if header_row is None and len(grid.cells):
        header_row = grid.cells.index[0]
    if header_row not in grid.cells.index:
        raise LoadRefused(file, "the header is missing", header_row)
    header = _header(grid.cells.loc[header_row], grid.cells.loc[header_row + 1 :])
    _all_different(header, file, header_row)
    _rectangular(grid, header_row, file)
    frame = grid.cells.loc[header_row + 1 :, list(header)].rename(columns=header).dropna(how="all")
    top = grid.cells.loc[header_row, list(header)].rename(header)
    repeats = frame.fillna("").eq(top.fillna("")).all(axis=1)
    warnings = tuple(f"row {row} repeats the header and was left out" for row in frame.index[repeats])
    errors = tuple(_below(grid.errors, header_row, header, ERROR))
    merged_cells = tuple(_below(grid.merged_cells, header_row, header, MERGED_CELL))
    above = grid.cells.loc[: header_row - 1].to_numpy().ravel()
    title = tuple(text for text in above if isinstance(text, str))
    return Table(grid.name, frame[~repeats], errors, warnings, merged_cells, title)


def _below(
    cells: dict[tuple[int, int], str], header_row: int, header: dict[int, str], reason: str
) -> Iterator[SetAside]:
    for (row, place), cell_text in cells.items():
        if row > header_row and place in header:
            yield SetAside(row, header[place], cell_text, reason)


def _text_grid(rows: Iterator[list[str]], file: str) -> Grid:
    numbered = [(number, row) for number, row in _numbered_rows(rows, file) if any(map(str.strip, row))]
    index = [number for number, _ in numbered]
    cells = _frame([[cell if cell.strip() else None for cell in row] for _, row in numbered], index)
    return Grid(file, cells, {}, pd.Series([len(row) for _, row in numbered], index, dtype=int))


def _sheet_grid(name: str, rows: Iterator[list[Cell]], file: str) -> Grid:
    errors: dict[tuple[int, int], str] = {}
    merged_cells: dict[tuple[int, int], str] = {}
    index, cells = [], []
    for number, row in _numbered_rows(rows, file):
        if len(row) > MOST_COLUMNS:
            raise LoadRefused(file, f"has {len(row):,} columns; at most {MOST_COLUMNS:,} are read", number)
        if row:
            errors.update({(number, place): cell.text for place, cell in enumerate(row) if cell.is_error})
            merged_cells.update({(number, place): cell.text for place, cell in enumerate(row) if cell.is_merged})
            index.append(number)
            cells.append([None if cell.is_error else cell.text for cell in row])
    return Grid(name, _frame(cells, index), errors, merged_cells=merged_cells)


def _numbered_rows(rows: Iterator[list], file: str) -> Iterator[tuple[int, list]]:
    for number, row in enumerate(rows, start=1):
        if number > MOST_ROWS:
            raise LoadRefused(file, f"has more than {MOST_ROWS:,} rows; split it")
        yield number, row


def _frame(cells: list[list[str | None]], index: list[int]) -> pd.DataFrame:
    width = max(map(len, cells), default=0)
    rectangular = [row + [None] * (width - len(row)) for row in cells]
    return pd.DataFrame(rectangular, index=pd.Index(index, dtype=int), dtype="str")


def _header(name_cells: pd.Series, below: pd.DataFrame) -> dict[int, str]:
    """Name by place, in one line each; a column without name is called by its letter, one without cells is left out."""
    names = {place: " ".join(name.split()) for place, name in name_cells.dropna().items()}
    nameless = [place for place in name_cells.index.difference(names) if below[place].notna().any()]
    return dict(sorted((names | {place: f"column {get_column_letter(place + 1)}" for place in nameless}).items()))


def _all_different(header: dict[int, str], file: str, row: int) -> None:
    names = pd.Series(header)
    if names.duplicated().any():
        raise LoadRefused(file, "the header names two columns alike", row, names[names.duplicated()].iloc[0])


def _rectangular(grid: Grid, header_row: int, file: str) -> None:
    """In a text file a row of another width means a lost separator or a cut-off file; empty cells at its end do not."""
    if grid.widths is None:
        return
    width = grid.widths[header_row]
    below = grid.cells.loc[header_row + 1 :]
    is_filled = below.loc[:, below.columns >= width].notna().any(axis=1)
    wrong = below.index[is_filled | (grid.widths[below.index] < width)]
    if len(wrong):
        reason = f"the header has {width} cells, this row {grid.widths[wrong[0]]}: a separator inside a value needs"
        raise LoadRefused(file, f"{reason} quotation marks around it, or the row is cut off", int(wrong[0]))
