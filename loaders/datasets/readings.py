"""Readings: single measurements at stations."""

from collections.abc import Sequence

import pandas as pd
import pandera.pandas as pa
from sqlalchemy import select

from data_access.vocabulary.fields import monitoring as fields
from loaders.datasets.other_sources import reading_once
from loaders.datasets.plausible_ranges import reading_rules
from loaders.gate.checks import repeated
from loaders.gate.dataset import Dataset, Tidy, days, read_csv
from loaders.gate.days import not_in_future
from loaders.gate.file_form import columns
from loaders.gate.reference_codes import ReferenceCodes
from loaders.gate.rules import Rule
from loaders.gate.values import factors, is_readable, parsed
from loaders.store.monitoring import indicator, observation

# Columns of the table as files call them.
WRITTEN = {"value_reported": "value", "unit_reported": "unit"}


def _schema(known: ReferenceCodes) -> pa.DataFrameSchema:
    units = _units(known)
    readable = pa.Check(is_readable, error="is not a value such as 0.012, <0.005, < 0,005, н/о, следы or -")
    own = columns(fields.OBSERVATIONS.of_file, known) | {"value_reported": pa.Column(str, readable, nullable=True)}
    texts = {name: repeated(one) for name, one in own.items() if name != "sampled_on"}
    form = {WRITTEN.get(name, name): one for name, one in (own | texts).items()}
    return pa.DataFrameSchema(form, _fitting_unit(units), strict=True)


def _fitting_unit(units: pd.Series) -> pa.Check:
    return pa.Check(
        lambda frame: factors(frame, units).notna(),
        error="the unit is neither the indicator's nor one that can be turned into it",
    )


def _units(known: ReferenceCodes) -> pd.Series:
    return known.frame(select(indicator.c.indicator_code, indicator.c.unit)).set_index("indicator_code")["unit"]


def _tidy(frame: pd.DataFrame, known: ReferenceCodes) -> Tidy:
    values = parsed(frame["value"])
    rows = frame.rename(columns={name: own for own, name in WRITTEN.items()})
    rows = rows.assign(value_num=values["value_num"] * factors(frame, _units(known)), qualifier=values["qualifier"])
    return {observation: rows[rows["qualifier"].notna()]}


def _rules(known: ReferenceCodes) -> Sequence[Rule]:
    return (not_in_future("sampled_on"), *reading_rules(known), reading_once(known))


READINGS = Dataset(
    "readings",
    read_csv,
    _schema,
    _tidy,
    days(observation, "sampled_on", "sampled_on"),
    fields.OBSERVATIONS.natural_key,
    _rules,
)
