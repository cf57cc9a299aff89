"""The sums that an EITI matrix prints, against its cells."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal

import pandas as pd

from loaders.formats.eiti_layout import Layout, rows_of
from loaders.gate.numbers import parse_amounts

# Printed totals are sums of whole units; less than one of them is rounding.
ROUNDING = 1
Rows = Mapping[int, list[str]]


def disagreements(cells: pd.DataFrame, layout: Layout, amounts: pd.DataFrame) -> Iterator[str]:
    """Sentences on printed sums: of each stream, of each company, of everything; and on what was disclosed beyond."""
    rows, subtotal = rows_of(cells), layout.places["subtotal"]
    by_row, by_company = _sums(amounts[amounts["side"] != "disclosed"])
    for row, row_sum in by_row.items():
        yield from _disagreement(f"row {row}", rows[row][subtotal], row_sum)
    for place, company in layout.companies.items():
        yield from _disagreement(company, rows[layout.header_row][place], by_company[company])
    yield from _disagreement("the total", _printed_cell(rows, layout.last, subtotal), sum(by_row.values(), Decimal(0)))
    if "disclosed" in layout.places:
        yield from _beyond(rows, layout, by_row)


def _sums(amounts: pd.DataFrame) -> tuple[dict[int, Decimal], dict[str, Decimal]]:
    """What is loaded of each row, and of each company."""
    by_row, by_company = defaultdict[int, Decimal](Decimal), defaultdict[str, Decimal](Decimal)
    columns = (amounts[name].tolist() for name in ("row", "payer", "amount_government"))
    for row, payer, amount in zip(*columns, strict=True):
        by_row[row] += Decimal(amount)
        by_company[payer] += Decimal(amount)
    return by_row, by_company


def _beyond(rows: Rows, layout: Layout, by_row: Mapping[int, Decimal]) -> Iterator[str]:
    """What the government disclosed of each stream against what was reconciled, and the printed sum of it."""
    place = layout.places["disclosed"]
    disclosures = {
        row: number
        for row, cells in rows.items()
        if layout.header_row < row < layout.last and (number := _number(cells[place])) is not None
    }
    for row, number in disclosures.items():
        row_sum = by_row.get(row, number)
        if abs(number - row_sum) >= ROUNDING:
            stream = " ".join(str(rows[row][layout.places["stream"]]).split())
            yield f"row {row}, {stream!r}: {number:,} disclosed against {row_sum:,} reconciled, which is loaded"
    disclosure_sum = sum(disclosures.values(), Decimal(0))
    yield from _disagreement("the total disclosed", _printed_cell(rows, layout.last, place), disclosure_sum)


def _printed_cell(rows: Rows, last: int, place: int) -> object:
    """What stands in the row of the total, else below it, where newer templates have it."""
    cells = [rows[row][place] for row in (last, last + 1) if row in rows]
    return next((cell for cell in cells if _number(cell) is not None), None)


def _disagreement(what: str, printed_cell: object, cell_sum: Decimal) -> Iterator[str]:
    printed_sum = _number(printed_cell)
    if printed_sum is not None and abs(printed_sum - cell_sum) >= ROUNDING:
        yield f"{what}: the workbook prints {printed_sum:,}, its cells add up to {cell_sum:,}"


def _number(cell: object) -> Decimal | None:
    (amount,) = parse_amounts(pd.Series([cell], dtype="str")).to_dict("records")
    return Decimal(amount["amount"]) if amount["state"] == "number" else None
