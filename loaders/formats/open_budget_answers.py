"""Answers of the state's Open Budget (budget.okmot.kg), each with the address that was asked.

The service describes its answers nowhere. What they are is known from public programs that read them: an answer about
revenue is a list of rows by revenue code and their totals; ``rb``, ``rayon``, ``gorod`` and ``ao`` are what the
republican, the district, the city and the aiyl aimak budgets got, the same with ``_p`` what was planned for them. One
of these programs takes plan and fact of ``rayon`` and ``gorod`` the other way round; here ``_p`` is the plan
everywhere. Whatever differs from this is refused by name, since nobody can tell what it means.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from urllib.parse import parse_qs, urlsplit

from loaders.formats.shape_difference import difference
from loaders.gate.checks import LoadRefused

LOCAL = ("rayon", "gorod", "ao")
BUDGETS = ("rb", *LOCAL)
PLAN = "_p"
AMOUNTS = tuple(f"{budget}{side}" for budget in BUDGETS for side in ("", PLAN))
ROW = ("code", "name", *AMOUNTS)
# Public programs read no others of the totals.
TOTALS = tuple(f"{budget}{side}" for budget in LOCAL for side in ("", PLAN))
# What the service calls oblast, district and aiyl aimak.
QUERY_KEYS = ("countryCode", "regionCode", "districtCode")
REVENUE, DISTRICTS, AIMAKS = "get-incomes", "get-regions", "get-districts"
CODE, LEAF_DIGITS = re.compile(r"\d{1,8}"), 8
PLACE = re.compile(r"417\d{11}")
NUMBER = re.compile(r"-?\d{1,15}(?:\.\d{1,6})?")
# In the unit of the service.
ROUNDING = 1
Amounts = Mapping[str, Decimal | None]


@dataclass(frozen=True)
class Period:
    """From the first to the last day."""

    first: date
    last: date


@dataclass(frozen=True)
class Revenue:
    """What the budgets of a place got in a period, and what was planned; amounts by code of eight digits.

    ``district`` is the code, of fourteen digits, of the district that it is or lies in; ``place`` is its own.
    """

    district: str
    place: str
    period: Period
    rows: Mapping[str, Amounts]
    others: frozenset[str] = frozenset()

    @property
    def is_of_aimak(self) -> bool:
        """Whether it is about a part of the district."""
        return self.place != self.district


@dataclass(frozen=True)
class PlaceCodes:
    """Codes of fourteen digits, with names, of the places inside of another."""

    kind: str
    within: str
    names: Mapping[str, str]


def read_answers(answers: Any, file: str) -> list[Revenue | PlaceCodes]:
    """What a file of answers holds: a list of objects with ``address`` and ``answer``. Raises LoadRefused."""
    if not isinstance(answers, list) or not all(
        isinstance(one, dict) and {*one} == {"address", "answer"} for one in answers
    ):
        raise LoadRefused(file, "is not a list of saved answers, each an object with the entries address and answer")
    return [_answer(one["address"], one["answer"], file) for one in answers]


def place_codes(answer: Any, kind: str, within: str, file: str) -> PlaceCodes:
    """The places of an answer. Raises LoadRefused."""
    subject = f"the list of places in {within}"
    # Programs read the list inside of a list.
    places = answer[0] if isinstance(answer, list) and answer and isinstance(answer[0], list) else answer
    if not isinstance(places, list) or not all(isinstance(one, dict) for one in places):
        raise difference(file, subject, "a list of objects", answer)
    names = {}
    for place in places:
        if not isinstance(code := place.get("code"), str) or not PLACE.fullmatch(code):
            raise difference(file, f"{subject}: code", "a SOATE code of 14 digits in quotation marks", code)
        name = place.get("name")
        names[code] = str(name.get("ru", "") if isinstance(name, dict) else name or "")
    return PlaceCodes(kind, within, names)


def _answer(address: Any, answer: Any, file: str) -> Revenue | PlaceCodes:
    if not isinstance(address, str):
        raise LoadRefused(file, "the address of an answer must be a text")
    path = urlsplit(address).path.rstrip("/").split("/")
    if len(path) > 1 and path[-2] in (DISTRICTS, AIMAKS):
        return place_codes(answer, path[-2], path[-1], file)
    if path[-1] != REVENUE:
        raise LoadRefused(file, f"holds an answer of an address that is not asked: {address}")
    query = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
    places = [query[name] for name in QUERY_KEYS if name in query]
    period = _period(query, address, file)
    if not places or not all(map(PLACE.fullmatch, places)):
        raise LoadRefused(file, f"the address names no places by SOATE codes of 14 digits: {address}")
    subject = f"revenue of {places[-1]}, {period.first} to {period.last}"
    rows, others = _revenue(answer, subject, file)
    return Revenue(places[min(1, len(places) - 1)], places[-1], period, rows, others)


def _period(query: Mapping[str, str], address: str, file: str) -> Period:
    try:
        period = Period(date.fromisoformat(query["dateFrom"]), date.fromisoformat(query["dateTo"]))
    except (KeyError, ValueError) as error:
        raise LoadRefused(file, f"the address has no dateFrom and dateTo as 2019-01-31: {address}") from error
    if period.first > period.last or period.first.year != period.last.year:
        raise LoadRefused(file, f"the period of the address does not lie in one year: {address}")
    return period


def _revenue(answer: Any, subject: str, file: str) -> tuple[Mapping[str, Amounts], frozenset[str]]:
    """Amounts by code of eight digits, and names of further entries."""
    if not isinstance(answer, list) or len(answer) != 2 or not isinstance(answer[0], list):
        raise difference(file, subject, "a list of two: rows, and their totals", answer)
    answer_rows, totals = answer
    rows: dict[str, Amounts] = {}
    others: set[str] = set()
    for row in answer_rows:
        code = _code(row, subject, file)
        if code in rows:
            raise LoadRefused(file, f"{subject}: the code {code} occurs twice")
        rows[code] = _amounts(row, ROW, f"{subject}, code {code}", file)
        others |= {*row} - {*ROW}
    if not isinstance(totals, dict) and (rows or totals != []):
        raise difference(file, f"{subject}: its totals", "an object", totals)
    leaves = {code: amounts for code, amounts in rows.items() if len(code) == LEAF_DIGITS}
    for code, amounts in rows.items():
        parts = [part for leaf, part in leaves.items() if leaf.startswith(code)]
        _agree(amounts, parts, f"{subject}: the row of code {code}", file)
    if totals:
        _agree(
            _amounts(totals, TOTALS, f"{subject}: its totals", file), [*leaves.values()], f"{subject}: the total", file
        )
    return leaves, frozenset(others)


def _code(row: Any, subject: str, file: str) -> str:
    code = row.get("code") if isinstance(row, dict) else None
    if not isinstance(code, str) or not CODE.fullmatch(code):
        raise difference(file, f"{subject}: code of a row", "one to eight digits in quotation marks", code)
    return code


def _amounts(row: Mapping[str, Any], required_names: Sequence[str], subject: str, file: str) -> Amounts:
    """The amounts of a row; None where it says nothing, as ``rayon`` may since districts have no own budgets."""
    missing = [name for name in required_names if name not in row]
    if missing:
        raise LoadRefused(file, f"{subject}: there is no {', '.join(missing)}; there are {', '.join(map(str, row))}")
    return {name: _amount(row[name], f"{subject}: {name}", file) for name in AMOUNTS if name in row}


def _amount(value: Any, subject: str, file: str) -> Decimal | None:
    if value is None or value == "":
        return None
    number_text = (
        value.strip() if isinstance(value, str) else format(Decimal(str(value)), "f") if _is_number(value) else ""
    )
    if not NUMBER.fullmatch(number_text):
        raise difference(file, subject, "a number with a decimal point, or nothing", value)
    return Decimal(number_text)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _agree(sums: Amounts, parts: Sequence[Amounts], subject: str, file: str) -> None:
    """Raises LoadRefused where a sum that is stated is not that of its rows with codes of eight digits."""
    for name, amount in sums.items():
        part_sum = sum((part[name] or Decimal(0) for part in parts), Decimal(0))
        if abs((amount or 0) - part_sum) >= ROUNDING:
            raise LoadRefused(
                file, f"{subject} says {name} = {amount or 0:,}; its rows of 8 digits add up to {part_sum:,}"
            )
