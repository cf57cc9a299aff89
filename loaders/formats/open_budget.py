"""What local budgets got of mining, by the state's Open Budget (budget.okmot.kg), month by month.

The rule: what the treasury credited to the budgets of a place (the fact of district, city and aiyl aimak budgets) is
money that reached it: stage ``transfer``, received by ``local_budget``. Companies paid it before, at the stage
``payment``, which other sources tell; the republican budget's part (``rb``) reached nobody here, and is left out. A
plan is no money: it is held to the same checks, and no row of it is loaded.

A month that has not ended is not loaded. One that has not begun cannot have a fact: where it has, plan and fact stand
the other way round, and the file is refused.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

import pandas as pd

from data_access.vocabulary import clock
from data_access.vocabulary.soate import DISTRICT_DIGITS, oblast_of
from data_access.vocabulary.stages import TRANSFER
from loaders.formats.flows import resolve, to_documented_columns
from loaders.formats.mapping import checked_mapping
from loaders.formats.open_budget_answers import (
    BUDGETS,
    DISTRICTS,
    ROUNDING,
    Amounts,
    Period,
    PlaceCodes,
    Revenue,
    read_answers,
)
from loaders.formats.open_budget_walk import DISTRICT, LEVELS, MAPPING, last_of_month, walk, with_service_digits
from loaders.gate.checks import LoadRefused
from loaders.gate.json_text import read_json
from loaders.gate.publisher_format import Format, Reading, SetAside
from loaders.gate.reference_codes import ReferenceCodes

RECEIVER = "local_budget"
COLUMNS = ("stage", "period_start", "period_end", "stream", "agency", "place", "district_code", "oblast_code")
UNLISTED_DISTRICT = "is a district of the service that is not in the list of districts here"


def read(content: bytes, file: str, mapping: Mapping[str, Any], reference_codes: ReferenceCodes) -> Reading:
    """A flow for each ended month, place and revenue code of the mapping; rows count the codes of all answers, from 1.

    Raises LoadRefused for answers of another shape than is known, and for such as contradict each other.
    """
    checked_mapping(mapping, MAPPING, file)
    answers = read_answers(read_json(content, file), file)
    lists = [one for one in answers if isinstance(one, PlaceCodes) and one.kind == DISTRICTS]
    revenue = [one for one in answers if isinstance(one, Revenue)]
    level = mapping.get("level", DISTRICT)
    months = [one for one in revenue if _is_month(one.period) and one.is_of_aimak == (level != DISTRICT)]
    budgets = LEVELS[level]
    _no_fact_of_the_future(revenue, file)
    _one_answer_each(months, file)
    _places_differ(months, file)
    rest = [*_comparison_notes(months, revenue, budgets, file), *_further(revenue), *_missing_codes(revenue, mapping)]
    rows = resolve(_rows(months, budgets, mapping), {**mapping, "receiver_level": {RECEIVER: RECEIVER}})
    unlisted_places, unasked_notes = _places(lists, reference_codes)
    return Reading(
        to_documented_columns(rows.frame, "okb"),
        (*unlisted_places, *rows.set_aside),
        (*rest, *unasked_notes, *rows.warnings),
    )


def _is_month(period: Period) -> bool:
    return period.first.day == 1 and period.last == last_of_month(period.first)


def _no_fact_of_the_future(revenue: Sequence[Revenue], file: str) -> None:
    for one in revenue:
        facts = {name for amounts in one.rows.values() for name in BUDGETS if amounts[name]}
        if facts and one.period.first > clock.today():
            names = ", ".join(sorted(facts))
            reason = f"{one.place} has money for a period that has not begun ({one.period.first}), as {names}"
            raise LoadRefused(file, f"{reason}: plan and fact stand the other way round than is known of the service")


def _one_answer_each(months: Sequence[Revenue], file: str) -> None:
    pairs = [(one.place, one.period) for one in months]
    twice = next(((place, period) for place, period in pairs if pairs.count((place, period)) > 1), None)
    if twice is not None:
        raise LoadRefused(file, f"holds two answers of {twice[0]} for the month from {twice[1].first}")


def _places_differ(months: Sequence[Revenue], file: str) -> None:
    """A service that does not know a code may answer as if none were asked: with the same for each."""
    places_by_amounts: dict[tuple[Period, tuple[Any, ...]], str] = {}
    for one in months:
        amounts = tuple((code, tuple(row.items())) for code, row in sorted(one.rows.items()) if any(row.values()))
        if len(amounts) > 1 and (other := places_by_amounts.setdefault((one.period, amounts), one.place)) != one.place:
            reason = f"the answers of {other} and {one.place} for the month from {one.period.first} are the same"
            raise LoadRefused(file, f"{reason}, so the service does not tell these places apart")


def _comparison_notes(
    months: Sequence[Revenue], revenue: Sequence[Revenue], budgets: Sequence[str], file: str
) -> Iterator[str]:
    """Sentences where months cannot be compared. Raises LoadRefused where they do not add up to their whole period."""
    wholes = {_year(one): one for one in revenue if not _is_month(one.period) and not one.is_of_aimak}
    parts: dict[tuple[str, int], list[Revenue]] = defaultdict(list)
    for one in months:
        parts[_year(one)].append(one)
    for (district, year), whole in wholes.items():
        inside = [one for one in parts[district, year] if one.period.last <= whole.period.last]
        for code in sorted({code for one in (whole, *inside) for code in one.rows}):
            whole_sum, part_sum = _sum([whole], code, budgets), _sum(inside, code, budgets)
            if abs(whole_sum - part_sum) >= ROUNDING:
                period = f"{whole.period.first} to {whole.period.last}"
                reason = f"{district}, code {code}: {period} is {whole_sum:,}, its parts add up to {part_sum:,}"
                raise LoadRefused(file, f"{reason}; months or places are cut otherwise than is known of the service")
    alone = sorted({district for district, year in {*parts} - {*wholes} if len(parts[district, year]) > 1})
    if alone:
        yield f"no answer for the whole period, so the months of {', '.join(alone)} were compared with nothing"


def _year(one: Revenue) -> tuple[str, int]:
    return one.district, one.period.first.year


def _sum(answers: Sequence[Revenue], code: str, budgets: Sequence[str]) -> Decimal:
    return sum((_local(one.rows[code], budgets) or Decimal(0) for one in answers if code in one.rows), Decimal(0))


def _local(amounts: Amounts, budgets: Sequence[str]) -> Decimal | None:
    """What these budgets got; None where the service says nothing of any."""
    parts = [amount for name in budgets if (amount := amounts[name]) is not None]
    return sum(parts, Decimal(0)) if parts else None


def _further(revenue: Sequence[Revenue]) -> Iterator[str]:
    others = sorted({name for one in revenue for name in one.others})
    if others:
        yield f"rows have further entries, which are not read: {', '.join(others)}; is one of them a budget?"


def _missing_codes(revenue: Sequence[Revenue], mapping: Mapping[str, Any]) -> Iterator[str]:
    missing_codes = sorted({*mapping["stream_alias"]} - {code for one in revenue for code in one.rows})
    if missing_codes:
        yield f"no answer has these codes of [stream_alias]; has the classification changed? {', '.join(missing_codes)}"


def _rows(months: Sequence[Revenue], budgets: Sequence[str], mapping: Mapping[str, Any]) -> pd.DataFrame:
    """What the service says of the ended months, but of codes that are not of mining; rows are counted from 1."""
    unit, beginnings = Decimal(str(mapping["unit"])), tuple(mapping.get("not_mining", ()))
    rows = []
    for one in (one for one in months if one.period.last < clock.today()):
        district = one.place[:DISTRICT_DIGITS]
        days = (one.period.first.isoformat(), one.period.last.isoformat())
        for code, amounts in one.rows.items():
            amount = _local(amounts, budgets)
            if amount is None or code.startswith(beginnings):
                continue
            # Of codes that nobody has decided about, nothing is worth telling where nothing came.
            if amount or code in mapping["stream_alias"]:
                about = (TRANSFER, *days, code, RECEIVER, one.place, district, oblast_of(district))
                rows.append((*about, format(amount * unit, "f"), "KGS"))
    index = pd.RangeIndex(1, len(rows) + 1)
    return pd.DataFrame(rows, index, [*COLUMNS, "amount_government", "currency"], dtype="str")


def _places(lists: Sequence[PlaceCodes], reference_codes: ReferenceCodes) -> tuple[list[SetAside], list[str]]:
    """Districts that only the service has, and sentences on those that only we have, which were not asked."""
    oblasts = reference_codes.oblast_of()
    unlisted_places, unasked_notes = [], []
    for one in lists:
        ours = {
            with_service_digits(str(code)) for code in oblasts.index[oblasts.map(with_service_digits) == one.within]
        } - {one.within}
        if not ours:
            continue
        unlisted_places += [SetAside(None, "code", code, UNLISTED_DISTRICT) for code in one.names if code not in ours]
        if missing_codes := sorted(ours - {*one.names}):
            unasked_notes.append(
                f"the service does not list these districts of {one.within}: {', '.join(missing_codes)}"
            )
    return unlisted_places, unasked_notes


OPEN_BUDGET = Format("open_budget", "revenue", read, (".json",), walk)
