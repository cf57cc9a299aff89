"""Annual counts of people, and what licences and plans promise of an indicator."""

from collections.abc import Sequence

import pandas as pd
import pandera.pandas as pa

from loaders.checks import day, key, number, one_of, text, whole
from loaders.dataset import Dataset, Tidy, no_period, read_csv, years
from loaders.days import year_not_in_future
from loaders.known import Known
from loaders.monitoring import STATISTIC, rates
from loaders.rules import Rule
from loaders.store.monitoring import indicator
from loaders.store.people import case_statistic, target
from loaders.store.places import site
from loaders.usual import statistic_bounds


def _case_schema(known: Known) -> pa.DataFrameSchema:
    columns = {
        "indicator_code": one_of(rates(known), "rate of people (an indicator whose unit is per 10,000)"),
        "district_code": one_of(known.units("district"), "district"),
        "year": whole(1900, 2100),
        "cases": whole(0),
        "residents": whole(1),
    }
    among = pa.Check(lambda frame: frame["cases"] <= frame["residents"], error="there are more cases than residents")
    return pa.DataFrameSchema(columns, among, unique=[*STATISTIC], strict=True)


def _target_schema(known: Known) -> pa.DataFrameSchema:
    columns = {
        "target_id": key(unique=True),
        "indicator_code": one_of(known.codes(indicator.c.indicator_code), "indicator"),
        "district_code": one_of(known.units("district"), "district"),
        "site_id": one_of(known.codes(site.c.site_id), "site", nullable=True),
        "value": number(),
        "valid_from": day(nullable=True),
        "valid_to": day(nullable=True),
        "legal_ref": text(),
    }
    ordered = pa.Check(
        lambda frame: ~(frame["valid_from"] > frame["valid_to"]), error="the target ends before it begins"
    )
    return pa.DataFrameSchema(columns, ordered, strict=True)


def _tidy_cases(frame: pd.DataFrame, _known: Known) -> Tidy:
    return {case_statistic: frame}


def _tidy_targets(frame: pd.DataFrame, _known: Known) -> Tidy:
    return {target: frame}


def _case_rules(_known: Known) -> Sequence[Rule]:
    return (year_not_in_future("year"),)


def _target_rules(known: Known) -> Sequence[Rule]:
    return (statistic_bounds(known),)


CASE_STATISTICS = Dataset(
    "case_statistics", read_csv, _case_schema, _tidy_cases, years(case_statistic, "year"), STATISTIC, _case_rules
)
TARGETS = Dataset("targets", read_csv, _target_schema, _tidy_targets, no_period, ("target_id",), _target_rules)
