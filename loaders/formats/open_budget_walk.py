"""Which addresses of Open Budget are asked: each month of each district, and what these are compared with."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode, urlsplit

from data_access.vocabulary import clock
from data_access.vocabulary.soate import oblast_of
from loaders.formats.mapping import CODES, NUMBER, TEXTS, WHOLE, Entries, OneOf, checked_mapping
from loaders.formats.open_budget_answers import AIMAKS, DISTRICTS, LOCAL, QUERY_KEYS, REVENUE, PlaceCodes, place_codes
from loaders.gate.checks import LoadRefused

DISTRICT, AIMAK = "district", "aiyl_aimak"
# What is loaded and compared at each level: budgets of aiyl aimaks are all that the answer of an aiyl aimak can have.
LEVELS: Mapping[str, Sequence[str]] = {DISTRICT: LOCAL, AIMAK: ("ao",)}
# About four years of all districts: more is no refreshing, and no way to treat a public server.
MOST_ADDRESSES = 3_000
DIGITS = 14
MAPPING = Entries(
    {"unit": NUMBER, "first_year": WHOLE, "stream_alias": CODES},
    {"last_year": WHOLE, "level": OneOf(LEVELS), "districts": TEXTS, "not_mining": TEXTS},
)
Get = Callable[[str], Any]
Answers = list[dict[str, Any]]
# Codes of oblast, district and aiyl aimak, as far as it goes.
Place = tuple[str, ...]


def walk(address: str, mapping: Mapping[str, Any], districts: Sequence[str], get: Get) -> Iterator[tuple[str, Answers]]:
    """Files of answers, one for each oblast and year: name and content; ``get`` asks an address.

    ``address`` is that of the service, with its language, as ``https://budget.okmot.kg/ru``; one with a query is asked
    alone. ``districts`` are those of our list, by eight digits; those that the service lists are asked. The first month
    that has not begun is asked as well: it can have a plan only. Raises LoadRefused where there is more to ask than
    MOST_ADDRESSES.
    """
    checked_mapping(mapping, MAPPING, address)
    if urlsplit(address).query:
        yield "answer.json", [{"address": address, "answer": get(address)}]
        return
    wanted_districts = mapping.get("districts", districts)
    if strange := sorted({*wanted_districts} - {*districts}):
        raise LoadRefused(address, f"the mapping's districts are not all in the list here: {', '.join(strange)}")
    lists: dict[str, Answers] = {}
    places: dict[str, list[Place]] = {}
    level = mapping.get("level", DISTRICT)
    base = address.rstrip("/")
    for oblast in sorted({*map(oblast_of, wanted_districts)}):
        inside = [code for code in wanted_districts if oblast_of(code) == oblast]
        lists[oblast], places[oblast] = _places(base, oblast, inside, level, get)
    years = range(mapping["first_year"], mapping.get("last_year", clock.today().year) + 1)
    files = {(oblast, year): [*_revenue(base, places[oblast], year, level)] for oblast in places for year in years}
    _few_enough(sum(map(len, files.values())), address)
    for (oblast, year), addresses in files.items():
        yield f"{oblast}-{year}.json", [*lists[oblast], *({"address": one, "answer": get(one)} for one in addresses)]


def _few_enough(count: int, address: str) -> None:
    if count > MOST_ADDRESSES:
        reason = f"would ask {count:,} addresses, and asks at most {MOST_ADDRESSES:,} at a time"
        raise LoadRefused(address, f"{reason}: choose districts or fewer years in the mapping, a source for each part")


def last_of_month(first: date) -> date:
    """The last day of the month that begins on a day."""
    return (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def with_service_digits(code: str) -> str:
    """A code of SOATE with the digits of the service."""
    return code.ljust(DIGITS, "0")


def _places(base: str, oblast: str, districts: Sequence[str], level: str, get: Get) -> tuple[Answers, list[Place]]:
    """The lists that were asked for, and the places in an oblast: oblast, district, aiyl aimak, as far as each goes.

    A city that is an oblast of its own is asked as one.
    """
    above = with_service_digits(oblast)
    if [*map(with_service_digits, districts)] == [above]:
        return [], [(above,)]
    answers, (regions,) = _listed_places(base, DISTRICTS, [above], get)
    places: list[Place] = [(above, code) for code in map(with_service_digits, districts) if code in regions.names]
    if level == DISTRICT:
        return answers, places
    more, aimaks = _listed_places(base, AIMAKS, [place[-1] for place in places], get)
    parts: list[Place] = [(above, one.within, code) for one in aimaks for code in one.names]
    return answers + more, places + parts


def _listed_places(base: str, kind: str, codes: Sequence[str], get: Get) -> tuple[Answers, list[PlaceCodes]]:
    answers = [{"address": f"{base}/incomes/{kind}/{code}", "answer": None} for code in codes]
    for one in answers:
        one["answer"] = get(str(one["address"]))
    lists = [
        place_codes(one["answer"], kind, code, str(one["address"])) for one, code in zip(answers, codes, strict=True)
    ]
    return answers, lists


def _revenue(base: str, places: Sequence[Place], year: int, level: str) -> Iterator[str]:
    """Each ended month of the year; of districts all of them at once, and the first month that has not begun."""
    today = clock.today()
    firsts = [date(year, month, 1) for month in range(1, 13)]
    past_months = [first for first in firsts if last_of_month(first) < today]
    for place in places:
        is_aimak = len(place) == len(QUERY_KEYS)
        months = past_months if is_aimak == (level == AIMAK) else []
        periods = [(first, last_of_month(first)) for first in months]
        if not is_aimak:
            periods += [(first, last_of_month(first)) for first in firsts if first > today][:1]
            periods += [(past_months[0], last_of_month(past_months[-1]))] if len(past_months) > 1 else []
        yield from (_address(base, place, *period) for period in periods)


def _address(base: str, place: Place, first: date, last: date) -> str:
    codes = dict(zip(QUERY_KEYS, (*place, "", ""), strict=False))
    return f"{base}/{REVENUE}?{urlencode({**codes, 'dateFrom': first.isoformat(), 'dateTo': last.isoformat()})}"
