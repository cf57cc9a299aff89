"""Expectations of dates: what is reported must have happened."""

from zoneinfo import ZoneInfo

import pandas as pd

from data_access.vocabulary import clock
from loaders.gate.rules import Rule, Severity

# With the summer times of earlier years, for times in files; the clock knows the present offset alone.
BISHKEK = ZoneInfo("Asia/Bishkek")


def not_in_future(column: str) -> Rule:
    """For a day column."""
    return Rule(
        lambda frame: ~(frame[column] > pd.Timestamp(clock.today())),
        "the day lies in the future",
        Severity.SET_ASIDE,
        column,
    )


def year_not_in_future(column: str) -> Rule:
    """For a column of calendar years."""
    return Rule(
        lambda frame: ~(frame[column] > clock.today().year).fillna(False).astype(bool),
        "the year lies in the future",
        Severity.SET_ASIDE,
        column,
    )
