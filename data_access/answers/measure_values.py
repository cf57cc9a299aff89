"""Every measure by district: where each is read, and where one district stands among the others."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pandas as pd

from data_access.answers import choices, conditions, dialogue, grievances, incidents, indicators
from data_access.answers.revenue import dependency, flows
from data_access.store.database import Snapshot, per_version
from data_access.vocabulary import languages, measures
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.facets import FACETS, for_topic
from data_access.vocabulary.measures import BESIDE_MEETINGS
from data_access.vocabulary.selection import Selection

ANSWER_READERS: dict[str, Callable[[Snapshot, Selection], Answer]] = {
    "revenue": flows.by_district,
    "dependency": dependency.by_district,
    **{f"exceedance_{medium}": partial(indicators.exceedance_by_district, medium) for medium in indicators.MEDIA},
    "incident_count": incidents.count_by_district,
    "incident_rate": incidents.rate_by_district,
    "grievance_received": grievances.received_by_district,
    "grievance_rate": grievances.rate_by_district,
    "grievance_days": grievances.resolve_days_by_district,
    "dialogue_count": dialogue.count_by_district,
}
# What lies beyond these parts of all values does not decide about the classes of a map.
LOW, HIGH = 0.1, 0.9
# Choices that make another number of a measure; all others leave a part of it.
MAKES_ANOTHER = ("stage", "per", "currency", "prices")
PARTS = tuple(facet.key for facet in FACETS if facet.key not in MAKES_ANOTHER)
NAMES = ["slug", *languages.columns("name")]
COLUMNS = [*NAMES, "value", "state", "is_partial", "is_without_people", "rank", "judged", "of_year"]


def _read(measure: str) -> Callable[[Snapshot, Selection], Answer]:
    """How a measure is read: an annual statistic by its code, the others each in their own way."""
    return partial(conditions.by_district, measure) if measures.is_statistic(measure) else ANSWER_READERS[measure]


@per_version
def by_district(snapshot: Snapshot, selection: Selection, measure: str) -> Answer:
    """A measure of every district in the chosen years (frame: ``places.by_district``)."""
    return _read(measure)(snapshot, selection)


def for_map(snapshot: Snapshot, selection: Selection, measure: str) -> Answer:
    """The same with ``extent``: a map keeps its classes from year to year, and from a part to the whole."""
    relevant = for_topic(selection, measures.of(measure).topic)
    whole = replace(_period(relevant), since=None, until=None, **dict.fromkeys(PARTS))
    answer = by_district(snapshot, selection, measure)
    beside = dialogue.sources_of_marks(snapshot, selection) if measures.of(measure).topic in BESIDE_MEETINGS else ()
    return replace(answer, extent=_extent(snapshot, whole, measure), measure=measure, beside=beside)


@per_version
def _extent(snapshot: Snapshot, whole: Selection, measure: str) -> tuple[float, float] | None:
    """From the lowest tenth to the highest tenth of all values above zero: of single years, and of all years."""
    reader = _read(measure)
    answer = reader(snapshot, whole)
    first, last = answer.known_years or (1, 0)
    single = (replace(whole, since=str(year), until=str(year)) for year in range(first, last + 1))
    frames = [answer.frame, *(reader(snapshot, year).frame for year in single)]
    values = pd.concat([frame["value"] for frame in frames])
    positive = values[values > 0]
    if positive.empty:
        return None
    low, high = float(positive.quantile(LOW)), float(positive.quantile(HIGH))
    return (low, high) if low < high else (float(positive.min()), float(positive.max()))


def standing(snapshot: Snapshot, selection: Selection) -> Answer:
    """Every measure of every district, the chosen ones among them; nothing without a chosen district.

    Annual statistics are those that are known of any district.

    Columns measure, slug, names, value, state, is_partial, is_without_people, rank (all of ``places.by_district``),
    judged (readings that a share is of; NaN for other measures), of_year (where districts have each their own; else
    NaN), from_year and to_year (of the measure: an annual statistic is of the last year that has any), here: the place
    among the chosen districts from 0, NaN for all others.
    ``years`` are the first and the last year that any of them covers.
    """
    keys = choices.values(snapshot, "x")
    answers = {key: by_district(snapshot, _period(selection), key) for key in keys}
    with_years = [answer for answer in answers.values() if answer.years]
    if not with_years or selection.district is None:
        return Answer(pd.DataFrame(columns=["measure", *COLUMNS, "here"]), None, None, empty_reason="no_districts")
    parts = [_part(key, answer) for key, answer in answers.items() if answer.years]
    frame = pd.concat(parts, ignore_index=True)
    years = min(answer.years[0] for answer in with_years), max(answer.years[1] for answer in with_years)
    sources_by_key = {source.key: source for answer in with_years for source in answer.sources}
    frame = frame.assign(here=frame["slug"].map({slug: place for place, slug in enumerate(selection.districts)}))
    people = answers["incident_rate"].people_years
    of_money = answers["revenue"]
    terms = {"money": of_money.money, "people_years": people, "instead": of_money.instead}
    return Answer(frame, years, years, tuple(sources_by_key.values()), **terms)


def _part(key: str, answer: Answer) -> pd.DataFrame:
    first, last = answer.years
    return answer.frame.reindex(columns=COLUMNS).assign(measure=key, from_year=first, to_year=last)


def _period(selection: Selection) -> Selection:
    return replace(selection, district=None, beside=(), tables=())
