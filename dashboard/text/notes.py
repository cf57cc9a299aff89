"""What is said of figures: below a picture what it leaves out, once a page how they were made."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from dashboard.text import Words, wording
from dashboard.text.instead import NO_PEOPLE
from data_access.vocabulary.answer import Answer, Money, SensitiveTotal, Unplaced
from data_access.vocabulary.source import incomplete_year
from data_access.vocabulary.states import STATES, VALUE, ZERO


def of_answer(answer: Answer, words: Words) -> list[str]:
    """What an answer leaves out."""
    notes = [_unplaced(answer.unplaced, answer.money, words)] if answer.unplaced and answer.unplaced.count else []
    return notes + _left_out(answer, words)


def of_page(answers: Sequence[Answer], words: Words) -> list[str]:
    """What holds for answers alike, each once: whose figures they are, how they were made, and in which money."""
    notes = [note for answer in answers for note in _shared(answer, words)]
    notes += _of_people("note.people", [one.people_years for one in answers], words)
    notes += _of_people("money.people", [one.money.people_years for one in answers if one.money], words)
    return [*dict.fromkeys(notes)]


def _of_people(key: str, periods: Sequence[tuple[int, int] | None], words: Words) -> list[str]:
    """Of which years the population is that numbers are divided by."""
    known_periods = [years for years in periods if years]
    if not known_periods:
        return []
    return [
        words(
            key, years=words.years((min(first for first, _ in known_periods), max(last for _, last in known_periods)))
        )
    ]


def _shared(answer: Answer, words: Words) -> list[str]:
    notes = [words("one_sided.some")] if answer.one_sided == "some" else []
    notes += [words("place_basis.note", basis=words(f"place_basis.{basis}")) for basis in sorted(answer.place_bases)]
    notes += [words("money.known_until", year=day.year, date=words.day(day)) for day in _last_days(answer)]
    notes += [_apart(answer.sensitive_total, words)] if answer.sensitive_total else []
    return notes + (_of_money(answer.money, words) if answer.money else [])


def _last_days(answer: Answer) -> list[date]:
    """Days within the covered years on which a source of money ends before its year does; not of the newest."""
    if answer.money is None or answer.years is None:
        return []
    part_sources = (
        source for source in answer.of_dataset("revenue") if incomplete_year([source]) != answer.incomplete_year
    )
    ends = {source.newest_on for source in part_sources if source.newest_on and incomplete_year([source])}
    return sorted(day for day in ends if answer.years[0] <= day.year <= answer.years[1])


def _of_money(money: Money, words: Words) -> list[str]:
    """How the amounts of an answer were made: rates, prices, and the years and people that are left out."""
    notes = []
    if money.price_year and money.deflator:
        key = "money.prices_usd" if money.currency == "usd" else "money.prices"
        notes.append(words(key, year=money.price_year, deflator=money.deflator[words.language]))
    elif money.currency == "usd":
        notes.append(words("money.usd"))
    if money.unknown_years:
        notes.append(words("money.unknown", years=wording.spans(money.unknown_years, words)))
    if money.without_people:
        places = ", ".join(names[words.language] for names in money.without_people.values())
        notes.append(words("money.without_people", places=places))
    return notes


def _left_out(answer: Answer, words: Words) -> list[str]:
    """Of a number per district: how many have none, for which reason, and how many are not whole."""
    if "rank" not in answer.frame or "measure" in answer.frame:
        return []
    states = Counter(NO_PEOPLE if row.is_without_people else f"state.{row.state}" for row in answer.rows)
    instead = (*(f"state.{name}" for name in STATES if name not in (VALUE, ZERO)), NO_PEOPLE)
    reasons = [
        words("left_out.reason", n=words.number(states[key]), state=_why(key, answer, words))
        for key in instead
        if states[key]
    ]
    partial = sum(row.is_partial and row.value == row.value for row in answer.rows)
    notes = [words("left_out.districts", reasons="; ".join(reasons))] if reasons else []
    return notes + ([words.plural("left_out.partial", partial)] if partial else [])


def _why(key: str, answer: Answer, words: Words) -> str:
    """What there is instead of a number, in the words of the measure where it has its own."""
    own = f"{key}.{answer.measure}"
    return words(own) if words.has(own) else words(key)


def _apart(total: SensitiveTotal, words: Words) -> str:
    if total.at_least is None:
        return words("apart.few", n=words.number(total.step), year=total.through_year)
    return words("apart.sensitive", n=words.number(total.at_least), year=total.through_year)


def _unplaced(unplaced: Unplaced, money: Money | None, words: Words) -> str:
    rows = words.plural("count.records", unplaced.count)
    if unplaced.value is None or money is None:
        return words("unplaced.records", rows=rows)
    return words("unplaced.amount", rows=rows, amount=wording.amount(unplaced.value, money.currency, words))
