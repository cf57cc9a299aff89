"""Invented incidents of the example: they name no mine and no company, and nobody is hurt in them."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

INCIDENT_COLUMNS = [
    *("incident_id", "date", "date_precision", "district_code", "category", "severity_1_5", "participants_min"),
    *("participants_max", "issues", "source", "confidence", "geo_precision", "outcome_code", "actor_roles"),
    *("injured_min", "injured_max", "fatalities_min", "fatalities_max", "arrests", "company", "site_id", "description"),
    *("response_outcome", "source_url", "acled_event_type", "acled_sub_event_type", "year", "district_en"),
    *("oblast_en", "site_name", "source_type"),
]
TITLE = "Example: no report documents this event"
COUNT = 64

_FIRST_DAY, _DAYS = date(2015, 1, 1), 4250
_DISTRICTS = {
    "41702210": 9,
    "41708213": 6,
    "41707232": 6,
    "41703230": 5,
    "41703204": 4,
    "41704245": 4,
    "41703223": 3,
    "41705258": 2,
    "41702220": 2,
    "41708209": 1,
}
#: How serious each may be, from a petition to damage.
_CATEGORIES = {"protest": (1, 2), "road_blockade": (2, 3), "property_damage": (2, 3), "agreement": (1, 1)}
_ISSUES = ("water", "jobs", "air", "land", "social_package", "road", "compensation", "information", "environment")
_OUTCOMES = ("dialogue", "commission", "agreement", "agreement_kept", "compensation_partial", "none", "unknown")
_ROLES = ("residents", "residents;company", "residents;local_authority", "protesters;state_body", "workers;company")
_PEOPLE = (20, 40, 60, 100, 150, 300)


def incidents(rng: Random) -> Iterator[dict[str, object]]:
    """Rows of example_incidents.csv by day."""
    days = sorted(_FIRST_DAY + timedelta(days=rng.randrange(_DAYS)) for _ in range(COUNT))
    for number, day in enumerate(days, start=1):
        yield {"incident_id": f"EX-{day.year}-{number:03}", "date": day.isoformat(), "year": day.year} | _event(rng)


def _event(rng: Random) -> dict[str, object]:
    category = rng.choices(list(_CATEGORIES), (6, 3, 1, 2))[0]
    people = rng.choice(_PEOPLE)
    return {
        "date_precision": "day",
        "district_code": rng.choices(list(_DISTRICTS), list(_DISTRICTS.values()))[0],
        "category": category,
        "severity_1_5": rng.choice(_CATEGORIES[category]),
        "participants_min": people,
        "participants_max": people,
        "injured_min": 0,
        "injured_max": 0,
        "fatalities_min": 0,
        "fatalities_max": 0,
        "arrests": 0,
        "issues": ";".join(sorted(rng.sample(_ISSUES, rng.choice((1, 1, 2))))),
        "source": TITLE,
        "confidence": "low",
        "geo_precision": 3,
        "outcome_code": "agreement" if category == "agreement" else rng.choice(_OUTCOMES),
        "actor_roles": rng.choice(_ROLES),
    }
