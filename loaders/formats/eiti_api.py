"""The EITI API's record of a country (version 1.0), as national totals by fiscal year."""

from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from loaders.formats.eiti_about import require_ours
from loaders.formats.mapping import NO_ENTRIES, checked_mapping
from loaders.gate.checks import LoadRefused
from loaders.gate.json_text import read_json
from loaders.gate.numbers import parse_amounts
from loaders.gate.publisher_format import Format, Reading, SetAside
from loaders.gate.reference_codes import ReferenceCodes

COLUMNS = ("fiscal_year", "amount_government_usd", "amount_company_usd", "kgs_per_usd")
AMOUNTS = COLUMNS[1:]
HOME = "KGS"


def read(content: bytes, file: str, mapping: Mapping[str, Any], _reference_codes: ReferenceCodes) -> Reading:
    """One row per year, in USD; the rate is the one that the country's report used.

    There are no rows in a JSON file, so the index counts the years from 1. Raises LoadRefused for anything else than
    a country's record.
    """
    checked_mapping(mapping, NO_ENTRIES, file)
    record = _record(content, file)
    cells = pd.DataFrame([_year(record, year) for year in sorted(record["revenues"])], columns=list(COLUMNS))
    cells = cells.set_axis(pd.RangeIndex(1, len(cells) + 1)).astype("str")
    # JSON of this API has decimal points and no thousands separators.
    numbers = {name: parse_amounts(cells[name], ".") for name in AMOUNTS}
    wrong = tuple(_unreadable(cells, numbers))
    frame = cells.assign(**{name: numbers[name]["amount"] for name in AMOUNTS}).drop({item.row for item in wrong})
    return Reading(frame, wrong, tuple(_other_currency(record)))


def _record(content: bytes, file: str) -> dict[str, Any]:
    record = read_json(content, file)
    yearly = [record.get(name) for name in ("revenues", "metadata")] if isinstance(record, dict) else [None]
    if not all(isinstance(part, dict) and all(isinstance(year, dict) for year in part.values()) for part in yearly):
        raise LoadRefused(file, "is not a country's record of the EITI API: it lacks revenues or metadata by year")
    country = record.get("label") or record.get("iso2")
    require_ours(str(country) if country else None, file)
    return record


def _year(record: dict[str, Any], year: str) -> list[str | None]:
    sides = record["revenues"][year]
    about = record["metadata"].get(year, {})
    rate = about.get("currency_rate") if about.get("currency_code") == HOME else None
    return [
        year,
        *(None if value is None else str(value) for value in (sides.get("government"), sides.get("company"), rate)),
    ]


def _unreadable(cells: pd.DataFrame, numbers: dict[str, pd.DataFrame]) -> Iterator[SetAside]:
    for name, read_numbers in numbers.items():
        for row in cells.index[read_numbers["state"] == "unreadable"]:
            yield SetAside(row, name, cells.loc[row, name], "is not an amount")


def _other_currency(record: dict[str, Any]) -> Iterator[str]:
    for year, about in sorted(record["metadata"].items()):
        if year in record["revenues"] and about.get("currency_code") != HOME:
            yield f"{year}: the exchange rate is for {about.get('currency_code')}, not {HOME}, and was left out"


EITI_API = Format("eiti_api", "national_revenue", read, (".json",))
