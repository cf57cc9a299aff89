"""The day it is in Kyrgyzstan, for which alone the dashboard tells late from on time."""

from datetime import UTC, date, datetime, timedelta

ASIA_BISHKEK = timedelta(hours=6)


def quarter_of(day: date) -> date:
    """First day of the quarter that a day lies in."""
    return date(day.year, (day.month - 1) // 3 * 3 + 1, 1)


def today() -> date:
    """The present day in Asia/Bishkek, which knows no summer time."""
    return day_of(datetime.now(UTC))


def day_of(moment: datetime) -> date:
    """The day in Asia/Bishkek of a moment in UTC."""
    return (moment + ASIA_BISHKEK).date()
