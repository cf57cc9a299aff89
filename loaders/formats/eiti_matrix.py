"""EITI Summary Data, templates 0.9 to 1.x: a matrix of revenue streams by companies."""

from collections.abc import Iterator, Mapping

import pandas as pd

from loaders.formats.eiti_about import label, without_placeholders
from loaders.formats.eiti_layout import FURTHER, HEADER, Layout, layout_of
from loaders.formats.eiti_sums import disagreements
from loaders.formats.tables import ERROR, MERGED_CELL, Grid
from loaders.gate.numbers import REASONS, parse_amounts
from loaders.gate.publisher_format import Reading, SetAside

RECONCILED_WORDS = r"(?:yes )?(?:included and )?reconciled"
UNDIVIDED_AMOUNT = "amount that is not divided by company"


def read_matrix(grid: Grid, file: str, decimal: str | None = None) -> Reading:
    """One row per stream and company, named as they are written, with the government's amount.

    Where the workbook says that a stream was reconciled, its amount is the company's as well. What stands undivided
    is one row without a company. ``decimal`` is for amounts that may be read in two ways; all cells of the matrix are
    one column for that. Printed sums that do not agree with the cells, and what was disclosed beyond them, are
    warnings with both numbers. Raises LoadRefused when the companies have no names.
    """
    cells = without_placeholders(grid.cells)
    layout = layout_of(cells, file)
    table, unusable = _table(grid, cells, layout)
    long_rows = _long(table, layout, {item.row for item in unusable})
    rows = long_rows.join(parse_amounts(long_rows["cell"], decimal))
    wrong = rows[rows["state"].isin(list(REASONS))]
    set_aside = [SetAside(row["row"], row["payer"], row["cell"], REASONS[row["state"]]) for _, row in wrong.iterrows()]
    amounts = rows[rows["state"] == "number"].rename(columns={"amount": "amount_government"})
    payments = _with_companies(amounts).drop(columns=["cell", "state", "included", "side"]).set_index("row")
    return Reading(payments, (*set_aside, *unusable), tuple(disagreements(cells, layout, amounts)))


def _table(grid: Grid, cells: pd.DataFrame, layout: Layout) -> tuple[pd.DataFrame, list[SetAside]]:
    """The rows between header and total, and their amounts that cannot be used: one for several rows, or an error."""
    table = cells.loc[layout.header_row + 1 : layout.last - 1].copy()
    unusable = [
        *_amounts_in(grid.errors, table, layout, ERROR),
        *_amounts_in(grid.merged_cells, table, layout, MERGED_CELL),
    ]
    for row, place in grid.merged_cells:
        if row in table.index and layout.is_amount(place):
            table.loc[row, place] = None
    return table, unusable


def _with_companies(amounts: pd.DataFrame) -> pd.DataFrame:
    """What was reconciled is what both sides agree on; what only the government disclosed is not."""
    is_agreed = amounts["included"].map(label).str.fullmatch(RECONCILED_WORDS) & (amounts["side"] != "disclosed")
    return amounts.assign(amount_company=amounts["amount_government"].where(is_agreed))


def _long(cells: pd.DataFrame, layout: Layout, broken_rows: set[int]) -> pd.DataFrame:
    """One row per filled cell; ``side`` says which of what stands undivided it is, and is missing for companies.

    ``broken_rows`` are rows with cells that cannot be used: what stands undivided beside them is no better.
    """
    about = cells.rename(columns={place: name for name, place in layout.places.items()})
    about = about.reindex(columns=[*HEADER, *FURTHER])
    by_company = cells.loc[:, layout.places["subtotal"] + 1 :]
    long = by_company.stack().rename("cell").rename_axis(["row", "place"]).reset_index()
    is_alone = by_company.apply(_says_nothing).all(axis=1) & about["stream"].notna() & ~about.index.isin(broken_rows)
    rows = pd.concat([long, _undivided(about[is_alone])], ignore_index=True)
    rows = rows.join(about.drop(columns=["subtotal", "disclosed"]), on="row")
    return rows.assign(payer=rows["place"].map(layout.companies).astype("str")).drop(columns="place")


def _undivided(alone: pd.DataFrame) -> pd.DataFrame:
    """The subtotal of each stream, else what only the government disclosed.

    A subtotal of nothing is the template's formula, not a zero that somebody reported.
    """
    sides = [alone[side][~_says_nothing(alone[side])].rename("cell") for side in ("subtotal", "disclosed")]
    both = pd.concat(sides, keys=["subtotal", "disclosed"], names=["side", "row"]).reset_index()
    return both.drop_duplicates("row").reindex(columns=["row", "cell", "side"])


def _says_nothing(cells: pd.Series) -> pd.Series:
    """True where there is no amount, or one of nothing."""
    amounts = parse_amounts(cells.astype("str"))
    is_zero = amounts["amount"].str.fullmatch(r"-?0+(?:\.0+)?").fillna(False).astype(bool)
    return is_zero | amounts["state"].isin(["missing", "not_reported"])


def _amounts_in(
    cells: Mapping[tuple[int, int], str], table: pd.DataFrame, layout: Layout, reason: str
) -> Iterator[SetAside]:
    """Those of these cells in which amounts stand; undivided ones count where there is none by company."""
    is_nothing = table.loc[:, layout.places["subtotal"] + 1 :].apply(_says_nothing)
    for (row, place), cell_text in cells.items():
        is_amount = row in table.index and layout.is_amount(place)
        if is_amount and (place in is_nothing or is_nothing.loc[row].all()):
            yield SetAside(row, layout.companies.get(place, UNDIVIDED_AMOUNT), cell_text, reason)
