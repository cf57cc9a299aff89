"""The four numbers of the overview: of each subject one, over the chosen years, and its course."""

from collections.abc import Iterable
from dataclasses import replace

import pandas as pd

from data_access.answers import choices, indicators, measure_values, places
from data_access.answers.overview import LANES, four_subjects_by_year
from data_access.answers.revenue import flows
from data_access.store.database import Snapshot
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.course import Year
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.source import incomplete_year, newest_on

NAN = float("nan")
# What amounts are given in.
MONEY = ("per", "currency", "prices")


def key_figures(snapshot: Snapshot, selection: Selection) -> Answer:
    """One row per lane: lane, value over the chosen years, withheld_count (years left out of it), year_count (years
    in it), first_year, last_year, ends_on (last day, where the last year is not whole), last_known_year, last_value,
    before_value. Money per person is a mean of the whole years.

    An empty number means that nothing is known. ``last_value`` is of the last whole chosen year, ``before_value`` of
    the year before it, where the same have told of both. A share over several years is of all their readings, not a
    mean.
    """
    answer = four_subjects_by_year(snapshot, selection)
    by_year = _by_year(answer)
    if _is_mean("revenue", answer):
        part = flows.part_of_year(snapshot, choices.stage(snapshot, Selection()))
        by_year["revenue"] = {year: value for year, value in by_year.get("revenue", {}).items() if year != part}
    rows = {lane: _row(lane, by_year.get(lane, {}), answer, selection) for lane in LANES}
    share = indicators.judged_in_period(snapshot, selection, answer.medium or indicators.MEDIA[0])
    rows["monitoring"]["value"] = share if share is not None else NAN
    frame = pd.DataFrame([{"lane": lane, **row} for lane, row in rows.items()])
    return replace(answer, frame=frame, place=places.names_of(snapshot, selection.district))


def state_of_money(snapshot: Snapshot, selection: Selection) -> str | None:
    """The state of the chosen district's amount over the chosen years, as maps have it; None of the country."""
    if selection.district is None:
        return None
    money_selection = replace(Selection(), **{name: getattr(selection, name) for name in ("since", "until", *MONEY)})
    districts = measure_values.by_district(snapshot, money_selection, "revenue").frame.set_index("slug")
    return str(districts.at[selection.district, "state"])


def courses(snapshot: Snapshot, selection: Selection) -> dict[str, list[Year]]:
    """For each lane all years on record, in order."""
    answer = four_subjects_by_year(snapshot, selection)
    return {lane: _course(of_lane, _part(lane, answer), selection) for lane, of_lane in _by_year(answer).items()}


def _by_year(answer: Answer) -> dict[str, dict[int, float]]:
    """Values by lane and year; NaN where withheld."""
    sums: dict[str, dict[int, float]] = {}
    for row in answer.rows:
        of_lane = sums.setdefault(row.lane, {})
        of_lane[row.year] = _sum([of_lane.get(row.year, NAN), row.value])
    return sums


def _sum(values: Iterable[float]) -> float:
    """Of the known values; NaN of none."""
    known_values = [value for value in values if value == value]
    return sum(known_values) if known_values else NAN


def _part(lane: str, answer: Answer) -> int | None:
    """The year of which a subject knows only a part."""
    return incomplete_year(answer.of_dataset(lane))


def _course(of_lane: dict[int, float], part: int | None, selection: Selection) -> list[Year]:
    first, last = min(of_lane), max(of_lane)
    since, until = selection.years(first, last)
    values = ((year, of_lane.get(year, NAN)) for year in range(first, last + 1))
    return [Year(None if value != value else value, year == part, since <= year <= until) for year, value in values]


def _row(lane: str, of_lane: dict[int, float], answer: Answer, selection: Selection) -> dict[str, object]:
    part, is_mean = _part(lane, answer), _is_mean(lane, answer)
    first, last = selection.years(*_span(lane, of_lane, answer)) if of_lane else (1, 0)
    in_period = {year: value for year, value in of_lane.items() if first <= year <= last}
    years = [year for year, value in in_period.items() if value == value]
    end = max((year for year in years if year != part), default=None)
    return {
        "value": _sum(in_period.values()) / (len(years) if is_mean and years else 1),
        "withheld_count": len(in_period) - len(years),
        "year_count": len(years),
        "first_year": first,
        "last_year": last,
        "ends_on": newest_on(answer.of_dataset(lane)) if last == part else None,
        "last_known_year": end,
        "last_value": None if end is None else of_lane.get(end),
        "before_value": _before(lane, of_lane, end, answer),
    }


def _is_mean(lane: str, answer: Answer) -> bool:
    return lane == "revenue" and answer.money is not None and answer.money.per == "person"


def _before(lane: str, of_lane: dict[int, float], end: int | None, answer: Answer) -> float | None:
    """The value of the year before, where the same have told of both."""
    if end is None or (lane == "revenue" and not answer.is_told_alike(end)):
        return None
    return of_lane.get(end - 1)


def _span(lane: str, of_lane: dict[int, float], answer: Answer) -> tuple[int, int]:
    """The years that the subject covers: of incidents also those at the ends of which there is no record."""
    return answer.extras["spans"][lane] if lane == "incidents" else (min(of_lane), max(of_lane))
