"""What a reader can choose, read from what is known."""

from collections.abc import Callable, Sequence
from functools import partial
from types import MappingProxyType
from typing import Any

from sqlalchemy import Column, select

from data_access.answers import conditions, filters, goal_indicators, indicator_list, indicators, places, projects
from data_access.store.database import Snapshot, per_version
from data_access.vocabulary import languages, schema
from data_access.vocabulary.facets import BY_KEY, FACETS, GOALS
from data_access.vocabulary.frames import named_rows
from data_access.vocabulary.measures import BEHIND_READINGS
from data_access.vocabulary.selection import AllowedValues, Selection
from data_access.vocabulary.stages import REACHED, STAGES

FACETS_WITH_NAMES = {facet.key: facet.value_names for facet in FACETS if facet.value_names}


def allowed_values(snapshot: Snapshot, tables: tuple[str, ...]) -> AllowedValues:
    """Every value that an address may hold. ``tables`` are the panels whose table can be opened."""
    values_by_key = {facet.key: {value.lower(): value for value in values(snapshot, facet.key)} for facet in FACETS}
    values_by_key |= {"district": _districts(snapshot), "tables": {key: key for key in tables}, "present": {"1": "1"}}
    values_by_key |= {"edition": {snapshot.edition.key: snapshot.edition.key} if snapshot.edition else {}}
    frozen_values = MappingProxyType({key: MappingProxyType(values) for key, values in values_by_key.items()})
    return AllowedValues(frozen_values, MappingProxyType(instead(snapshot)))


def instead(snapshot: Snapshot) -> dict[str, str]:
    """What holds of a choice that nobody made, by key, where the data have nothing for what usually does."""
    other_stage = stage_instead(snapshot)
    return {"stage": other_stage} if other_stage else {}


def stage(snapshot: Snapshot, selection: Selection) -> str:
    """The stage of money that is shown: the chosen one, else the usual one, else the first that has any flow."""
    return selection.stage or stage_instead(snapshot) or BY_KEY["stage"].default


@per_version
def stage_instead(snapshot: Snapshot) -> str | None:
    """The first stage with any flow, where the one that holds without a choice has none; None where it has."""
    stages = values(snapshot, "stage")
    return stages[0] if stages and BY_KEY["stage"].default not in stages else None


@per_version
def values(snapshot: Snapshot, key: str) -> tuple[str, ...]:
    """The values of a facet that the data know, in the order in which they are offered."""
    if key in VALUE_READERS:
        return tuple(VALUE_READERS[key](snapshot))
    facet = BY_KEY[key]
    if facet.column is None:
        return facet.values
    known_values = filters.distinct(snapshot, facet.column)
    return tuple(value for value in facet.values or sorted(known_values) if value in known_values)


@per_version
def names(snapshot: Snapshot, key: str) -> dict[str, dict[str, str]]:
    """Names by value and language of a facet whose values are named in the data."""
    code, name = FACETS_WITH_NAMES[key]
    rows = snapshot.frame(select(code.table)).to_dict("records")
    return {row[code.name]: languages.texts(row, name) for row in rows}


def _indicators(snapshot: Snapshot) -> list[str]:
    """The indicators that have any reading, by medium."""
    codes_with_readings = filters.distinct(snapshot, schema.reading.c.indicator_code)
    all_indicators = indicator_list.by_code(snapshot).values()
    return [
        one.code
        for one in sorted(all_indicators, key=lambda one: (one.medium, one.code))
        if one.code in codes_with_readings
    ]


def _measures(key: str, statistics: Callable[[Snapshot], Sequence[str]], snapshot: Snapshot) -> list[str]:
    """The measures that are made here, and behind those of readings the annual statistics that have figures."""
    keys = list(BY_KEY[key].values)
    at = keys.index(BEHIND_READINGS) + 1
    return [*keys[:at], *statistics(snapshot), *keys[at:]]


def _sources(snapshot: Snapshot) -> list[str]:
    """Every source that has rows, by subject."""
    rows = snapshot.frame(select(schema.source).order_by(schema.source.c.dataset, schema.source.c.source_key))
    return rows["source_key"].tolist()


def _issues(snapshot: Snapshot) -> list[str]:
    """The issues of any incident or grievance."""
    of_grievances = ((schema.grievance_part_year.c.kind, "issue"),)
    grievance_issues = filters.distinct(snapshot, schema.grievance_part_year.c.code, of_grievances)
    return sorted(grievance_issues | filters.distinct(snapshot, schema.incident_issue.c.issue_code))


def _stages(snapshot: Snapshot) -> list[str]:
    """Money that reached local level, where any did, and the stages that have any flow."""
    stages_with_flows = filters.distinct(snapshot, schema.revenue.c.stage)
    reached_years = filters.known_years(
        snapshot, schema.revenue.c.fiscal_year, ((schema.revenue.c.reached_local, True),)
    )
    return [REACHED] * bool(reached_years) + [stage for stage in STAGES if stage in stages_with_flows]


def _convertible(key: str, rate: Column[Any], snapshot: Snapshot) -> tuple[str, ...]:
    """The options of a choice where any rate is known to convert by, else the one that holds without a choice."""
    facet = BY_KEY[key]
    return facet.values if filters.known_years(snapshot, rate) else (facet.default,)


def _goals(snapshot: Snapshot) -> list[str]:
    """The goals of projects with results, and those for which an indicator stands."""
    named = {*projects.goals_with_results(snapshot), *goal_indicators.goals_with_indicators(snapshot)}
    return [goal for goal in GOALS if goal in named]


# How values are read that no list and no column says by itself.
VALUE_READERS: dict[str, Callable[[Snapshot], Sequence[str]]] = {
    "currency": partial(_convertible, "currency", schema.fx_rate.c.year),
    "prices": partial(_convertible, "prices", schema.price_index.c.year),
    "goal": _goals,
    "indicator": _indicators,
    "measure": partial(_measures, "measure", indicator_list.statistics),
    # Districts are compared: what is known of oblasts alone tells nothing about them.
    **{axis: partial(_measures, axis, conditions.of_districts) for axis in ("x", "y")},
    "issue": _issues,
    "source": _sources,
    "stage": _stages,
}


@per_version
def all_years(snapshot: Snapshot) -> tuple[int, int]:
    """First and last year that any of the four subjects covers; of readings those that are judged."""
    columns = (
        schema.revenue.c.fiscal_year,
        schema.incident.c.starts_on,
        schema.grievance_year.c.year,
        schema.national_revenue.c.fiscal_year,
    )
    table_spans = [filters.known_years(snapshot, column) for column in columns]
    spans = [span for span in (*table_spans, indicators.judged_years(snapshot)) if span]
    return (min(first for first, _ in spans), max(last for _, last in spans)) if spans else (2000, 2000)


def _districts(snapshot: Snapshot) -> dict[str, str]:
    """A slug, a SOATE code (8 or 14 digits) and an OCHA P-code all mean the district."""
    slug_by_spelling = {}
    for row in named_rows(places.districts(snapshot)):
        spellings = (row.slug, row.district_code, f"{row.district_code}000000", row.pcode.lower())
        slug_by_spelling.update(dict.fromkeys(spellings, row.slug))
    return slug_by_spelling
