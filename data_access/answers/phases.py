"""Incidents, grievances and the days that these take, where people met or a project was, and elsewhere, over time.

Districts without stand beside those with in the same calendar years, each year with the weight that it has among those
with: what changed in the whole country changes both. Nothing is said of a cause.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

import pandas as pd
from sqlalchemy import Table

from data_access.answers import filters, sources
from data_access.answers.chance import dispersion, interval, interval_of_mean
from data_access.answers.phase_figures import (
    Figure,
    Years,
    grievance_counts,
    incident_counts,
    resolving_days,
    years_of_meetings,
    years_of_projects,
)
from data_access.store.database import Snapshot
from data_access.vocabulary import schema
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.facets import effective_value
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.states import MISSING, VALUE, WITHHELD, ZERO

BEFORE, DURING, AFTER = PHASES = ("before", "during", "after")
WITH, WITHOUT = GROUPS = ("with", "without")
# Of fewer districts no mean is told.
FEWEST_PLACES = 3
# Behind the comma: what weights add beyond these is of how computers calculate.
DIGITS = 9
NAN = float("nan")
COLUMNS = (
    *("phase", "place_group", "place_count", "place_years", "event_count", "withheld_years"),
    *("rate", "rate_low", "rate_high", "state"),
)


class Part(NamedTuple):
    """A number, the place that it is of, and its weight in a mean; the weights of one mean add up to 1."""

    place: str
    weight: float
    number: int


class Measure(NamedTuple):
    """What is set side by side: its figures, the table that they are from, and how sure a mean of them is.

    ``is_counted``: sums of the figures say something, and those that are withheld are smaller than the others.
    """

    figures: Callable[[Snapshot], Sequence[Figure]]
    table: Table
    ends: Callable[[Sequence[Part]], Years]
    is_counted: bool = True


def by_phase(snapshot: Snapshot, selection: Selection) -> Answer:
    """A row for each of ``PHASES`` and ``GROUPS``: the chosen cases in districts with the chosen setting and without.

    Of the chosen years; before and after are what they are, however few of their years are chosen.

    Columns phase, place_group, place_count, place_years (district-years with a number), event_count (NaN of days),
    withheld_years (district-years without one), rate (mean per district and year; NaN: see state), rate_low, rate_high
    (95 %), state: missing where fewer than ``FEWEST_PLACES`` districts have a number, withheld where of counts no more
    years are shown than withheld. ``extras["places"]``: how many districts of each group have a number.
    """
    cases, setting = effective_value(selection, "cases"), effective_value(selection, "setting")
    measure, spans = MEASURES[cases], SPANS[setting](snapshot)
    every = measure.figures(snapshot)
    known = (min(one.year for one in every), max(one.year for one in every)) if every else None
    years = filters.chosen_years(selection, known)
    figures = [one for one in every if years and years[0] <= one.year <= years[1]]
    frame = pd.DataFrame(of_phases(figures, spans, measure), columns=list(COLUMNS))
    groups = _groups(figures, spans)
    is_enough = all(len({one.place for one in group}) >= FEWEST_PLACES for group in groups)
    told = [len({one.place for one in group if one.number is not None}) for group in groups]
    tables = (measure.table, TABLES[setting], schema.site_district)
    used = {source.key: source for table in tables for source in sources.of_rows(snapshot, table)}
    why = None if is_enough or (known and not years) else f"few_places_{setting}"
    return Answer(
        frame, years if is_enough else None, known, tuple(used.values()), empty_reason=why, extras={"places": told}
    )


def of_phases(figures: Sequence[Figure], spans: Mapping[str, Years], measure: Measure) -> list[dict[str, object]]:
    """Rows of ``by_phase``. ``spans`` has the first and the last year of each place with the setting."""
    ours, others = _groups(figures, spans)
    # Of what is told in few places a year may be told in none of those without.
    told = [] if measure.is_counted else [one for one in others if one.number is not None]
    years, rows = {one.year for one in told or figures}, []
    for phase in PHASES:
        own = [one for one in ours if phase_of(one.year, spans[one.place]) == phase and one.year in years]
        weights = Counter(one.year for one in own if one.number is not None)
        beside = [one for one in others if one.year in weights]
        rows += [_row(phase, WITH, own, weights, measure), _row(phase, WITHOUT, beside, weights, measure)]
    return rows


def phase_of(year: int, span: Years) -> str:
    """Whether a year lies before the first one of a span, after its last, or between them."""
    first, last = span
    return BEFORE if year < first else AFTER if year > last else DURING


def _groups(figures: Sequence[Figure], spans: Mapping[str, Years]) -> tuple[list[Figure], list[Figure]]:
    """Figures of the places with the setting, and of those without."""
    return [one for one in figures if one.place in spans], [one for one in figures if one.place not in spans]


def _row(
    phase: str, group: str, figures: Sequence[Figure], weights: Mapping[int, int], measure: Measure
) -> dict[str, object]:
    parts = _parts(figures, weights)
    places_with = {part.place for part in parts}
    row = {
        "phase": phase,
        "place_group": group,
        "place_count": len(places_with),
        "place_years": len(parts),
        "event_count": sum(part.number for part in parts) if measure.is_counted else NAN,
        "withheld_years": len(figures) - len(parts),
    }
    state = _state(len(places_with), len(parts), len(figures), measure)
    if state != VALUE:
        return row | {"rate": NAN, "rate_low": NAN, "rate_high": NAN, "state": state}
    mean = sum(part.weight * part.number for part in parts)
    rate, low, high = (round(one, DIGITS) for one in (mean, *measure.ends(parts)))
    return row | {"rate": rate, "rate_low": low, "rate_high": high, "state": VALUE if rate else ZERO}


def _parts(figures: Sequence[Figure], weights: Mapping[int, int]) -> list[Part]:
    """The numbers that are shown, a year's weight divided among them."""
    shown = [(one.place, one.year, one.number) for one in figures if one.number is not None]
    many = Counter(year for _, year, _ in shown)
    whole = sum(weights[year] for year in many)
    return [Part(place, weights[year] / (whole * many[year]), number) for place, year, number in shown]


def _state(place_count: int, shown: int, every: int, measure: Measure) -> str:
    if measure.is_counted and every > shown and 2 * shown <= every:
        return WITHHELD
    return VALUE if place_count >= FEWEST_PLACES else MISSING


def _ends_of_counts(parts: Sequence[Part]) -> Years:
    wider = dispersion([part.number for part in parts])
    return interval((part.weight * wider, part.number / wider) for part in parts)


MEASURES = {
    "incidents": Measure(incident_counts, schema.incident, _ends_of_counts),
    "grievances": Measure(grievance_counts, schema.grievance_year, _ends_of_counts),
    "days": Measure(resolving_days, schema.grievance_wait, interval_of_mean, is_counted=False),
}
SPANS: Mapping[str, Callable[[Snapshot], Mapping[str, Years]]] = {
    "dialogue": years_of_meetings,
    "project": years_of_projects,
}
TABLES = {"dialogue": schema.dialogue_event, "project": schema.project}
