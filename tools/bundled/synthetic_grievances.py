"""Invented grievances of the example: when and where they were received, and what they are about.

Cases hold no person, place or text: a district, an issue, a channel and a dated history.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from tools.bundled.synthetic_histories import history

GRIEVANCE_COLUMNS = [
    "grievance_ref",
    "district_code",
    "issue_code",
    "channel",
    "responsible_body",
    "status",
    "status_on",
    "is_sensitive",
]

_FIRST_DAY, _LAST_DAY = date(2014, 1, 1), date(2026, 10, 31)

#: Cases a year: some districts with many, some with a few dozen in all, some so few that they must be hidden.
_PER_YEAR = {
    "41702210": 62,
    "41708213": 50,
    "41707232": 43,
    "41703230": 40,
    "41703204": 37,
    "41704245": 32,
    "41703223": 18,
    "41704230": 14,
    "41705258": 12,
    "41702220": 9,
    "41708209": 7,
    "41708219": 3.2,
    "41707220": 2.6,
    "41705236": 2.8,
    "41703430": 2.0,
    "41702205": 1.5,
}

_ISSUES = {
    "water": 15,
    "jobs": 13,
    "air": 10,
    "land": 9,
    "social_package": 8,
    "road": 7,
    "compensation": 6,
    "livestock": 5,
    "information": 5,
    "environment": 5,
    "revenue": 4,
    "health": 3,
    "worker_safety": 3,
    "licence": 2,
    "resettlement": 1.5,
    "radiation": 1,
    "politics": 0.8,
    "security": 0.8,
    "other": 2,
}
_CHANNELS = {"written": 45, "oral": 20, "online": 14, "hotline": 9, "meeting": 12}
_BODIES = {"company": 48, "aiyl_okmotu": 26, "district": 18, "republic": 8}
_STATE_ISSUES = {"revenue", "licence", "radiation", "politics"}

#: More people write in spring, when roads are muddy, animals go out and the melt is under way.
_MONTHS = (0.8, 0.8, 1.0, 1.3, 1.4, 1.2, 1.0, 0.9, 1.0, 1.0, 0.9, 0.7)

#: How few and how many times its usual number of cases a district may have in a year.
_LIVELY = (0.75, 1.25)

#: The more a body has to do, the slower it answers.
_PACE = {"company": 1.0, "aiyl_okmotu": 0.8, "district": 1.3, "republic": 1.7}


def grievances(rng: Random) -> Iterator[dict[str, object]]:
    """Rows of grievances.csv: one per status event, cases in order of receipt, events in order of date."""
    receipts = sorted((day, district) for district in _PER_YEAR for day in _days(rng, district))
    for number, (day, district) in enumerate(receipts, start=1):
        case = _case(rng, district) | {"grievance_ref": f"example-{number:05}"}
        for status, on in history(rng, day, _PACE[case["responsible_body"]], _LAST_DAY):
            yield case | {"status": status, "status_on": on.isoformat()}


def _days(rng: Random, district: str) -> Iterator[date]:
    """Days of receipt: as irregular as independent letters are, more in spring, and more in some years than others."""
    years = range(_FIRST_DAY.year, _LAST_DAY.year + 1)
    lively = {year: rng.uniform(*_LIVELY) for year in years}
    day = _FIRST_DAY
    while day <= _LAST_DAY:
        mean = _PER_YEAR[district] / 365 * _MONTHS[day.month - 1] * lively[day.year]
        if rng.random() < mean:
            yield day
        day += timedelta(days=1)


def _case(rng: Random, district: str) -> dict[str, object]:
    issue = _pick(rng, _ISSUES)
    body = rng.choice(("district", "republic")) if issue in _STATE_ISSUES else _pick(rng, _BODIES)
    sensitive = int(issue in {"security", "health", "worker_safety"} and rng.random() < 0.15)
    own = {"channel": _pick(rng, _CHANNELS), "responsible_body": body, "is_sensitive": sensitive}
    return {"district_code": district, "issue_code": issue} | own


def _pick(rng: Random, weights: dict[str, float]) -> str:
    return rng.choices(list(weights), list(weights.values()))[0]
