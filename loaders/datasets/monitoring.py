"""Indicators, limits, stations and annual statistics."""

from collections.abc import Sequence

import pandas as pd
import pandera.pandas as pa
from sqlalchemy import select

from data_access.vocabulary import languages
from data_access.vocabulary.fields import monitoring as fields
from data_access.vocabulary.fields.field import Field
from loaders.datasets.plausible_ranges import statistic_bounds
from loaders.datasets.year_on_year import statistic_rules
from loaders.gate.checks import text, whole
from loaders.gate.dataset import Dataset, Tidy, into, no_period, read_csv, years
from loaders.gate.days import year_not_in_future
from loaders.gate.file_form import column, dataset, form
from loaders.gate.reference_codes import ReferenceCodes
from loaders.gate.rules import Rule, Severity
from loaders.store.monitoring import indicator, national_statistic, statistic, threshold

# Of people, in small numbers: such rates are made here, from cases, so that small numbers can be withheld.
OF_CASES = "per 10,000"
NO_NAME = "has no name in every language; its code is shown where there is none"
TEXTS = tuple(field for field in fields.INDICATORS.of_file if field.name.endswith(tuple(languages.columns(""))))


def _threshold_schema(reference_codes: ReferenceCodes) -> pa.DataFrameSchema:
    return form(fields.THRESHOLDS, reference_codes, [_has_bound(), _dates_in_order()])


def _has_bound() -> pa.Check:
    return pa.Check(
        lambda frame: frame["min_value"].notna() | frame["max_value"].notna(),
        error="a limit needs min_value, max_value or both",
    )


def _dates_in_order() -> pa.Check:
    def holds(frame: pd.DataFrame) -> pd.Series:
        bounds = ~(frame["min_value"] > frame["max_value"])
        return bounds & ~(frame["valid_from"] > frame["valid_to"])

    return pa.Check(holds, error="the lower bound lies above the upper one, or the limit ends before it begins")


def _statistic_schema(reference_codes: ReferenceCodes) -> pa.DataFrameSchema:
    others = {"indicator_code": _not_of_cases(reference_codes), "is_withheld": whole(0, 1, is_required=False)}
    return form(fields.STATISTICS, reference_codes, [_told_or_withheld()], others)


def _national_schema(reference_codes: ReferenceCodes) -> pa.DataFrameSchema:
    """Of cases there is no total, from which those of a few people could be subtracted."""
    return form(
        fields.NATIONAL_STATISTICS, reference_codes, other_columns={"indicator_code": _not_of_cases(reference_codes)}
    )


def _not_of_cases(reference_codes: ReferenceCodes) -> pa.Column:
    """A column of indicators that are no rates of people."""
    of_cases = pa.Check(
        lambda cells: ~cells.isin(rates(reference_codes)),
        error="is made of cases: load cases and residents as case_statistics, so that small numbers are withheld",
    )
    return pa.Column(str, [*column(fields.INDICATOR, reference_codes).checks, of_cases])


def _told_or_withheld() -> pa.Check:
    """What its publisher withholds is told apart from what nobody reported, which has no row."""

    def holds(frame: pd.DataFrame) -> pd.Series:
        is_withheld = frame["is_withheld"] == 1 if "is_withheld" in frame else pd.Series(False, frame.index)
        return frame["value"].isna() == is_withheld

    return pa.Check(holds, error="needs a value, or none and is_withheld 1 where the publisher withholds it")


def rates(reference_codes: ReferenceCodes) -> frozenset[str]:
    """Indicators that are rates of people: they are given as cases and residents."""
    query = select(indicator.c.indicator_code).where(indicator.c.unit == OF_CASES)
    return frozenset(reference_codes.frame(query)["indicator_code"])


def _statistic_rules(reference_codes: ReferenceCodes) -> Sequence[Rule]:
    return (year_not_in_future("year"), statistic_bounds(reference_codes), *statistic_rules(reference_codes))


def _national_rules(reference_codes: ReferenceCodes) -> Sequence[Rule]:
    return (year_not_in_future("year"), statistic_bounds(reference_codes))


def _indicator_schema(reference_codes: ReferenceCodes) -> pa.DataFrameSchema:
    """Files may do without names: the code, and the unit as it is stated, stand for them."""
    texts = {field.name: text(nullable=True, longest=_longest(field), is_required=False) for field in TEXTS}
    return form(fields.INDICATORS, reference_codes, other_columns=texts)


def _longest(field: Field) -> int:
    return int(getattr(field.type, "length", 0))


def _indicator_rules(_reference_codes: ReferenceCodes) -> Sequence[Rule]:
    return (Rule(_is_named, NO_NAME, Severity.WARN, "indicator_code"),)


def _is_named(frame: pd.DataFrame) -> pd.Series:
    return frame.reindex(columns=languages.columns("name")).notna().all(axis=1)


def _tidy_thresholds(frame: pd.DataFrame, _reference_codes: ReferenceCodes) -> Tidy:
    return {threshold: frame.assign(is_example=frame["is_example"] == 1)}


INDICATORS = Dataset(
    "indicators",
    read_csv,
    _indicator_schema,
    into(indicator),
    no_period,
    fields.INDICATORS.natural_key,
    _indicator_rules,
)
THRESHOLDS = Dataset(
    "thresholds", read_csv, _threshold_schema, _tidy_thresholds, no_period, fields.THRESHOLDS.natural_key
)
STATIONS = dataset("stations", fields.STATIONS)
STATISTICS = Dataset(
    "statistics",
    read_csv,
    _statistic_schema,
    into(statistic),
    years(statistic, "year"),
    fields.STATISTICS.natural_key,
    _statistic_rules,
)
NATIONAL_STATISTICS = Dataset(
    "national_statistics",
    read_csv,
    _national_schema,
    into(national_statistic),
    years(national_statistic, "year"),
    fields.NATIONAL_STATISTICS.natural_key,
    _national_rules,
)
