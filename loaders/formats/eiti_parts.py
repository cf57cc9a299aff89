"""EITI Summary Data, templates 2.0 and 2.1: part 4 lists revenue streams, part 5 the same money by company."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

import pandas as pd

from loaders.formats.eiti_about import label, without_placeholders
from loaders.formats.tables import ERROR, MERGED_CELL, Grid
from loaders.gate.numbers import parse_amounts, total, with_amounts
from loaders.gate.publisher_format import Reading, SetAside

# Both templates, with or without "issuing", "reporting", "(if applicable)" and punctuation.
HEADERS = {
    "gfs_code": r"gfs (?:classification|codes?).*",
    "stream": r"(?:name of )?revenue streams?(?: name)?",
    "agency": r"(?:\w+ )?government (?:entity|agency|body).*",
    "amount_government": r"revenue (?:value|amount).*",
    "currency": r"(?:reporting )?currency.*",
    "payer": r"company(?: name)?|full name of company",
    "project": r"project(?: name)?(?: if applicable)?",
}
NEEDED_COLUMNS = frozenset({"stream", "agency", "amount_government"})
END = r"(?:grand )?total.*|additional information.*|.*excluded.*"
GFS = re.compile(r"\b\d{2,6}E\d{0,2}\b")
ROUNDING = 1
# What tells whether two rows are about the same money once their names are resolved.
PART_KEYS = ["stream_code", "receiver_level"]


def read_parts(grids: Iterable[Grid], currency: str, decimal: str | None = None) -> Reading | None:
    """Rows of all tables of part 4 and part 5, in the column ``part``; None where there is no such table.

    Amounts are in the currency of their row, else in ``currency``. Printed totals that do not agree are warnings.
    """
    readings = [_read(grid, header, currency, decimal) for grid in grids if (header := _header(grid.cells))]
    if not readings:
        return None
    frame = pd.concat([reading.frame for reading in readings])
    set_aside = tuple(item for reading in readings for item in reading.set_aside)
    return Reading(frame, set_aside, tuple(text for reading in readings for text in reading.warnings))


def is_part(grid: Grid) -> bool:
    """Whether a sheet has a table of part 4 or part 5."""
    return _header(grid.cells) is not None


def once(rows: pd.DataFrame) -> tuple[pd.DataFrame, tuple[str, ...]]:
    """Resolved rows with no money twice: part 5, and of part 4 the streams that part 5 does not have.

    Only part 4 has GFS codes, which its rows in part 5 take over.

    A stream is the same in both when its code and receiver are, since the two parts often name it differently.
    """
    sums = (
        rows.assign(amount=rows["amount_government"].map(Decimal))
        .groupby([*PART_KEYS, "part"])["amount"]
        .sum()
        .unstack()
    )
    both = sums.reindex(columns=[4, 5]).dropna()
    unlike = both[(both[4] - both[5]).abs() >= ROUNDING]
    warnings = tuple(
        f"{stream}, {level}: part 4 prints {sum_4:,}, the companies of part 5 add up to {sum_5:,}, which is loaded"
        for (stream, level), (sum_4, sum_5) in zip(unlike.index, unlike.to_numpy(), strict=True)
    )
    in_part_5 = pd.MultiIndex.from_frame(rows[PART_KEYS]).isin(both.index)
    rows_once = rows[(rows["part"] == 5) | ~in_part_5]
    return rows_once.assign(gfs_code=rows_once["gfs_code"].fillna(_gfs_codes(rows, rows_once))), warnings


def _gfs_codes(rows: pd.DataFrame, of: pd.DataFrame) -> pd.Series:
    """The one GFS code of each stream and receiver; missing where there are several."""
    codes = rows.dropna(subset="gfs_code").groupby(PART_KEYS)["gfs_code"].agg(set)
    only = codes[codes.str.len() == 1].map(min).astype("str")
    return pd.Series(only.reindex(pd.MultiIndex.from_frame(of[PART_KEYS])).to_numpy(), of.index, dtype="str")


def _header(cells: pd.DataFrame) -> tuple[int, dict[str, int]] | None:
    """Row and places of the first header with the needed columns."""
    for row, cells_of_row in cells.iterrows():
        labels = cells_of_row.dropna().map(label)
        places = {name: at for at, text in labels.items() for name in HEADERS if re.fullmatch(HEADERS[name], text)}
        if places.keys() >= NEEDED_COLUMNS:
            return int(row), places
    return None


def _read(grid: Grid, header: tuple[int, dict[str, int]], currency: str, decimal: str | None) -> Reading:
    header_row, places = header
    below = without_placeholders(grid.cells.loc[header_row + 1 :])
    end = _end(below, places)
    table = below.loc[: end - 1, list(places.values())].set_axis(list(places), axis=1)
    table = table.reindex(columns=list(HEADERS)).astype("str")
    unusable = tuple(_unusable(grid, range(header_row + 1, end), places["amount_government"]))
    table = table.drop(index={item.row for item in unusable}, errors="ignore")
    rows, set_aside = with_amounts(table[table["amount_government"].notna()], ["amount_government"], decimal)
    rows = rows[rows["amount_government"].notna()].assign(
        part=5 if "payer" in places else 4,
        currency=rows["currency"].str.strip().fillna(currency),
        gfs_code=rows["gfs_code"].str.extract(f"({GFS.pattern})", expand=False),
    )
    return Reading(rows, set_aside + unusable, tuple(_disagreements(grid.name, below.loc[end:], rows)))


def _end(below: pd.DataFrame, places: dict[str, int]) -> int:
    """Row of the first total or heading below the rows; what has all names of a payment is one, however called."""
    for row, cells_of_row in below.iterrows():
        ends = any(re.fullmatch(END, label(cell)) for cell in cells_of_row.dropna())
        if ends and cells_of_row[[places[name] for name in NEEDED_COLUMNS]].isna().any():
            return int(row)
    return int(below.index[-1]) + 1 if len(below) else 1


def _unusable(grid: Grid, rows: range, amounts: int) -> Iterator[SetAside]:
    """Amounts that show an error, or that stand in one merged cell for several rows."""
    for cells, reason in ((grid.errors, ERROR), (grid.merged_cells, MERGED_CELL)):
        for (row, place), cell_text in cells.items():
            if row in rows and place == amounts:
                yield SetAside(row, "amount_government", cell_text, reason)


def _disagreements(sheet: str, below: pd.DataFrame, rows: pd.DataFrame) -> Iterator[str]:
    """Printed totals directly below the rows, in the currencies of the rows, against their sums."""
    sums = rows.groupby("currency")["amount_government"].agg(total)
    for _, cells_of_row in below.iterrows():
        cells = cells_of_row.dropna().tolist()
        if not cells or not label(cells[0]).startswith(("total", "grand total")):
            return
        numbers = parse_amounts(pd.Series(cells, dtype="str"))["amount"].dropna()
        currency = _currency(cells, sums)
        if len(numbers) and currency and abs(Decimal(numbers.iloc[0]) - sums[currency]) >= ROUNDING:
            printed_total = Decimal(numbers.iloc[0])
            yield f"{sheet}: the total printed is {printed_total:,} {currency}, the rows add up to {sums[currency]:,}"


def _currency(cells: list[str], sums: pd.Series) -> str | None:
    """The currency that the row of a total names; without one, that of all rows."""
    currency_codes = re.findall(r"\b[A-Z]{3}\b", " ".join(cells).replace("TOTAL", ""))
    if currency_codes:
        return currency_codes[0] if currency_codes[0] in sums.index else None
    return sums.index[0] if len(sums) == 1 else None
