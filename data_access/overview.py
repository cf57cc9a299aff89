"""Answers that join the four subjects."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

import numpy as np
import pandas as pd

from dashboard.answer import Answer
from dashboard.selection import Selection
from data_access import grievances, incidents, indicators, revenue
from data_access.database import Snapshot, per_version

LANES = ("revenue", "monitoring", "incidents", "grievances")
NAN = float("nan")
Row = tuple[int, float | None, float | None]  # year, severity, value


def four_subjects_by_year(snapshot: Snapshot, selection: Selection) -> Answer:
    """Columns lane, year, severity (only incidents), value (NaN: withheld); of the chosen district or the country.

    revenue: received (stage ``transfer``) in the chosen terms; monitoring: percent of judged readings beyond their
    limit; incidents: conflict incidents of that severity, a zero for each year without; grievances: received.
    A year without a row has no data.
    """
    return _four_subjects(snapshot, _here(selection))


def _here(selection: Selection) -> Selection:
    """The part of a choice that lanes depend on; they are always whole, the period is marked in them."""
    terms = {"per": selection.per, "currency": selection.currency, "prices": selection.prices}
    return Selection(district=selection.district, **terms)


@per_version
def _four_subjects(snapshot: Snapshot, here: Selection) -> Answer:
    answers = _answers(snapshot, here)
    rows = [(lane, *row) for lane, answer in answers.items() if answer.known for row in OF_LANE[lane](answer)]
    frame = _typed(rows)
    spans = [answer.known for answer in answers.values() if answer.known]
    known = (min(span[0] for span in spans), max(span[1] for span in spans)) if spans else None
    kept = {source.key: source for answer in answers.values() for source in answer.sources}
    of_money = answers["revenue"]
    return Answer(frame, known, known, tuple(kept.values()), money=of_money.money, instead=of_money.instead)


def _typed(rows: list[tuple]) -> pd.DataFrame:
    lanes, years, severities, values = zip(*rows, strict=True) if rows else ((),) * 4
    numbers = {"severity": np.array(severities, dtype=float), "value": np.array(values, dtype=float)}
    return pd.DataFrame({"lane": lanes, "year": np.array(years, dtype=int), **numbers})


@per_version
def _answers(snapshot: Snapshot, here: Selection) -> dict[str, Answer]:
    return {
        "revenue": revenue.by_year(snapshot, here),
        "monitoring": indicators.judged_by_quarter(snapshot, here),
        "incidents": incidents.by_year(snapshot, here),
        "grievances": grievances.by_year(snapshot, here),
    }


def _revenue(answer: Answer) -> Iterator[Row]:
    sums: dict[int, float] = defaultdict(float)
    for year, value in zip(answer.frame["fiscal_year"], answer.frame["value"], strict=True):
        sums[int(year)] += value
    return ((year, None, value) for year, value in sums.items())


def _monitoring(answer: Answer) -> Iterator[Row]:
    """Of years with enough readings that can be judged."""
    counts = defaultdict(list)
    columns = (answer.frame[name].tolist() for name in ("quarter", *indicators.JUDGEMENTS))
    for quarter, *judged in zip(*columns, strict=True):
        counts[quarter.year].append(judged)
    shares = ((year, indicators.share_beyond(*map(sum, zip(*rows, strict=True)))) for year, rows in counts.items())
    return ((year, None, share) for year, share in shares if share is not None)


def _incidents(answer: Answer) -> Iterator[Row]:
    """The list of incidents covers all its years: one without an incident has zero, and no severity."""
    columns = (answer.frame[name].tolist() for name in ("year", "severity", "value"))
    rows = [row for row in zip(*columns, strict=True) if row[-1]]
    first, last = answer.known
    quiet = sorted(set(range(first, last + 1)) - {row[0] for row in rows})
    return iter([*rows, *((year, None, 0) for year in quiet)])


def _grievances(answer: Answer) -> Iterator[Row]:
    return (
        (year, None, value) for year, value in zip(answer.frame["year"], answer.frame["received_count"], strict=True)
    )


# Plain rows: these frames are tiny, and each step in pandas would cost more than all of them.
OF_LANE = {"revenue": _revenue, "monitoring": _monitoring, "incidents": _incidents, "grievances": _grievances}


def key_figures(snapshot: Snapshot, selection: Selection) -> Answer:
    """One row per lane: lane, value over the chosen years, withheld_count (years left out of it), year_count (years
    in it), first_year, last_year, last_value, before_value. Money per person is a mean of the years.

    An empty number means that nothing is known. ``last_value`` is of the last complete chosen year,
    ``before_value`` of the year before it. A share over several years is of all their readings, not a mean.
    """
    answer = four_subjects_by_year(snapshot, selection)
    by_year = _whole_lanes(snapshot, _here(selection))
    incomplete = {lane: one.incomplete_year for lane, one in _answers(snapshot, _here(selection)).items()}
    rows = {lane: _key_figure(by_year.get(lane, {}), selection, incomplete[lane]) for lane in LANES}
    share = indicators.judged_in_period(snapshot, selection)
    rows["monitoring"]["value"] = share if share is not None else NAN
    if answer.money.per == "person" and rows["revenue"]["year_count"]:
        rows["revenue"]["value"] /= rows["revenue"]["year_count"]
    frame = pd.DataFrame([{"lane": lane, **row} for lane, row in rows.items()])
    return replace(answer, frame=frame)


def courses(snapshot: Snapshot, selection: Selection) -> dict[str, list[float | None]]:
    """For each lane its values of all years on record, in order; None for a year without."""
    return {lane: _course(known) for lane, known in _whole_lanes(snapshot, _here(selection)).items()}


@per_version
def _whole_lanes(snapshot: Snapshot, here: Selection) -> dict[str, dict[int, float]]:
    """Values by lane and year; NaN where withheld."""
    sums: dict[str, dict[int, float]] = {}
    for row in _four_subjects(snapshot, here).rows:
        of_lane = sums.setdefault(row.lane, {})
        of_lane[row.year] = _sum([of_lane.get(row.year, NAN), row.value])
    return sums


def _sum(values: Iterable[float]) -> float:
    """Of the known values; NaN of none."""
    known = [value for value in values if value == value]
    return sum(known) if known else NAN


def _course(known: dict[int, float]) -> list[float | None]:
    values = (known.get(year, NAN) for year in range(min(known), max(known) + 1))
    return [None if value != value else value for value in values]


def _key_figure(known: dict[int, float], selection: Selection, incomplete: int | None) -> dict:
    first, last = selection.years(min(known), max(known)) if known else (1, 0)
    chosen = {year: value for year, value in known.items() if first <= year <= last}
    told = [year for year, value in chosen.items() if value == value]
    end = max((year for year in told if year != incomplete), default=None)
    return {
        "value": _sum(chosen.values()),
        "withheld_count": len(chosen) - len(told),
        "year_count": len(told),
        "first_year": first,
        "last_year": last,
        "last_known_year": end,
        "last_value": known.get(end),
        "before_value": known.get(end - 1) if end else None,
    }
