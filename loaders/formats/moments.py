"""Times of day, with the offset beside them or of the zone that a mapping states, to days in Bishkek."""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from loaders.gate.checks import LoadRefused
from loaders.gate.days import BISHKEK

CLOCK = re.compile(
    r"(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::\d\d(?:[.,]\d+)?)?\s*(?P<half>[ap])?\.?(?:m\.?)?\s*"
    r"(?P<zone>Z|(?:UTC|GMT)?\s*(?:(?P<sign>[-+−])(?P<hours>\d\d?)(?::?(?P<minutes>\d\d))?)?)",
    re.IGNORECASE,
)


def zone_of(mapping: Mapping[str, Any], file: str) -> ZoneInfo | None:
    """The zone that a mapping states. Raises LoadRefused where that is none."""
    name = mapping.get("zone")
    try:
        return None if name is None else ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise LoadRefused(
            file, f"the mapping's zone {name!r} is no time zone; write it as in Asia/Bishkek or UTC"
        ) from error


def day_in_bishkek(day: date, time: str | None, zone: tzinfo | None) -> date:
    """The day of a moment; as it is written where neither the time nor the mapping says of which zone it is.

    Raises ValueError for a time that there is not.
    """
    match = CLOCK.fullmatch(time.strip()) if time else None
    of_zone = match and (_offset(match) or zone)
    if not match or not of_zone:
        return day
    hour = int(match["hour"]) if match["half"] is None else int(match["hour"]) % 12 + 12 * (match["half"] in "pP")
    moment = datetime(day.year, day.month, day.day, hour, int(match["minute"]), tzinfo=of_zone)
    return moment.astimezone(BISHKEK).date()


def _offset(match: re.Match[str]) -> tzinfo | None:
    if not match["zone"]:
        return None
    if match["sign"] is None:
        return UTC
    offset = timedelta(hours=int(match["hours"]), minutes=int(match["minutes"] or 0))
    return timezone(offset if match["sign"] == "+" else -offset)
