"""Indicators, limits, stations and annual statistics."""

from collections.abc import Sequence

import pandas as pd
import pandera.pandas as pa
from sqlalchemy import select

from loaders.checks import day, key, number, one_of, text, whole
from loaders.dataset import Dataset, Tidy, no_period, read_csv, years
from loaders.days import year_not_in_future
from loaders.jumps import statistic_rules
from loaders.known import Known
from loaders.places import names
from loaders.rules import Rule, Severity
from loaders.store.monitoring import indicator, station, statistic, threshold
from loaders.store.places import site
from loaders.usual import statistic_bounds

DIRECTIONS = ("higher_worse", "lower_worse", "higher_better", "range")
MEDIA = ("water", "air", "soil", "land", "people")
WATER_USES = ("drinking", "fishery")
AVERAGINGS = ("single", "day", "year")
# What finds a row again in the next file.
THRESHOLD = ("indicator_code", "water_use", "averaging", "basis", "valid_from")
STATISTIC = ("indicator_code", "district_code", "year")
# Of people, in small numbers: such rates are made here, from cases, so that small numbers can be withheld.
OF_CASES = "per 10,000"
# Indicators for which the pages have names in each language.
NAMED = (
    *("ph", "turb", "as", "cn_t", "cu", "hg", "so4", "pm25", "pm10"),
    *("poverty", "unemp", "jobs_local_share", "health_resp", "rehab_ha", "disturbed_ha", "hearings"),
)
UNNAMED = "has no name in the pages yet; its code is shown until indicator.CODE is in dashboard/text/*.po"
POSITIONS = ("upstream", "at", "downstream", "background", "settlement")


def _indicator_schema(_known: Known) -> pa.DataFrameSchema:
    columns = {
        "indicator_code": key(r"[a-z0-9_]{1,32}", unique=True),
        "medium": one_of(MEDIA, "medium"),
        "unit": text(longest=24),
        "direction": one_of(DIRECTIONS, "direction"),
        "sdg": text(nullable=True, longest=24),
    }
    return pa.DataFrameSchema(columns, strict=True)


def _threshold_schema(known: Known) -> pa.DataFrameSchema:
    columns = {
        "indicator_code": one_of(known.codes(indicator.c.indicator_code), "indicator"),
        "water_use": one_of(WATER_USES, "water use", nullable=True),
        "averaging": one_of(AVERAGINGS, "averaging time"),
        "min_value": number(nullable=True),
        "max_value": number(nullable=True),
        "basis": one_of(("national", "who"), "basis"),
        "legal_ref": text(),
        "valid_from": day(),
        "valid_to": day(nullable=True),
        "is_example": whole(0, 1),
    }
    return pa.DataFrameSchema(columns, [_has_bound(), _ordered()], strict=True)


def _has_bound() -> pa.Check:
    return pa.Check(
        lambda frame: frame["min_value"].notna() | frame["max_value"].notna(),
        error="a limit needs min_value, max_value or both",
    )


def _ordered() -> pa.Check:
    def holds(frame: pd.DataFrame) -> pd.Series:
        bounds = ~(frame["min_value"] > frame["max_value"])
        return bounds & ~(frame["valid_from"] > frame["valid_to"])

    return pa.Check(holds, error="the lower bound lies above the upper one, or the limit ends before it begins")


def _station_schema(known: Known) -> pa.DataFrameSchema:
    columns = {
        "station_id": key(unique=True),
        "district_code": one_of(known.units("district"), "district"),
        "site_id": one_of(known.codes(site.c.site_id), "site", nullable=True),
        "medium": one_of(MEDIA, "medium"),
        "water_use": one_of(WATER_USES, "water use", nullable=True),
        "position": one_of(POSITIONS, "position"),
        **names(),
    }
    return pa.DataFrameSchema(columns, strict=True)


def _statistic_schema(known: Known) -> pa.DataFrameSchema:
    column = one_of(known.codes(indicator.c.indicator_code), "indicator")
    of_cases = pa.Check(
        lambda cells: ~cells.isin(rates(known)),
        error="is made of cases: load cases and residents as case_statistics, so that small numbers are withheld",
    )
    columns = {
        "indicator_code": pa.Column(str, [*column.checks, of_cases]),
        "district_code": one_of(known.units("district") | known.units("oblast"), "district or oblast"),
        "year": whole(1900, 2100),
        "value": number(nullable=True),
        "is_withheld": whole(0, 1, required=False),
    }
    return pa.DataFrameSchema(columns, _told_or_withheld(), unique=[*STATISTIC], strict=True)


def _told_or_withheld() -> pa.Check:
    """What its publisher withholds is told apart from what nobody reported, which has no row."""

    def holds(frame: pd.DataFrame) -> pd.Series:
        is_withheld = frame["is_withheld"] == 1 if "is_withheld" in frame else pd.Series(False, frame.index)
        return frame["value"].isna() == is_withheld

    return pa.Check(holds, error="needs a value, or none and is_withheld 1 where the publisher withholds it")


def rates(known: Known) -> frozenset[str]:
    """Indicators that are rates of people: they are given as cases and residents."""
    query = select(indicator.c.indicator_code).where(indicator.c.unit == OF_CASES)
    return frozenset(known.frame(query)["indicator_code"])


def _statistic_rules(known: Known) -> Sequence[Rule]:
    return (year_not_in_future("year"), statistic_bounds(known), *statistic_rules(known))


def _indicator_rules(_known: Known) -> Sequence[Rule]:
    return (Rule(lambda frame: frame["indicator_code"].isin(NAMED), UNNAMED, Severity.WARN, "indicator_code"),)


def _into(table):
    def tidy(frame: pd.DataFrame, _known: Known) -> Tidy:
        return {table: frame}

    return tidy


def _tidy_thresholds(frame: pd.DataFrame, _known: Known) -> Tidy:
    return {threshold: frame.assign(is_example=frame["is_example"] == 1)}


INDICATORS = Dataset(
    "indicators", read_csv, _indicator_schema, _into(indicator), no_period, ("indicator_code",), _indicator_rules
)
THRESHOLDS = Dataset("thresholds", read_csv, _threshold_schema, _tidy_thresholds, no_period, THRESHOLD)
STATIONS = Dataset("stations", read_csv, _station_schema, _into(station), no_period, ("station_id",))
STATISTICS = Dataset(
    "statistics", read_csv, _statistic_schema, _into(statistic), years(statistic, "year"), STATISTIC, _statistic_rules
)
