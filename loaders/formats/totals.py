"""Totals that a table of payments prints: a total is a row that adds up, not a word at the beginning of a name.

A row whose name begins with a word for totals is a payment where the mapping knows that name, and a total where the
name is nothing but such a word, or no stream or receiver stands beside it. Of the others those that add up are
totals; those that do not are payments if all their names stand in the file, else nobody can tell, and they are set
aside.
"""

from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal
from typing import Any

import pandas as pd

from loaders.formats.eiti_about import label
from loaders.formats.mapping import Lookup
from loaders.gate.numbers import parse_amounts, total
from loaders.gate.publisher_format import Reading, SetAside

AMOUNTS = ("amount_company", "amount_government")
WORDS = ("total", "grand total", "subtotal", "итого", "всего", "жалпы", "жыйынтыгы", "баары")
BEGINNING = rf"(?:{'|'.join(WORDS)})\b"
# Names of a row -> the table of the mapping in which they are explained.
TABLES = {"payer": "payer", "stream": "stream_alias", "agency": "receiver_level", "place": "place", "project": "site"}
NAMES = (*TABLES, "year")
# Without these a row is no payment.
OF_PAYMENT = ("stream", "agency")
ROUNDING = 1
DOUBTFUL = "may be a total that does not add up, or a payment of somebody who is called so: name it in the mapping"


def without_totals(
    rows: pd.DataFrame, own: Collection[str], mapping: Mapping[str, Any]
) -> tuple[pd.DataFrame, Reading]:
    """The payments, and the totals among the rows; ``own`` are the fields that stand in the file's own columns."""
    begins = _begins(rows, mapping)
    kinds = _kinds(rows, begins, own, _Sums(rows, mapping))
    names = rows[[*NAMES]].where(begins).bfill(axis=1).iloc[:, 0]
    doubtful, named_totals = (by_row(names[kinds == kind]) for kind in ("doubtful", "named total"))
    set_aside = tuple(SetAside(row, None, name, DOUBTFUL) for row, name in doubtful)
    notes = tuple(f"row {row} adds up and is read as a total: {name}" for row, name in named_totals)
    return rows[kinds == "payment"], Reading(rows[kinds.isin(["total", "named total"])], set_aside, notes)


def by_row(cells: pd.Series) -> list[tuple[int, Any]]:
    """Row and cell of each."""
    return [*zip(cells.index.tolist(), cells.tolist(), strict=True)]


def _kinds(rows: pd.DataFrame, begins: pd.DataFrame, own: Collection[str], sums: "_Sums") -> pd.Series:
    """What each row is, as ``_kind`` says it."""
    if not begins.any(axis=None):
        return pd.Series("payment", rows.index, dtype="str")
    needed_fields = [name for name in OF_PAYMENT if rows[name].notna().any()]
    kinds, names = {}, zip(begins[[*NAMES]].to_numpy().tolist(), rows[[*NAMES]].to_numpy().tolist(), strict=True)
    for row, (is_total_word, row_names) in zip(rows.index.tolist(), names, strict=True):
        words = [name for name, begin in zip(row_names, is_total_word, strict=True) if begin]
        empty = {field for field, name in zip(NAMES, row_names, strict=True) if pd.isna(name)}
        is_whole = all(field in own for field in needed_fields)
        kinds[row] = _kind(words, bool(empty & {*needed_fields}), is_whole, sums.fits(row)) if words else "payment"
        sums.add(row, kinds[row])
    return pd.Series(kinds, rows.index, dtype="str")


def disagreements(rows: pd.DataFrame, totals: pd.DataFrame, mapping: Mapping[str, Any]) -> Iterator[str]:
    """Printed totals that are neither the sum of the rows above nor of those since the total before."""
    unit = Decimal(str(mapping.get("unit", 1)))
    for name in AMOUNTS:
        printed_totals, before = parse_amounts(totals[name], mapping.get("decimal"))["amount"].dropna(), 0
        for row, printed_total in by_row(printed_totals.map(lambda amount: Decimal(amount) * unit)):
            above = rows.loc[rows.index < row, name].dropna()
            sums = (total(above), total(above[above.index > before]))
            if all(abs(printed_total - row_sum) >= ROUNDING for row_sum in sums):
                yield f"row {row}, {name}: the total printed is {printed_total:,}, the rows add up to {sums[0]:,}"
            before = row


class _Sums:
    """Amounts of the payments so far, and of those since the last total."""

    def __init__(self, rows: pd.DataFrame, mapping: Mapping[str, Any]) -> None:
        unit = Decimal(str(mapping.get("unit", 1)))
        amounts_by_name = {name: parse_amounts(rows[name], mapping.get("decimal"))["amount"] for name in AMOUNTS}
        self._amounts = {
            name: amounts.map(lambda cell: Decimal(cell) * unit, "ignore") for name, amounts in amounts_by_name.items()
        }
        self._all, self._since = dict.fromkeys(AMOUNTS, Decimal(0)), dict.fromkeys(AMOUNTS, Decimal(0))
        self._is_first = True

    def fits(self, row: int) -> bool:
        """Whether each amount of the row is the sum of those above it; False where there is none."""
        row_amounts = {name: amounts[row] for name, amounts in self._amounts.items() if pd.notna(amounts[row])}
        if self._is_first or not row_amounts:
            return False
        sums = (self._all, self._since)
        return any(all(abs(row_amounts[name] - each[name]) < ROUNDING for name in row_amounts) for each in sums)

    def add(self, row: int, kind: str) -> None:
        """Count the row as what it is."""
        if kind == "payment":
            self._is_first = False
            for name, amounts in self._amounts.items():
                amount = amounts[row] if pd.notna(amounts[row]) else Decimal(0)
                self._all[name] += amount
                self._since[name] += amount
        elif kind != "doubtful":
            self._since = dict.fromkeys(AMOUNTS, Decimal(0))


def _begins(rows: pd.DataFrame, mapping: Mapping[str, Any]) -> pd.DataFrame:
    """True for each name that begins with a word for totals and that the mapping does not know."""
    begins = pd.DataFrame({name: rows[name].map(label).str.match(BEGINNING) for name in NAMES}).astype(bool)
    for name, table in TABLES.items():
        begins[name] &= Lookup(mapping.get(table, {})).codes(rows[name]).isna()
    return begins


def _kind(words: list[str], lacks_name: bool, is_whole: bool, is_sum: bool) -> str:
    """``payment``, ``total``, ``named total`` (which has all names of a payment) or ``doubtful``."""
    if lacks_name or any(label(word) in WORDS for word in words):
        return "total"
    if is_sum:
        return "named total" if is_whole else "total"
    return "payment" if is_whole else "doubtful"
