"""Answers that join the four subjects."""

from collections import defaultdict
from collections.abc import Iterator

import numpy as np
import pandas as pd

from data_access.answers import grievances, incidents, indicators
from data_access.answers.revenue import flows
from data_access.store.database import Snapshot, per_version
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.selection import Selection

LANES = ("revenue", "monitoring", "incidents", "grievances")
NAN = float("nan")
Row = tuple[int, float | None, float | None]  # year, severity, value


def four_subjects_by_year(snapshot: Snapshot, selection: Selection, medium: str | None = None) -> Answer:
    """Columns lane, year, severity (only incidents), value (NaN: withheld); of the chosen district or the country.

    revenue: what reached local level, in the chosen terms; monitoring: percent of judged readings beyond their
    limit, of one medium (None: the first that is measured there); incidents: conflict incidents of that severity, a
    zero for each year without over which a list is complete; grievances: received.
    A year without a row has no data. ``extras["spans"]`` are the years that each subject covers.
    """
    medium = medium or indicators.first_medium(snapshot, selection.district)
    return _four_subjects(snapshot, _here(selection), medium)


def _here(selection: Selection) -> Selection:
    """The part of a choice that lanes depend on; they are always whole, the period is marked in them."""
    terms = {"per": selection.per, "currency": selection.currency, "prices": selection.prices}
    return Selection(district=selection.district, **terms)


@per_version
def _four_subjects(snapshot: Snapshot, here: Selection, medium: str) -> Answer:
    answers = _answers(snapshot, here, medium)
    rows = [(lane, *row) for lane, answer in answers.items() if answer.known_years for row in OF_LANE[lane](answer)]
    frame = _typed_frame(rows)
    # A lane may begin and end with years that have no row: what they say is in the frame, what they cover here.
    spans = {lane: answer.known_years for lane, answer in answers.items() if answer.known_years}
    ends = [*zip(*spans.values(), strict=True)]
    known_years = (min(ends[0]), max(ends[1])) if ends else None
    sources_by_key = {source.key: source for answer in answers.values() for source in answer.sources}
    of_money = answers["revenue"]
    return Answer(
        frame,
        known_years,
        known_years,
        tuple(sources_by_key.values()),
        money=of_money.money,
        instead=of_money.instead,
        medium=medium,
        reporters=of_money.reporters,
        one_sided=of_money.one_sided,
        names=answers["monitoring"].names,
        extras={"spans": spans},
    )


def _typed_frame(rows: list[tuple]) -> pd.DataFrame:
    lanes, years, severities, values = zip(*rows, strict=True) if rows else ((),) * 4
    numbers = {"severity": np.array(severities, dtype=float), "value": np.array(values, dtype=float)}
    return pd.DataFrame({"lane": lanes, "year": np.array(years, dtype=int), **numbers})


@per_version
def _answers(snapshot: Snapshot, here: Selection, medium: str) -> dict[str, Answer]:
    return {
        "revenue": flows.by_year(snapshot, here),
        "monitoring": indicators.judged_by_quarter(snapshot, here, medium),
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
    for quarter, *quarter_counts in zip(*columns, strict=True):
        counts[quarter.year].append(quarter_counts)
    shares = ((year, indicators.share_beyond(*map(sum, zip(*rows, strict=True)))) for year, rows in counts.items())
    return ((year, None, share) for year, share in shares if share is not None)


def _incidents(answer: Answer) -> Iterator[Row]:
    """A year over which a list is complete, and that has no incident, has zero, and no severity."""
    columns = (answer.frame[name].tolist() for name in ("year", "severity", "value"))
    rows = [row for row in zip(*columns, strict=True) if row[-1]]
    quiet = sorted(set(answer.extras["covered"]) - {row[0] for row in rows})
    return iter([*rows, *((year, None, 0) for year in quiet)])


def _grievances(answer: Answer) -> Iterator[Row]:
    return (
        (year, None, value) for year, value in zip(answer.frame["year"], answer.frame["received_count"], strict=True)
    )


# Plain rows: these frames are tiny, and each step in pandas would cost more than all of them.
OF_LANE = {"revenue": _revenue, "monitoring": _monitoring, "incidents": _incidents, "grievances": _grievances}
