"""Rows of a file of statements, from the compilations of what is reported of money, monitoring and rehabilitation."""

import re
from collections.abc import Iterator
from typing import Any

from data_access.vocabulary import languages
from data_access.vocabulary.soate import DISTRICT_DIGITS
from tools.bundled.reported_authors import AUTHORS
from tools.bundled.reported_kumtor import KUMTOR
from tools.bundled.reported_money import MONEY, Money
from tools.bundled.reported_monitoring import STATEMENTS, MonitoringStatement
from tools.bundled.reported_rehabilitation import REHABILITATION, Rehabilitation

Row = dict[str, str]
Statement = dict[str, Any]

COLUMNS = [
    *(
        "statement_id",
        "statement_subject",
        "matter",
        "said_on",
        "date_precision",
        *languages.columns("author"),
        "published_in",
    ),
    *("period_start", "period_end", "district_code", "oblast_code", "site_id", "stream_code"),
    *(
        "value_low",
        "value_high",
        "figure_unit",
        "qualifier",
        *languages.columns("text"),
        "quote",
        "quote_language",
        "url",
    ),
]
PRECISIONS = {4: "year", 7: "month", 10: "day"}
QUALIFIERS = {"=": "exactly", ">": "more_than", "≈": "about", "expected": "expected"}
KYRGYZ, CYRILLIC = re.compile("[ңөүҢӨҮ]|жыл"), re.compile("[а-яА-Я]")
COUNTRY = "417"
# What the compilation has otherwise: the report gives dollars, and the sum in som as what they come to; of an auction
# the year is not spelled out; of a range the highest figure stands in words.
CORRECTIONS = {
    "KU-2016": {"amount": "110000000", "currency": "USD"},
    "NM-2019-auctions": {"period_start": "", "period_end": ""},
    "PL-2025-dolpran": {"highest": "220000000"},
}


def money_rows(rows: list[Row]) -> Iterator[Statement]:
    """The rows of ``MONEY`` and ``KUMTOR``, in their order. Raises ``KeyError`` where the compilation lacks one."""
    by_key = {row["row_id"]: row for row in rows}
    for key, about in (MONEY | KUMTOR).items():
        yield _money(key, by_key[key] | CORRECTIONS.get(key, {}), about)


def monitoring_rows(rows: list[Row]) -> Iterator[Statement]:
    """All rows; what repeats the address of the row above it has that address."""
    for number, (row, about) in enumerate(zip(rows, STATEMENTS, strict=True)):
        above = rows[number - 1] if row["address"] == "same" else row
        yield _monitoring(row | {"address": above["address"], "quote": above["quote"]}, about)


def rehabilitation_rows(rows: list[Row]) -> Iterator[Statement]:
    """All rows, one of them twice. Raises ``KeyError`` where the compilation lacks one."""
    by_key = {(row["site_id"], row["stage"]): row for row in rows}
    for about in REHABILITATION:
        yield _rehabilitation(by_key[about.row], about)


def _money(key: str, row: Row, about: Money) -> Statement:
    figure = {
        "value_low": row["amount"],
        "value_high": row.get("highest", row["amount"]),
        "figure_unit": row["currency"],
    }
    qualifier = QUALIFIERS[re.split("[ ,]", row["qualifier"])[0]]
    period = {name: row[name] for name in ("period_start", "period_end")}
    place = _place(row["area_code"]) | {"site_id": row["site_id"], "stream_code": about.stream}
    saying = _saying(row["published_on"], row["publisher"].partition(", quoting")[0], row)
    return _row(key, "money", about) | saying | figure | period | place | {"qualifier": qualifier}


def _monitoring(row: Row, about: MonitoringStatement) -> Statement:
    if row["what"] != about.what:
        raise ValueError(f"{about.key} is not of the row {row['what']!r}")
    low, high = row["value_min"], row["value_max"]
    figure = {"value_low": low, "value_high": high} if about.unit else {}
    of_the_spill = {"period_start": row["as_of"], "period_end": row["as_of"]} if len(row["as_of"]) == 10 else {}
    place = _place(row["district_code"]) | {"site_id": row["site_id"]}
    return (
        _row(about.key, "monitoring", about)
        | _saying(about.said_on, row["publisher"], row)
        | figure
        | of_the_spill
        | place
    )


def _rehabilitation(row: Row, about: Rehabilitation) -> Statement:
    value = row["cost"] if about.unit == row["currency"] else row["value"]
    figure = {"value_low": value, "value_high": value} if about.unit else {}
    period = dict(zip(("period_start", "period_end"), about.period, strict=True))
    place = _place(row["district_code"]) | {"site_id": row["site_id"] if ";" not in row["site_id"] else ""}
    saying = _saying(about.said_on, row["publisher"].partition(" (")[0], row)
    return _row(about.key, "rehabilitation", about) | saying | figure | period | place


def _row(key: str, subject: str, about: Money | MonitoringStatement | Rehabilitation) -> Statement:
    own = {"figure_unit": getattr(about, "unit", ""), "qualifier": getattr(about, "qualifier", "")}
    authors = dict(zip(languages.columns("author"), AUTHORS[about.author], strict=True))
    texts = dict(zip(languages.columns("text"), (about.ky, about.ru, about.en), strict=True))
    return {"statement_id": key, "statement_subject": subject, "matter": about.matter} | own | authors | texts


def _saying(on: str, publisher: str, row: Row) -> Statement:
    """Day, with how exactly it is known, medium, quote and address."""
    quote = row["quote"]
    return {
        "said_on": f"{on}-01-01"[:10] if on else "",
        "date_precision": PRECISIONS.get(len(on), ""),
        "published_in": publisher,
        "quote": quote,
        "quote_language": "ky" if KYRGYZ.search(quote) else "ru" if CYRILLIC.search(quote) else "en",
        "url": row["address"].split()[0],
    }


def _place(code: str) -> Statement:
    """District, or oblast; the whole country is neither."""
    if code == COUNTRY:
        return {}
    return {"district_code" if len(code) == DISTRICT_DIGITS else "oblast_code": code}
