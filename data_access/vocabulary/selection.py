"""What the reader has chosen: the only state of the application, and its form in an address."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any
from urllib.parse import urlencode

from data_access.vocabulary import link
from data_access.vocabulary.facets import SHORT_CODES, Choices

MOMENT = re.compile(r"(19|20)[0-9]{2}(-(0[1-9]|1[0-2]))?")
# What may stand in a path for a place; whether there is such a place is decided when it is read.
PLACE = re.compile(r"[A-Za-z0-9-]{1,64}")
MOST_DISTRICTS = 4


@dataclass(frozen=True)
class AllowedValues:
    """The values that a choice can take: key -> what may stand in the address -> the value it means.

    ``instead`` is what holds of a choice that is not made, by key, where the data have nothing for what usually does.
    """

    values: Mapping[str, Mapping[str, str]] = field(default_factory=lambda: MappingProxyType({}))
    instead: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def resolve(self, key: str, text: str) -> str | None:
        """The value that the text of an address means, or None where it means nothing."""
        return self.values.get(key, {}).get(text)


class Selection(Choices):
    """All choices of one page view: read from an address and written to one, changed by a click, its period in days."""

    @classmethod
    def parse(cls, search: str, allowed_values: AllowedValues) -> "Selection":
        """Read ``?district=…&since=…``. Unknown keys and values that mean nothing are dropped."""
        text = link.values(search)
        since, until = _period(text.get("since", ""), text.get("until", ""))
        single = [key for key in allowed_values.values if key in text and key not in ("tables", "district")]
        single_values = {key: allowed_values.resolve(key, text[key]) for key in single}
        choices: dict[str, Any] = {
            **allowed_values.instead,
            **{key: value for key, value in single_values.items() if value},
        }
        tables = tuple(sorted(_several("tables", text, allowed_values)))
        return cls(since=since, until=until, tables=tables, **choices).of(_several("district", text, allowed_values))

    @property
    def search(self) -> str:
        """The query of the address, in one fixed order; empty when nothing is chosen."""
        values = {key: getattr(self, key) for key in SHORT_CODES} | {"district": self.districts}
        pairs = [
            (key, ",".join(value) if isinstance(value, tuple) else value) for key, value in values.items() if value
        ]
        return "?" + urlencode(pairs, safe=",") if pairs else ""

    @property
    def districts(self) -> tuple[str, ...]:
        """All chosen districts, up to four."""
        return (self.district, *self.beside) if self.district else ()

    def of(self, districts: Sequence[str]) -> "Selection":
        """The same of these districts, of which the first few count."""
        slugs = tuple(dict.fromkeys(districts))[:MOST_DISTRICTS]
        return replace(self, district=slugs[0] if slugs else None, beside=slugs[1:])

    @property
    def first_day(self) -> date | None:
        """First day of the chosen period."""
        return None if self.since is None else _first_day(self.since)

    @property
    def last_day(self) -> date | None:
        """Last day of the chosen period."""
        return None if self.until is None else _last_day(self.until)

    @property
    def of_whole_years(self) -> "Selection":
        """The same with the whole years of the months that are chosen; the same one where whole years are chosen."""
        whole = replace(self, since=self.since and self.since[:4], until=self.until and self.until[:4])
        return self if (whole.first_day, whole.last_day) == (self.first_day, self.last_day) else whole

    def covers(self, day: date) -> bool:
        """Whether the day lies in the chosen period."""
        return (self.first_day or date.min) <= day <= (self.last_day or date.max)

    def touches_quarter(self, start: date) -> bool:
        """Whether any day of the quarter that begins on ``start`` lies in the chosen period."""
        after = date(start.year + start.month // 10, (start.month + 2) % 12 + 1, 1)
        return (self.first_day or date.min) < after and start <= (self.last_day or date.max)

    def years(self, first: int, last: int) -> tuple[int, int]:
        """First and last year of the choice within what is known, ``first`` to ``last``.

        Annual figures cannot be cut by month: a year counts when any of its months is chosen.
        The first is larger than the last when the choice lies outside what is known.
        """
        since = first if self.first_day is None else max(first, self.first_day.year)
        until = last if self.last_day is None else min(last, self.last_day.year)
        return since, until

    def shown_years(self, first: int, last: int) -> list[int]:
        """First and last year for a control that runs from ``first`` to ``last``."""
        since, until = (min(max(year, first), last) for year in self.years(first, last))
        return [min(since, until), max(since, until)]

    def toggle(self, key: str, value: str) -> "Selection":
        """The selection after a click on something that stands for ``value``: chosen, or let go."""
        if key == "period":
            same = (self.since, self.until) == (value, value)
            return replace(self, since=None, until=None) if same else replace(self, since=value, until=value)
        if key == "beside":
            rest = tuple(slug for slug in self.districts if slug != value)
            return self.of(rest if value in self.districts else (*self.districts, value))
        if key == "tables":
            rest = tuple(table for table in self.tables if table != value)
            return replace(self, tables=rest if value in self.tables else tuple(sorted((*rest, value))))
        change: dict[str, Any] = {key: None if getattr(self, key) == value else value}
        return replace(self, **change)


def written_edition(search: str) -> str:
    """What stands in an address for the edition; empty without one. Whether there is such a one, only the data know."""
    return link.values(search).get("edition", "")


def _period(since: str, until: str) -> tuple[str | None, str | None]:
    first = since if MOMENT.fullmatch(since) else None
    last = until if MOMENT.fullmatch(until) else None
    if first and last and _first_day(first) > _last_day(last):
        return None, None
    return first, last


def _several(key: str, text: Mapping[str, str], allowed_values: AllowedValues) -> list[str]:
    """The values of a key that an address joins by commas, each once."""
    values = (allowed_values.resolve(key, link.word(part)) for part in text.get(key, "").split(","))
    return [*dict.fromkeys(part for part in values if part)]


def _first_day(moment: str) -> date:
    year, _, month = moment.partition("-")
    return date(int(year), int(month or 1), 1)


def _last_day(moment: str) -> date:
    year, _, month = moment.partition("-")
    after = date(int(year) + 1, 1, 1) if month in ("", "12") else date(int(year), int(month) + 1, 1)
    return after - timedelta(days=1)
