"""Invented readings of the example: seasons, gaps, detection limits, exceedances and quality flags."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from tools.bundled.synthetic_limits import UNITS
from tools.bundled.synthetic_stations import STATIONS, Station

READING_COLUMNS = [
    "station_id",
    "indicator_code",
    "sampled_on",
    "averaging",
    "value",
    "unit",
    "collected_by",
    "qa_flag",
]

Row = dict[str, object]


@dataclass(frozen=True)
class Profile:
    """How an indicator behaves: median at burden 1, log spread, month of the peak, its strength, detection limits."""

    median: float
    spread: float
    peak_month: int
    season: float
    detection: float
    kit_detection: float
    measured_by_kit: bool = True


#: Snow melt stirs up turbidity in May and June; low water in February concentrates salts and metals; heating
#: makes the winter air. A field kit reports arsenic only from 0.05 mg/L, above the limit of 0.01.
_WATER = {
    "turb": Profile(1.3, 0.5, 6, 0.8, 0.1, 0.5),
    "as": Profile(0.0052, 0.5, 2, 0.35, 0.005, 0.05),
    "cn_t": Profile(0.0075, 0.8, 2, 0.2, 0.005, 0.02),
    "cu": Profile(0.00062, 0.6, 5, 0.3, 0.0005, 0.05),
    "hg": Profile(0.00004, 0.5, 4, 0.2, 0.0001, 0.001, measured_by_kit=False),
    "so4": Profile(52, 0.45, 2, 0.35, 5, 50),
}
_AIR = {"pm25": Profile(17, 0.5, 1, 0.85, 1, 1), "pm10": Profile(34, 0.5, 1, 0.6, 2, 2)}

#: Share of planned visits that took place; state stations paused in spring 2020.
_SHARE_OF_SAMPLES = {"company": 0.95, "state": 0.84, "community": 0.75, "laboratory": 0.9}
_PAUSE = (date(2020, 3, 20), date(2020, 6, 30))
_FLAGS = (("ok", 0.965), ("suspect", 0.985), ("rejected", 1.0))


def readings(rng: Random) -> Iterator[Row]:
    """Rows of readings.csv by station and day; values as text, ``<`` with the detection limit."""
    for station in STATIONS:
        for day in _days(rng, station):
            yield from _visit(rng, station, day)


def _days(rng: Random, station: Station) -> Iterator[date]:
    step = 30.4 if station.medium == "water" else 7.6
    day = station.first_day + timedelta(days=rng.randrange(3, 15))
    while day <= station.last_day:
        paused = station.collected_by == "state" and _PAUSE[0] <= day <= _PAUSE[1]
        if not paused and rng.random() < _SHARE_OF_SAMPLES[station.collected_by]:
            yield day
        day += timedelta(days=round(step + rng.uniform(-0.15, 0.15) * step))


def _visit(rng: Random, station: Station, day: date) -> Iterator[Row]:
    if station.medium == "air":
        yield from _readings(rng, station, day, _AIR)
    else:
        yield _row(station, "ph", day, f"{_ph(rng, station):.1f}", "ok")
        yield from _readings(rng, station, day, _WATER)


def _ph(rng: Random, station: Station) -> float:
    return rng.gauss(7.9, 0.25) + 0.45 * (station.burden - 1)


def _readings(rng: Random, station: Station, day: date, profiles: dict[str, Profile]) -> Iterator[Row]:
    dirt = rng.gauss(0, 0.5)
    for indicator, profile in profiles.items():
        if station.kit and not profile.measured_by_kit:
            continue
        value = _value(rng, station, day, profile, dirt)
        draw = rng.random()
        flag = next(name for name, until in _FLAGS if draw <= until)
        yield _row(station, indicator, day, _text(station, profile, value * (40 if flag == "rejected" else 1)), flag)
        yield from _checks(rng, station, indicator, profile, day, value)


def _value(rng: Random, station: Station, day: date, profile: Profile, dirt: float) -> float:
    phase = math.cos((day.timetuple().tm_yday / 30.4 - profile.peak_month + 0.5) * math.pi / 6)
    own = rng.gauss(0, profile.spread * 0.8)
    return profile.median * station.burden * math.exp(profile.season * phase + own + dirt * profile.spread)


def _checks(rng: Random, station: Station, indicator: str, profile: Profile, day: date, value: float) -> Iterator[Row]:
    """Now and then a second sample of the same water, or a blank that should hold nothing."""
    draw = rng.random()
    if draw < 0.008:
        yield _row(station, indicator, day, _text(station, profile, value * rng.uniform(0.9, 1.1)), "duplicate")
    elif draw < 0.014 and station.medium == "water":
        yield _row(station, indicator, day, _text(station, profile, 0.0), "blank")


def _text(station: Station, profile: Profile, value: float) -> str:
    limit = profile.kit_detection if station.kit else profile.detection
    if value < limit:
        return f"<{limit:f}".rstrip("0").rstrip(".")
    decimals = max(0, 2 - math.floor(math.log10(value)) - 1)
    return f"{value:.{decimals}f}"


def _row(station: Station, indicator: str, day: date, value: str, flag: str) -> Row:
    return {
        "station_id": station.station_id,
        "indicator_code": indicator,
        "sampled_on": day.isoformat(),
        "averaging": "day" if station.medium == "air" else "single",
        "value": value,
        "unit": UNITS[indicator],
        "collected_by": station.collected_by,
        "qa_flag": flag,
    }
