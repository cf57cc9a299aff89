"""Figures that differ by more than a quarter from the year before, or from what another source says.

Real figures do jump, so this is only a remark. But a table that was joined in the wrong order, or a digit that
slipped, shows itself in nothing else.
"""

from collections.abc import Sequence

import pandas as pd
from sqlalchemy import select

from loaders.gate.reference_codes import ReferenceCodes
from loaders.gate.rules import Rule, Severity
from loaders.store.monitoring import statistic
from loaders.store.places import population

QUARTER = 0.25
# Population figures further apart in time are not compared.
NEAR_YEARS = 3
POPULATION = "population"
YEAR_BEFORE = "differs by more than a quarter from the year before"
OTHER_SOURCE = "differs by more than a quarter from what another source, or an earlier file, says"
PLACE = ["indicator_code", "district_code"]


def statistic_rules(reference_codes: ReferenceCodes) -> Sequence[Rule]:
    """For annual statistics: against the year before, and against the figures that the store has."""
    other_figures = pd.concat(
        [_statistics(reference_codes), _residents(reference_codes).assign(indicator_code=POPULATION)]
    )
    return (_against_year_before(PLACE, "value"), _against(other_figures, PLACE, "value", "year"))


def population_rules(reference_codes: ReferenceCodes) -> Sequence[Rule]:
    """For the population of districts, against the figures that the store has."""
    return (_against(_residents(reference_codes), ["district_code"], POPULATION, "population_year"),)


def total_rules(_reference_codes: ReferenceCodes) -> Sequence[Rule]:
    """For national totals, against the year before."""
    return tuple(_against_year_before([], f"amount_{side}_usd", "fiscal_year") for side in ("government", "company"))


def _statistics(reference_codes: ReferenceCodes) -> pd.DataFrame:
    columns = (statistic.c.indicator_code, statistic.c.district_code, statistic.c.year, statistic.c.value)
    return reference_codes.frame(select(*columns))


def _residents(reference_codes: ReferenceCodes) -> pd.DataFrame:
    columns = (population.c.unit_code.label("district_code"), population.c.year, population.c.residents.label("value"))
    return reference_codes.frame(select(*columns))


def _against_year_before(place: list[str], value: str, year: str = "year") -> Rule:
    def holds(frame: pd.DataFrame) -> pd.Series:
        series = frame.assign(place=frame[place].agg(" ".join, axis=1) if place else "").sort_values(["place", year])
        groups = series.groupby("place")
        before = groups[value].shift().where(series[year] - groups[year].shift() == 1)
        return ~_differs(series[value], before).reindex(frame.index)

    return Rule(holds, YEAR_BEFORE, Severity.WARN, value)


def _against(other_figures: pd.DataFrame, place: list[str], value: str, year: str) -> Rule:
    def holds(frame: pd.DataFrame) -> pd.Series:
        cells = frame[place].assign(row=frame.index, asked_year=frame[year], found=frame[value])
        pairs = cells.merge(other_figures, on=place)
        apart = (pairs["asked_year"] - pairs["year"]).abs()
        comparable = pairs[
            (apart == 0) | (pairs.get("indicator_code", POPULATION) == POPULATION) & (apart <= NEAR_YEARS)
        ]
        nearest = comparable.assign(apart=apart).sort_values("apart", kind="stable").drop_duplicates("row")
        far = nearest.loc[_differs(nearest["found"], nearest["value"]), "row"]
        return ~frame.index.to_series().isin(far)

    return Rule(holds, OTHER_SOURCE, Severity.WARN, value)


def _differs(value: pd.Series, reference: pd.Series) -> pd.Series:
    value, reference = value.astype(float), reference.astype(float)
    return (value - reference).abs() > QUARTER * reference.abs()
