"""Dates in the spellings of laboratories, offices and researchers, to calendar days.

Year first, dots and words leave no doubt. ``05/08/2019`` and ``05-08-2019`` are read by the order that the mapping
gives (``date_order``: ``day_first`` or ``month_first``), else by the column itself where one of its values has a
day above 12; if that does not decide either, such a value is no date. Two-digit years and numbers of days since
1900 are no dates, unless the mapping says that the column holds the latter (``date_serials``: 1900 or 1904).

A time of day with its offset (``2025-12-31T20:15:00Z``) is of the day that it is then in Bishkek; so is one without,
where the mapping states the ``zone`` of such times. Else the day is the one that is written.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta, tzinfo

import pandas as pd

from data_access.vocabulary import clock
from loaders.formats.moments import day_in_bishkek

ORDERS = ("day_first", "month_first")
# Excel counts 29 February 1900, which did not exist: day 61 is 1 March 1900.
EPOCHS = {1900: date(1899, 12, 30), 1904: date(1904, 1, 1)}
MONTHS = {
    name: month
    for month, names in enumerate(
        (
            ("jan", "янв"),
            ("feb", "фев"),
            ("mar", "мар"),
            ("apr", "апр"),
            ("may", "май", "мая", "маи"),
            ("jun", "июн"),
            ("jul", "июл"),
            ("aug", "авг"),
            ("sep", "сен"),
            ("oct", "окт"),
            ("nov", "ноя"),
            ("dec", "дек"),
        ),
        start=1,
    )
    for name in names
}
TIME = r"(?:[T ](?P<time>\d{1,2}:\d\d.*))?"
YEAR_FIRST = re.compile(rf"(\d{{4}})([-./])(\d{{1,2}})\2(\d{{1,2}}){TIME}")
YEAR_LAST = re.compile(rf"(\d{{1,2}})([-./])(\d{{1,2}})\2(\d{{4}})(?: ?г\.?| ?ж\.?)?{TIME}")
SERIAL = re.compile(r"\d{1,5}(?:\.\d+)?")
WORD = re.compile(r"[^\W\d_]{3,}")
NOT_A_DATE = "is not a date that can be read"


@dataclass(frozen=True)
class Dates:
    """``days``: YYYY-MM-DD or missing, as the values were; ``problems``: why a value that is there is no day."""

    days: pd.Series
    problems: pd.Series


@dataclass(frozen=True)
class _DateStyle:
    """How the days of a column are written."""

    order: str | None
    serials: int | None
    zone: tzinfo | None


def read_dates(
    cells: pd.Series, order: str | None = None, serials: int | None = None, zone: tzinfo | None = None
) -> Dates:
    """Days of a column of text; what is no date, does not exist or lies in the future has a problem instead."""
    how = _DateStyle(order or order_of(cells.dropna().unique()), serials, zone)
    answers = {value: _answer(value, how) for value in cells.dropna().unique()}
    pairs = [answers.get(value, (None, None)) for value in cells]
    answer = pd.DataFrame(pairs, cells.index, ["day", "problem"], dtype="str")
    return Dates(answer["day"], answer["problem"].dropna())


def order_of(values: Iterable[str]) -> str | None:
    """The order of a column in which some first or some second number is above 12; None if none or both are."""
    pairs = [(int(match[1]), int(match[3])) for value in values if (match := YEAR_LAST.fullmatch(value.strip()))]
    day_first, month_first = any(first > 12 for first, _ in pairs), any(second > 12 for _, second in pairs)
    return None if day_first == month_first else ORDERS[month_first]


def _answer(value: str, how: _DateStyle) -> tuple[str | None, str | None]:
    try:
        day = _day(" ".join(value.split()), how)
    except _NoDate as error:
        return None, str(error)
    except (ValueError, OverflowError):
        return None, "is a date that does not exist"
    return (None, "lies in the future") if day > clock.today() else (day.isoformat(), None)


class _NoDate(Exception):
    """A text that cannot be read as a day, and why."""


def _day(value: str, how: _DateStyle) -> date:
    """Raises _NoDate, or ValueError for a day that does not exist."""
    if match := YEAR_FIRST.fullmatch(value):
        return day_in_bishkek(date(int(match[1]), int(match[3]), int(match[4])), match["time"], how.zone)
    if match := YEAR_LAST.fullmatch(value):
        first, second, year = int(match[1]), int(match[3]), int(match[4])
        # With dots the day comes first, wherever dots are used.
        day, month = _day_and_month(first, second, "day_first" if match[2] == "." else how.order)
        return day_in_bishkek(date(year, month, day), match["time"], how.zone)
    if how.serials and SERIAL.fullmatch(value):
        return EPOCHS[how.serials] + timedelta(days=int(float(value)))
    return _in_words(value)


def _day_and_month(first: int, second: int, order: str | None) -> tuple[int, int]:
    if order is None and first != second:
        raise _NoDate("may be day and month or month and day; give date_order in the mapping")
    return (second, first) if order == "month_first" else (first, second)


def _in_words(value: str) -> date:
    """05 August 2019, August 5, 2019, 5 августа 2019 г., 2019-ж. 5-август: a month, a day and a year of four digits."""
    months = {MONTHS[word[:3]] for word in WORD.findall(value.lower()) if word[:3] in MONTHS}
    years, days = (
        re.findall(r"\b\d{4}(?!\d)", value),
        re.findall(r"\b\d{1,2}(?!\d)", re.sub(r"\d{1,2}:\d\d.*", "", value)),
    )
    if (len(months), len(years), len(days)) != (1, 1, 1):
        raise _NoDate(NOT_A_DATE)
    return date(int(years[0]), months.pop(), int(days[0]))
