"""Statements of named authors about money, monitoring and rehabilitation."""

from collections.abc import Callable, Iterator, Sequence

import pandas as pd
import pandera.pandas as pa

from data_access.vocabulary import languages
from data_access.vocabulary.fields import statements as fields
from loaders.datasets.incident_rules import SOMEBODY
from loaders.datasets.replies import HOME
from loaders.gate.dataset import Period, Tidy
from loaders.gate.days import not_in_future
from loaders.gate.file_form import dataset
from loaders.gate.personal import finds_home, names_somebody
from loaders.gate.reference_codes import ReferenceCodes
from loaders.gate.rules import Rule, Severity

PUBLISHED_TEXTS = (*languages.columns("author"), *languages.columns("text"), "quote")
# What stands in a row only together with something else.
TOGETHER = {"date_precision": "said_on", "figure_unit": "qualifier", "quote_language": "quote"}


def together(one: str, other: str) -> pa.Check:
    """Both columns are told, or neither."""
    return pa.Check(
        lambda frame: frame[one].notna() == frame[other].notna(), error=f"must have both {one} and {other}, or neither"
    )


def about_nobody(texts: Sequence[str]) -> Iterator[Rule]:
    """Rows whose texts name a person, or find a home, are set aside."""
    for finder, reason in ((names_somebody, SOMEBODY), (finds_home, HOME)):
        yield from (_without(finder, column, reason) for column in texts)


def days_in_order(low: str, high: str) -> pa.Check:
    """The first does not lie above the second, where both are told."""
    return pa.Check(
        lambda frame: ~(frame[low] > frame[high]).fillna(False).astype(bool), error=f"{low} is above {high}"
    )


def _with_unit() -> pa.Check:
    def holds(frame: pd.DataFrame) -> pd.Series:
        has_figure: pd.Series = frame[["value_low", "value_high"]].notna().any(axis=1)
        return has_figure == frame["figure_unit"].notna()

    return pa.Check(holds, error="must have both a figure and its unit, or neither")


def place_rules() -> pa.Check:
    """A district tells its oblast: both are never written."""
    return pa.Check(
        lambda frame: frame[["district_code", "oblast_code"]].isna().any(axis=1),
        error="must have district_code or oblast_code, not both: the district tells its oblast",
    )


def _money() -> pa.Check:
    return pa.Check(
        lambda frame: frame["stream_code"].isna() | (frame["statement_subject"] == "money"),
        error="only money is of a revenue stream",
    )


def _rules(_reference_codes: ReferenceCodes) -> Sequence[Rule]:
    return (
        not_in_future("said_on"),
        *about_nobody(PUBLISHED_TEXTS),
    )


def _period(tidy: Tidy) -> Period:
    """Days on which they were made; None where no day is told."""
    (frame,) = tidy.values()
    days = frame["said_on"].dropna()
    return None if days.empty else (days.min().date(), days.max().date())


def _without(finder: Callable[[pd.Series], pd.Series], column: str, reason: str) -> Rule:
    return Rule(lambda frame: ~finder(frame[column]), reason, Severity.SET_ASIDE, column)


PUBLISHED_STATEMENTS = dataset(
    "published_statements",
    fields.STATEMENTS,
    _period,
    checks=[
        *(together(*pair) for pair in TOGETHER.items()),
        days_in_order("period_start", "period_end"),
        days_in_order("value_low", "value_high"),
        _with_unit(),
        place_rules(),
        _money(),
    ],
    rules=_rules,
)
