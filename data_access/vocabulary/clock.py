"""What time it is, and which day in Kyrgyzstan. Nobody else asks the machine; tests set this one clock."""

from datetime import UTC, date, datetime, timedelta

ASIA_BISHKEK = timedelta(hours=6)


def quarter_of(day: date) -> date:
    """First day of the quarter that a day lies in."""
    return date(day.year, (day.month - 1) // 3 * 3 + 1, 1)


def now() -> datetime:
    """The present moment, in UTC."""
    return datetime.now(UTC)


def today() -> date:
    """The present day in Asia/Bishkek, which knows no summer time."""
    return day_of(now())


def day_of(moment: datetime) -> date:
    """The day in Asia/Bishkek of a moment in UTC."""
    return (moment + ASIA_BISHKEK).date()
