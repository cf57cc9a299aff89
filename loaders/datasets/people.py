"""Annual counts of people, and what licences and plans promise of an indicator."""

from collections.abc import Sequence

import pandera.pandas as pa

from data_access.vocabulary.fields import monitoring as fields
from loaders.datasets.monitoring import rates
from loaders.datasets.plausible_ranges import statistic_bounds
from loaders.gate.checks import one_of
from loaders.gate.dataset import Dataset, into, read_csv, years
from loaders.gate.days import year_not_in_future
from loaders.gate.file_form import dataset, form
from loaders.gate.reference_codes import ReferenceCodes
from loaders.gate.rules import Rule
from loaders.store.people import case_statistic


def _case_schema(reference_codes: ReferenceCodes) -> pa.DataFrameSchema:
    among = pa.Check(lambda frame: frame["cases"] <= frame["residents"], error="there are more cases than residents")
    rate = one_of(rates(reference_codes), "rate of people (an indicator whose unit is per 10,000)")
    return form(fields.CASE_STATISTICS, reference_codes, [among], {"indicator_code": rate})


def _days_in_order() -> pa.Check:
    return pa.Check(lambda frame: ~(frame["valid_from"] > frame["valid_to"]), error="the target ends before it begins")


def _case_rules(_reference_codes: ReferenceCodes) -> Sequence[Rule]:
    return (year_not_in_future("year"),)


def _target_rules(reference_codes: ReferenceCodes) -> Sequence[Rule]:
    return (statistic_bounds(reference_codes),)


CASE_STATISTICS = Dataset(
    "case_statistics",
    read_csv,
    _case_schema,
    into(case_statistic),
    years(case_statistic, "year"),
    fields.CASE_STATISTICS.natural_key,
    _case_rules,
)
TARGETS = dataset("targets", fields.TARGETS, checks=[_days_in_order()], rules=_target_rules)
