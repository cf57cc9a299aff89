"""How numbers and states are written, the same in every rendering."""

from collections.abc import Callable, Sequence
from datetime import date

from dashboard.text import Words
from dashboard.text.instead import NO_PEOPLE
from dashboard.text.words import FIGURES, HELD
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.edition import Edition
from data_access.vocabulary.measures import EXCEEDANCES, Measure, is_statistic, stated_unit
from data_access.vocabulary.states import VALUE, ZERO


def is_money(unit: str) -> bool:
    """Whether a unit is one of money."""
    return unit.startswith(("kgs", "usd"))


def amount(value: float, unit: str, words: Words, places: int = 0, figures: int = FIGURES) -> str:
    """A number with its unit, as in a sentence; money to three figures, or to so many."""
    if unit == "percent":
        return words.percent(value, places)
    if is_money(unit):
        return words(f"unit.{unit}.amount", n=words.short_number(value, figures))
    own = stated_unit(unit, words.language)
    if own is not None:
        return HELD.join(filter(None, (words.number(value, places), own)))
    return words.plural(f"unit.{unit}.amount", value)


def unit(answer: Answer, key: str, words: Words) -> str:
    """A unit as in a header or on an axis; of money, with the year whose prices it is in."""
    own = stated_unit(key, words.language)
    if own is not None:
        return own
    name = words(f"unit.{key}")
    if answer.money is None or answer.money.price_year is None or not is_money(key):
        return name
    return words("unit.in_prices", unit=name, year=answer.money.price_year)


def header(answer: Answer, measure: Measure, words: Words) -> str:
    """What a column of a map's numbers is: the unit; of one year alone which one; of a rate, whose residents."""
    return ", ".join(filter(None, (unit(answer, measure.unit, words), *_dates(answer, measure, words))))


def _dates(answer: Answer, measure: Measure, words: Words) -> list[str]:
    """The year of an annual statistic, which may lie before the end of the period, and of the population of a rate."""
    dates = [words.years(answer.years)] if is_statistic(measure.key) and answer.years else []
    return dates + ([words("unit.residents_of", years=words.years(answer.people_years))] if answer.people_years else [])


def edition_name(one: Edition, words: Words) -> str:
    """What an edition is called."""
    return words("example.name") if one.is_example else words("edition.chip", title=one.titles[words.language])


def edition(item: Edition, words: Words) -> str:
    """Which edition figures are of, from when, and whether anything was taken out of it since."""
    if item.is_example:
        return words("example.line")
    title, frozen, published_on = item.titles[words.language], words.day(item.frozen_on), words.day(item.published_on)
    line = words("edition.line", title=title, frozen=frozen, published=published_on)
    removals = [words.plural("edition.removed", item.removed_count)] if item.removed_count else []
    return " ".join([line, *removals])


def freshness(newest_on: date | None, expected_on: date | None, timeliness: str, words: Words) -> str:
    """The newest record, and in words and dates whether newer figures are late, still to come or not promised."""
    if timeliness == "unknown":
        return f"{newest_record(newest_on, words)}; {words('source.unpromised')}"
    return age(newest_on, expected_on, timeliness, words)


def age(newest_on: date, expected_on: date | None, timeliness: str, words: Words) -> str:
    """The same in few words in a list of sources, where nothing is said of what nobody promised."""
    newest = words("source.up_to", date=words.day(newest_on))
    if timeliness in ("dated", "unknown"):
        return newest
    return f"{newest}; {words(f'source.{timeliness}', date=words.day(expected_on))}"


def newest_record(newest_on: date | None, words: Words) -> str:
    """The day of the newest record, or that a source is of no day."""
    return words("source.newest", date=words.day(newest_on)) if newest_on else words("source.undated")


def lane(name: str, answer: Answer) -> str:
    """Key of one of the four subjects; of readings, with the medium that they are of."""
    return f"{name}.{answer.medium}" if name == "monitoring" else name


def year(answer: Answer, number: int, words: Words) -> str:
    """A year, and that it is incomplete where only a part of it is known."""
    return words("year.incomplete", year=number) if number == answer.incomplete_year else str(number)


def years(answer: Answer, words: Words) -> str:
    """The years of an answer; of one of which only a part is known, so much is said."""
    is_part = answer.years[1] == answer.incomplete_year
    return words.years(answer.years) + (words("years.incomplete") if is_part else "")


