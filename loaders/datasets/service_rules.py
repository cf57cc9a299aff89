"""Terms in which grievances must be answered, and the holidays that do not count as working days."""

from collections.abc import Sequence

import pandas as pd
import pandera.pandas as pa

from data_access.vocabulary.fields import grievances as fields
from loaders.datasets.deadlines import derive
from loaders.datasets.other_sources import day_off_once
from loaders.gate.checks import one_of
from loaders.gate.dataset import Dataset, Tidy, days, no_period, read_csv
from loaders.gate.file_form import form
from loaders.gate.reference_codes import ReferenceCodes
from loaders.gate.rules import Rule, Severity
from loaders.store.grievances import holiday, sla_rule

# Where sources of days off disagree: only the calendar has it (both Eids, days that are moved), or only the list.
ONLY_CALENDAR, ONLY_LIST = "only_calendar", "only_list"
TO_REVIEW = (
    "sources of days off disagree about it (column review): it counts as a day off; check it against the law and the "
    "decree of its year"
)


def _rule_schema(reference_codes: ReferenceCodes) -> pa.DataFrameSchema:
    return form(fields.SLA_RULES, reference_codes, [_has_term(), _days_in_order()], unique=fields.SLA_RULES.natural_key)


def _has_term() -> pa.Check:
    return pa.Check(
        lambda frame: frame["ack_days"].notna() | frame["resolve_days"].notna(),
        error="a rule needs ack_days, resolve_days or both",
    )


def _days_in_order() -> pa.Check:
    return pa.Check(lambda frame: ~(frame["valid_from"] > frame["valid_to"]), error="the rule ends before it begins")


def _holiday_schema(reference_codes: ReferenceCodes) -> pa.DataFrameSchema:
    review = one_of((ONLY_CALENDAR, ONLY_LIST), "mark for review", nullable=True)
    review.required = False
    return form(fields.HOLIDAYS, reference_codes, other_columns={"review": review})


def _holiday_rules(reference_codes: ReferenceCodes) -> Sequence[Rule]:
    return (day_off_once(reference_codes), Rule(_is_agreed, TO_REVIEW, Severity.WARN, "day"))


def _is_agreed(frame: pd.DataFrame) -> pd.Series:
    return frame["review"].isna() if "review" in frame else pd.Series(True, frame.index)


def _tidy_rules(frame: pd.DataFrame, _reference_codes: ReferenceCodes) -> Tidy:
    return {sla_rule: frame.assign(is_example=frame["is_example"] == 1)}


def _tidy_holidays(frame: pd.DataFrame, _reference_codes: ReferenceCodes) -> Tidy:
    return {holiday: frame.drop(columns="review", errors="ignore")}


SLA_RULES = Dataset(
    "sla_rules", read_csv, _rule_schema, _tidy_rules, no_period, fields.SLA_RULES.natural_key, derive=derive
)
HOLIDAYS = Dataset(
    "holidays",
    read_csv,
    _holiday_schema,
    _tidy_holidays,
    days(holiday, "day", "day"),
    fields.HOLIDAYS.natural_key,
    _holiday_rules,
    derive=derive,
)
