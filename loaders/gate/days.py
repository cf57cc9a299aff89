"""Expectations of dates: what is reported must have happened."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pandas as pd

from loaders.gate.rules import Rule, Severity

BISHKEK = ZoneInfo("Asia/Bishkek")


def now() -> datetime:
    """The time that it is, as clocks in Kyrgyzstan show it."""
    return datetime.now(BISHKEK)


def today() -> date:
    """The day that it is in Kyrgyzstan."""
    return now().date()


def not_in_future(column: str) -> Rule:
    """For a day column."""
    return Rule(
        lambda frame: ~(frame[column] > pd.Timestamp(today())),
        "the day lies in the future",
        Severity.SET_ASIDE,
        column,
    )


def year_not_in_future(column: str) -> Rule:
    """For a column of calendar years."""
    return Rule(
        lambda frame: ~(frame[column] > today().year).fillna(False).astype(bool),
        "the year lies in the future",
        Severity.SET_ASIDE,
        column,
    )
