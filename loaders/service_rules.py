"""Terms in which grievances must be answered, and the holidays that do not count as working days."""

from collections.abc import Sequence

import pandas as pd
import pandera.pandas as pa

from loaders.checks import day, one_of, text, whole
from loaders.dataset import Dataset, Tidy, days, no_period, read_csv
from loaders.deadlines import SEVERITIES, derive
from loaders.grievances import BODIES
from loaders.known import Known
from loaders.places import names
from loaders.rules import Rule, Severity
from loaders.store.grievances import holiday, sla_rule
from loaders.twice import day_off_once

DAY_TYPES = ("working", "calendar")
SLA_RULE = ("body_type", "severity", "valid_from")
# Where sources of days off disagree: only the calendar has it (both Eids, days that are moved), or only the list.
ONLY_CALENDAR, ONLY_LIST = "only_calendar", "only_list"
TO_REVIEW = (
    "sources of days off disagree about it (column review): it counts as a day off; check it against the law and the "
    "decree of its year"
)


def _rule_schema(_known: Known) -> pa.DataFrameSchema:
    columns = {
        "body_type": one_of(BODIES, "responsible body"),
        "severity": one_of(SEVERITIES.values(), "severity", nullable=True),
        "ack_days": whole(1, 1000, nullable=True),
        "resolve_days": whole(1, 1000, nullable=True),
        "day_type": one_of(DAY_TYPES, "kind of days"),
        "valid_from": day(),
        "valid_to": day(nullable=True),
        "legal_ref": text(),
        "is_example": whole(0, 1),
    }
    return pa.DataFrameSchema(columns, [_has_term(), _ordered()], unique=[*SLA_RULE], strict=True)


def _has_term() -> pa.Check:
    return pa.Check(
        lambda frame: frame["ack_days"].notna() | frame["resolve_days"].notna(),
        error="a rule needs ack_days, resolve_days or both",
    )


def _ordered() -> pa.Check:
    return pa.Check(lambda frame: ~(frame["valid_from"] > frame["valid_to"]), error="the rule ends before it begins")


def _holiday_schema(_known: Known) -> pa.DataFrameSchema:
    review = one_of((ONLY_CALENDAR, ONLY_LIST), "mark for review", nullable=True)
    review.required = False
    return pa.DataFrameSchema({"day": day(), **names(), "review": review}, unique=["day"], strict=True)


def _holiday_rules(known: Known) -> Sequence[Rule]:
    return (day_off_once(known), Rule(_is_agreed, TO_REVIEW, Severity.WARN, "day"))


def _is_agreed(frame: pd.DataFrame) -> pd.Series:
    return frame["review"].isna() if "review" in frame else pd.Series(True, frame.index)


def _tidy_rules(frame: pd.DataFrame, _known: Known) -> Tidy:
    return {sla_rule: frame.assign(is_example=frame["is_example"] == 1)}


def _tidy_holidays(frame: pd.DataFrame, _known: Known) -> Tidy:
    return {holiday: frame.drop(columns="review", errors="ignore")}


SLA_RULES = Dataset("sla_rules", read_csv, _rule_schema, _tidy_rules, no_period, SLA_RULE, derive=derive)
HOLIDAYS = Dataset(
    "holidays",
    read_csv,
    _holiday_schema,
    _tidy_holidays,
    days(holiday, "day", "day"),
    ("day",),
    _holiday_rules,
    derive=derive,
)
