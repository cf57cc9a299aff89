"""What a table of payments seems to say in which column, by the words of its header and the cells below."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pandas as pd

from loaders.formats.eiti_about import label
from loaders.formats.eiti_unit import SCALE_WORD
from loaders.formats.statistics_wide import YEAR as OF_ONE_YEAR
from loaders.formats.tables import Table
from loaders.formats.totals import AMOUNTS
from loaders.formats.totals import WORDS as TOTALS
from loaders.gate.numbers import SCALES, parse_amounts

COMPANY, GOVERNMENT = AMOUNTS
# Field -> words of headers in English, Russian and Kyrgyz; the first field that fits has the column.
WORDS = {
    "currency": r"currency|валют",
    "discrepancy_note": r"reason|explanation|comment|note\b|причин|примечан|себеп|эскертүү",
    "stream": r"stream|kind of|payment type|fund type|налог|вид|платёж|платеж|статья|салык|төлөмдүн түрү",
    "agency": r"agency|receiver|recipient|payee|получател|орган|алуучу",
    "payer": r"company|payer|taxpayer|компани|плательщик|недропользоват|предприяти|ишкана|төлөөчү",
    "project": r"project|mine\b|deposit|licen[cs]e|проект|месторожден|рудник|объект|лицензи|кен\b",
    "place": r"district|raion|rayon|oblast|region|county|state|район|област|облус|аймак|территор|наименование",
}
OF_COMPANY = re.compile(r"compan|payer|компани|плательщик|ишкана")
OF_STATE = re.compile(r"government|state|agency|received|государств|получен|бюджет|мамлекет")
OF_AMOUNT = re.compile(r"amount|value|sum\b|paid|disburse|сумма|объ[её]м|факт|оплачен|төлөнгөн|көлөм")
OF_MONEY = re.compile(
    r"amount|disburse|paid|payment|royalt|bonus|tax\b|fee\b|revenue|"
    r"сумма|оплачен|плат[её]ж|роялти|бонус|налог|сбор|плата|доход|отчислен|төлөм|салык|киреше"
)
OF_YEAR = re.compile(r"year|год|жыл")
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
CURRENCIES = {"KGS": r"\bkgs\b|\bсом|\bsoms?\b", "USD": r"\busd\b|us dollar|долл|\$", "EUR": r"\beur\b|евро|€"}
# A column of which so many of the filled cells are numbers holds numbers.
MOST_ARE = 0.8


@dataclass(frozen=True)
class Payments:
    """``columns``: field -> column. Without an amount in it, each of ``streams`` is a column of amounts of its own."""

    columns: dict[str, str]
    streams: tuple[str, ...]
    constants: dict[str, Any]
    unit: int | None
    other_columns: tuple[str, ...]


def payments(table: Table, file: str) -> Payments | None:
    """None of a table that has no amounts, has years side by side, or says neither who or where nor what for."""
    if sum(OF_ONE_YEAR.fullmatch(str(name)) is not None for name in table.frame) > 1:
        return None
    numeric = [str(name) for name in table.frame if is_numeric(table.frame[name])]
    year = next((name for name in numeric if _is_year(name, table.frame[name])), None)
    amounts = [name for name in numeric if name != year and not re.fullmatch(r"№|no?\W*|n", label(name) or name)]
    texts = {} if year is None else {"year": year}
    for name in map(str, table.frame):
        field = next((field for field, words in WORDS.items() if re.search(words, label(name))), None)
        if name not in numeric and field and field not in texts:
            texts[field] = name
    texts_of_table = (*table.title, *map(str, table.frame))
    is_money = (
        {"stream", "payer"} & {*texts}
        or any(OF_MONEY.search(label(name)) for name in amounts)
        or _currency(texts_of_table)
    )
    if not amounts or not is_money or not {"stream", "payer", "place", "project"} & {*texts}:
        return None
    sides = _sides(amounts, "stream" in texts)
    streams = () if sides else tuple(amounts)
    columns = texts | sides
    other_columns = tuple(name for name in map(str, table.frame) if name not in (*columns.values(), *streams))
    constants = dict(_constants(columns, streams, texts_of_table, file, table.name))
    return Payments(columns, streams, constants, _unit((*table.title, *amounts)), other_columns)


def names_of(table: Table, column: str) -> list[str]:
    """What stands in a column, each name once, without words for totals."""
    names = [str(name).strip() for name in table.frame[column].dropna().drop_duplicates()]
    return [name for name in names if label(name) not in TOTALS]


def is_numeric(cells: pd.Series) -> bool:
    """Whether the filled cells of a column are numbers, but for a few."""
    filled_cells = cells.dropna()
    states = parse_amounts(filled_cells)["state"]
    return bool(len(filled_cells)) and (
        states.isin(["number", "doubtful", "missing", "not_reported"]).mean() >= MOST_ARE
    )


def _is_year(name: str, cells: pd.Series) -> bool:
    return bool(OF_YEAR.search(label(name))) and bool(cells.dropna().str.strip().map(YEAR.fullmatch).notna().all())


def _sides(amounts: list[str], has_streams: bool) -> dict[str, str]:
    """Columns of what companies and the state say; nothing where each column seems to be called as its stream."""
    company = [name for name in amounts if OF_COMPANY.search(label(name))]
    state = [name for name in amounts if name not in company and OF_STATE.search(label(name))]
    if len(company) == 1 and len(state) == 1:
        return {COMPANY: company[0], GOVERNMENT: state[0]}
    if len(amounts) == 1 and (has_streams or OF_AMOUNT.search(label(amounts[0]))):
        return {COMPANY if company else GOVERNMENT: amounts[0]}
    return {}


def _constants(
    columns: dict[str, str], streams: tuple[str, ...], texts_of_table: tuple[str, ...], file: str, sheet: str
) -> Iterator[tuple[str, Any]]:
    """What is the same in all rows; empty where nothing tells."""
    if "year" not in columns:
        years = {year for text in (file, sheet, *texts_of_table) for year in YEAR.findall(text)}
        yield "year", int(years.pop()) if len(years) == 1 else ""
    if "currency" not in columns:
        yield "currency", _currency(texts_of_table)
    if "stream" not in columns and not streams:
        yield "stream", ""
    if "agency" not in columns and "place" not in columns:
        yield "agency", ""


def _currency(texts_of_table: tuple[str, ...]) -> str:
    words = " ".join(texts_of_table).casefold()
    currency_codes = [code for code, pattern in CURRENCIES.items() if re.search(pattern, words)]
    return currency_codes[0] if len(currency_codes) == 1 else ""


def _unit(texts: tuple[str, ...]) -> int | None:
    """What the amounts are counted in where title or header say a scale."""
    words = next((label(text) for text in texts if SCALE_WORD.search(label(text))), "")
    return next((factor for factor, names in SCALES.items() if any(name in words for name in names)), None)
