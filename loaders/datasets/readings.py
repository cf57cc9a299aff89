"""Readings: single measurements at stations."""

from collections.abc import Sequence

import pandas as pd
import pandera.pandas as pa
from sqlalchemy import select

from data_access.vocabulary.fields import monitoring as fields
from loaders.datasets.other_sources import reading_once
from loaders.datasets.plausible_ranges import reading_rules
from loaders.gate.checks import categorical
from loaders.gate.dataset import Dataset, Tidy, days, read_csv
from loaders.gate.days import not_in_future
from loaders.gate.file_form import columns
from loaders.gate.reference_codes import ReferenceCodes
from loaders.gate.rules import Rule
from loaders.gate.values import factors, is_readable, parse_values
from loaders.store.monitoring import indicator, observation

# Columns of the table as files call them.
FILE_COLUMNS = {"value_reported": "value", "unit_reported": "unit"}


def _schema(reference_codes: ReferenceCodes) -> pa.DataFrameSchema:
    units = _units(reference_codes)
    readable = pa.Check(is_readable, error="is not a value such as 0.012, <0.005, < 0,005, н/о, следы or -")
    own = columns(fields.OBSERVATIONS.of_file, reference_codes) | {
        "value_reported": pa.Column(str, readable, nullable=True)
    }
    texts = {name: categorical(one) for name, one in own.items() if name != "sampled_on"}
    form = {FILE_COLUMNS.get(name, name): one for name, one in (own | texts).items()}
    return pa.DataFrameSchema(form, _fitting_unit(units), strict=True)


def _fitting_unit(units: pd.Series) -> pa.Check:
    return pa.Check(
        lambda frame: factors(frame, units).notna(),
        error="the unit is neither the indicator's nor one that can be turned into it",
    )


def _units(reference_codes: ReferenceCodes) -> pd.Series:
    return reference_codes.frame(select(indicator.c.indicator_code, indicator.c.unit)).set_index("indicator_code")[
        "unit"
    ]


def _tidy(frame: pd.DataFrame, reference_codes: ReferenceCodes) -> Tidy:
    values = parse_values(frame["value"])
    rows = frame.rename(columns={name: own for own, name in FILE_COLUMNS.items()})
    rows = rows.assign(
        value_num=values["value_num"] * factors(frame, _units(reference_codes)), qualifier=values["qualifier"]
    )
    return {observation: rows[rows["qualifier"].notna()]}


def _rules(reference_codes: ReferenceCodes) -> Sequence[Rule]:
    return (not_in_future("sampled_on"), *reading_rules(reference_codes), reading_once(reference_codes))


READINGS = Dataset(
    "readings",
    read_csv,
    _schema,
    _tidy,
    days(observation, "sampled_on", "sampled_on"),
    fields.OBSERVATIONS.natural_key,
    _rules,
)
