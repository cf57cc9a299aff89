"""What the amounts of an EITI workbook are counted in: som, thousands of som, …"""

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

import pandas as pd

from loaders.formats.eiti_about import label, without_placeholders
from loaders.formats.eiti_layout import rows_of
from loaders.formats.tables import Grid
from loaders.gate.checks import LoadRefused
from loaders.gate.numbers import SCALES

UNIT = re.compile(r"\s*currency\s+unit\W*", re.IGNORECASE)
# Headers of amounts, which may say the unit too, as in "Revenue value (thousand KGS)".
AMOUNTS = re.compile(r"(?:revenue (?:value|amount)|revenues? as disclosed by government|sub ?totals?)\b.*")
HEADERS = re.compile(r"revenues?|value|amount|as disclosed by government|sub-?\s?totals?", re.IGNORECASE)
TOKEN = re.compile(r"\d(?:[\d\s.,'’]*\d)?|[^\W\d_]+")
MONEY = re.compile(r"in|of|units?|us|usd|dollars?|soms?|сом\w*|full|national|local|currency|валюта|в")
CODE = re.compile(r"\b[A-Z]{3}\b")
SCALE_WORD = re.compile("|".join(rf"\b{word}" for words in SCALES.values() for word in words))
# US$'000, as its words are compared.
THOUSANDS = re.compile(r"\b000s?\b")
CURRENCY = "state `currency` and `unit` in the mapping of its source"
STATE = "state `unit` in the mapping of its source (1000 for thousands, 1 for whole units)"


def unit(grids: Iterable[Grid], mapping: Mapping[str, Any], currency: str, file: str) -> Decimal:
    """By what the amounts are multiplied: what the mapping states, else what the workbook says, else 1.

    Raises LoadRefused for words that are not understood, or that name another currency than the workbook's.
    """
    if "unit" in mapping:
        return Decimal(str(mapping["unit"]))
    unit_texts = [text for grid in grids for text in _unit_texts(without_placeholders(grid.cells))]
    units = {_factor(text, currency, file) for text in unit_texts}
    if len(units) > 1:
        raise LoadRefused(file, f"says more than one unit of its amounts; {STATE}", value="; ".join(unit_texts))
    return units.pop() if units else Decimal(1)


def require_unit(mapping: Mapping[str, Any], texts: Iterable[str], file: str) -> None:
    """Raise LoadRefused where title or header say a scale, such as "тыс. сом" or "US$'000", and the mapping no unit."""
    scale_text = next((text for text in texts if SCALE_WORD.search(label(text)) or THOUSANDS.search(label(text))), None)
    if scale_text is not None and "unit" not in mapping:
        raise LoadRefused(file, f"its amounts seem to be in another unit than one; {STATE}", value=scale_text)


def _unit_texts(cells: pd.DataFrame) -> Iterator[str]:
    """What stands behind the words "currency unit", else below or beside them; and headers that say a scale."""
    rows = rows_of(cells)
    texts = [
        (row, place, cell)
        for row, cells_of_row in rows.items()
        for place, cell in enumerate(cells_of_row)
        if pd.notna(cell)
    ]
    for row, place, cell in texts:
        if match := UNIT.match(cell):
            behind = cell[match.end() :].strip()
            yield from [behind] if behind else _near(rows, row, place)
        elif AMOUNTS.fullmatch(label(cell)) and SCALE_WORD.search(label(cell)):
            yield HEADERS.sub(" ", cell).strip()


def _near(rows: Mapping[int, list[str]], row: int, place: int) -> Iterator[str]:
    """The cell below if it is a unit, else the one beside it; a heading that happens to stand there is none."""
    texts = [rows.get(row + 1, [])[place : place + 1], rows[row][place + 1 : place + 2]]
    yield from [text for row_cells in texts for text in row_cells if pd.notna(text) and _is_unit(text)][:1]


def _is_unit(text: str) -> bool:
    return bool(re.search(r"\d", text) or SCALE_WORD.search(label(text)) or CODE.search(text) or _is_money(label(text)))


def _is_money(words: str) -> bool:
    return all(MONEY.fullmatch(word) for word in words.split())


def _factor(text: str, currency: str, file: str) -> Decimal:
    factor = Decimal(1)
    for token in TOKEN.findall(text):
        scale = 1 if token == currency else _scale(token)
        if scale is None and CODE.fullmatch(token):
            raise LoadRefused(file, f"its amounts are in another currency than {currency}; {CURRENCY}", value=text)
        if scale is None and not MONEY.fullmatch(token.lower()):
            raise LoadRefused(file, f"its currency unit is not understood; {STATE}", value=text)
        factor *= scale or 1
    return factor


def _scale(token: str) -> int | None:
    """1000 of ``1,000``, ``'000`` and ``thousands``; None of anything else."""
    digits = re.sub(r"\D", "", token)
    if re.fullmatch(r"10*", digits):
        return int(digits)
    if digits:
        return 10 ** len(digits) if not digits.strip("0") else None
    factors = (factor for factor, words in SCALES.items() for word in words if token.lower().startswith(word))
    return next(factors, None)