def spans(years: Sequence[int], words: Words) -> str:
    """Years in words, those that follow one another as a span."""
    begins = [year for year in years if year - 1 not in years]
    ends = [year for year in years if year + 1 not in years]
    return ", ".join(words.years(span) for span in zip(begins, ends, strict=True))


def full(value: float, unit: str, words: Words, places: int = 0) -> str:
    """A number in full, as in a table whose header names the unit."""
    return words.percent(value, places) if unit == "percent" else words.number(value, places)


def writer(unit: str, words: Words, places: int = 0) -> Callable[[float], str]:
    """``amount`` with all but the value settled."""
    return lambda value: amount(value, unit, words, places)


def area_value(row, measure: Measure, words: Words) -> str:
    """A district's number in words, or what it is instead of a number (row of ``places.by_district``)."""
    if row.state not in (VALUE, ZERO):
        return instead(row, measure, words)
    value_text = amount(row.value, measure.unit, words, measure.places)
    if measure.key in EXCEEDANCES:
        return words("value.share_of", share=value_text, readings=words.plural("count.readings", int(row.judged)))
    value_text = words.least(value_text, row.is_partial)
    year = getattr(row, "of_year", None)
    return words("value.of_year", value=value_text, year=year) if year and year == year else value_text


def instead(row, measure: Measure, words: Words) -> str:
    """What a district has instead of a number (row of ``places.by_district``): the oblast's number, or the reason."""
    of_oblast = getattr(row, "oblast_value", None)
    if of_oblast is not None and of_oblast == of_oblast:
        key = "value.of_city" if row.unit_type == "city_republican" else "value.of_oblast"
        return words(key, value=amount(of_oblast, measure.unit, words, measure.places))
    return reason(row, measure, words)


def reason(row, measure: Measure, words: Words) -> str:
    """Why a district has no number (row of ``places.by_district``, which an annual statistic cuts)."""
    return words(NO_PEOPLE) if getattr(row, "is_without_people", False) else state(row.state, measure, words)


def state(name: str, measure: Measure, words: Words) -> str:
    """What a number is instead of a number; some measures have reasons of their own."""
    own = f"state.{name}.{measure.key}"
    return words(own) if words.has(own) else words(f"state.{name}")


def place(answer: Answer, words: Words) -> str:
    """Name of the chosen district, or of the country; money of few places is not called the country's."""
    if answer.place:
        return answer.place[words.language]
    is_of_few = answer.money is not None and answer.money.is_of_few and "lane" not in answer.frame
    return words("place.of_few" if is_of_few else "place.country")


def measured_at(answer: Answer, words: Words) -> str:
    """The same of readings; where all of the country are of one station, that one: it does not stand for a country."""
    station = answer.names.get("only_station")
    return words("place.one_station", station=station[words.language]) if station else place(answer, words)


def date_of(row, words: Words) -> str:
    """The date of an incident as exactly as it is known, and no more exactly."""
    if row.date_precision == "year":
        return str(row.starts_on.year)
    if row.date_precision == "month":
        return words.month(row.starts_on)
    day = words.day(row.starts_on)
    return words("value.week_from", day=day) if row.date_precision == "week" else day


def change(now: float, before: float, words: Words) -> str:
    """How much a number differs from an earlier one, which is not zero, in percent."""
    return words.change(100 * (now - before) / abs(before))


def area_hover(answer: Answer, measure: Measure, words: Words) -> list[str]:
    """One text per district of a map: name, value or state, rank."""
    count = sum(row.rank == row.rank for row in answer.rows)
    dates = _dates(answer, measure, words)
    return [_hover(row, dates, count, measure, words) for row in answer.rows]


def rank(place: float, count: int, words: Words) -> list[str]:
    """Which place among so many districts; of a single one there is none to tell."""
    return [words("rank.of", rank=int(place), n=count)] if count > 1 else []


def _hover(row, dates: Sequence[str], count: int, measure: Measure, words: Words) -> str:
    parts = [getattr(row, f"name_{words.language}"), area_value(row, measure, words)]
    if row.rank == row.rank:
        parts += [*dates, *rank(row.rank, count, words)]
    return " · ".join(parts)
