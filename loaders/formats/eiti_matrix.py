"""EITI Summary Data, templates 0.9 to 1.x: a matrix of revenue streams by companies."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

import pandas as pd

from loaders.checks import LoadRefused
from loaders.formats.base import Reading, SetAside
from loaders.formats.eiti_about import label, without_placeholders
from loaders.formats.numbers import REASONS, parsed, total
from loaders.formats.tables import ERROR, Grid

HEADER = {
    "gfs_code": r"gfs codes?.*",
    "stream": r"name of revenue stream.*",
    "agency": r"receiving government (?:agency|entity|body).*",
    "subtotal": r"sub ?totals?",
}
COMPANIES = r"legal name.*"
END = r"total|grand total|(?:e )?notes"
# Printed totals are sums of whole units; less than one of them is rounding.
ROUNDING = 1


@dataclass(frozen=True)
class Matrix:
    """Where things stand in the sheet: places of its columns, the row of the header, companies by place."""

    places: dict[str, int]
    header_row: int
    companies: pd.Series


def is_matrix(grid: Grid) -> bool:
    """True if a row of the sheet has the matrix' labels."""
    return _header_row(grid.cells) is not None


def read_matrix(grid: Grid, file: str, decimal: str | None = None) -> Reading:
    """One row per stream and company, named as they are written, with the government's amount.

    ``decimal`` is for amounts that may be read in two ways; all cells of the matrix are one column for that. Printed
    sums that do not agree with the cells are warnings with both numbers. Raises LoadRefused when the
    companies have no names.
    """
    cells = without_placeholders(grid.cells)
    matrix = _matrix(cells, file)
    last = _end(cells, matrix)
    written = _long(cells.loc[matrix.header_row + 1 : last - 1], matrix, {row for row, _ in grid.errors})
    rows = written.join(parsed(written["cell"], decimal))
    wrong = rows[rows["state"].isin(list(REASONS))]
    set_aside = [SetAside(row["row"], row["payer"], row["cell"], REASONS[row["state"]]) for _, row in wrong.iterrows()]
    set_aside += _errors(grid, matrix, last)
    amounts = rows[rows["state"] == "number"].rename(columns={"amount": "amount_government"})
    checks = _disagreements(cells, matrix, last, amounts)
    payments = amounts.drop(columns=["cell", "state"]).set_index("row")
    return Reading(payments, tuple(set_aside), tuple(checks))


def _header_row(cells: pd.DataFrame) -> int | None:
    for row, written in cells.iterrows():
        labels = [label(cell) for cell in written.dropna()]
        if all(any(re.fullmatch(pattern, each) for each in labels) for pattern in HEADER.values()):
            return int(row)
    return None


def _matrix(cells: pd.DataFrame, file: str) -> Matrix:
    header_row = _header_row(cells)
    labels = cells.loc[header_row].map(label)
    places = {name: next(at for at, text in labels.items() if re.fullmatch(HEADER[name], text)) for name in HEADER}
    above = cells.loc[: header_row - 1, places["subtotal"]].map(label)
    named = above[above.str.fullmatch(COMPANIES)]
    if named.empty:
        raise LoadRefused(file, "the row with the companies' legal names is missing above the matrix", header_row)
    companies = cells.loc[named.index[0], places["subtotal"] + 1 :]
    return Matrix(places, header_row, companies.dropna().str.strip())


def _end(cells: pd.DataFrame, matrix: Matrix) -> int:
    """Row of the total. What stands below, such as expenditures of the companies, is no revenue of the government."""
    for row, written in cells.loc[matrix.header_row + 1 :, : matrix.places["subtotal"]].iterrows():
        if any(re.fullmatch(END, label(cell)) for cell in written.dropna()):
            return int(row)
    return int(cells.index[-1]) + 1


def _long(cells: pd.DataFrame, matrix: Matrix, broken: set[int]) -> pd.DataFrame:
    """One row per filled cell. A stream that is not broken down by company has its subtotal, and no payer.

    A subtotal of nothing is the template's formula, not a zero that somebody reported. In rows with ``broken`` cells
    the subtotal is no better than they are.
    """
    about = cells.rename(columns={matrix.places[name]: name for name in HEADER})[list(HEADER)]
    by_company = cells.loc[:, matrix.places["subtotal"] + 1 :]
    long = by_company.stack().rename("cell").rename_axis(["row", "place"]).reset_index()
    whole = about.loc[by_company.isna().all(axis=1) & about["stream"].notna(), "subtotal"].dropna()
    undivided = whole[(whole != "0") & ~whole.index.isin(broken)].rename("cell").rename_axis("row").reset_index()
    joined = pd.concat([long, undivided], ignore_index=True).join(about.drop(columns="subtotal"), on="row")
    return joined.assign(payer=joined["place"].map(matrix.companies).astype("str")).drop(columns="place")


def _errors(grid: Grid, matrix: Matrix, last: int) -> Iterator[SetAside]:
    for (row, place), shown in grid.errors.items():
        if matrix.header_row < row < last and place > matrix.places["subtotal"]:
            yield SetAside(row, matrix.companies.get(place), shown, ERROR)


def _disagreements(cells: pd.DataFrame, matrix: Matrix, last: int, amounts: pd.DataFrame) -> Iterator[str]:
    """Sentences on printed sums: of each stream, of each company, of everything."""
    subtotal = matrix.places["subtotal"]
    by_row = amounts.groupby("row")["amount_government"].agg(total)
    by_company = amounts.groupby("payer")["amount_government"].agg(total)
    printed_rows = cells.loc[matrix.header_row + 1 : last - 1, subtotal]
    for row, printed in printed_rows[printed_rows.index.isin(by_row.index)].items():
        yield from _disagreement(f"row {row}", printed, by_row[row])
    for place, company in matrix.companies.items():
        yield from _disagreement(company, cells.loc[matrix.header_row, place], by_company.get(company, Decimal(0)))
    if last in cells.index:
        yield from _disagreement("the total", cells.loc[last, subtotal], total(amounts["amount_government"]))


def _disagreement(what: str, printed: object, summed: Decimal) -> Iterator[str]:
    read = parsed(pd.Series([printed], dtype="str")).iloc[0]
    if read["state"] == "number" and abs(Decimal(read["amount"]) - summed) >= ROUNDING:
        yield f"{what}: the workbook prints {Decimal(read['amount']):,}, its cells add up to {summed:,}"
