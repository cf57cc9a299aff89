"""Invented participatory monitoring of the example: areas, teams, pairs with a laboratory, scored criteria."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from data_access.vocabulary import languages
from data_access.vocabulary.fields.pem import CRITERIA, HIGHEST_SCORE, ROUNDS
from tools.bundled.synthetic_limits import UNITS
from tools.bundled.synthetic_outcomes import example_texts, texts

AREA_COLUMNS = [
    *("pem_area_id", *languages.columns("name"), "district_code", "site_id", "monitored_since", "protocol"),
    *(*languages.columns("told_back"), "evidence", "evidence_url"),
]
TEAM_COLUMNS = ["pem_area_id", "team_role", "member_count"]
CHECK_COLUMNS = [
    *("station_id", "indicator_code", "sampled_on", "laboratory_sampled_on", "community_value", "laboratory_value"),
    *("unit", "laboratory_unit", "tolerance_percent", "laboratory"),
]
SCORE_COLUMNS = [
    *("pem_area_id", "criterion", "round", "assessed_on", "score", "weight", "evidence", "evidence_url"),
]
LABORATORY = "Example laboratory"
Row = dict[str, object]

# Area, district, stations that it watches, tolerance in percent and bias of its kit.
AREAS = (
    ("example-area-1", "41703230", ("example-station-06", "example-station-07"), 1, 0.04),
    ("example-area-2", "41704245", ("example-station-08",), 2, 0.22),
)
KITS = {"ph": (7.8, 0.02, 5), "turb": (2.4, 0.2, 25), "so4": (61.0, 0.14, 20), "cu": (0.0031, 0.3, 25)}
TEAMS = (("sampler", 14, 11), ("observer", 22, 6), ("local_authority", 3, 2), ("specialist", 1, 0))


def area_rows() -> Iterator[Row]:
    """Rows of example_pem_areas.csv."""
    for area, district, _, number, _ in AREAS:
        yield {
            "pem_area_id": area,
            **texts("name", (f"Үлгү аймак {number}", f"Территория-пример {number}", f"Example area {number}")),
            "district_code": district,
            "monitored_since": f"{2021 + number}-05-01",
            "protocol": f"Example protocol, version {number}",
            **example_texts("told_back", ("айыл жыйынында", "на сельском сходе", "at the village meeting")),
        }


def team_rows() -> Iterator[Row]:
    """Rows of example_pem_teams.csv: in the second area most numbers are so small that they are withheld."""
    for place, (area, *_) in enumerate(AREAS):
        for role, *counts in TEAMS:
            yield dict(zip(TEAM_COLUMNS, (area, role, counts[place]), strict=True))


def check_rows(rng: Random) -> Iterator[Row]:
    """Rows of example_laboratory_checks.csv: a kit that reads too high, one that is near, and some that differ much."""
    for _, _, stations, _, bias in AREAS:
        for station in stations:
            day = date(2023, 5, 10)
            while day < date(2026, 9, 1):
                yield from (_check(rng, station, code, day, bias) for code in KITS if rng.random() < 0.8)
                day += timedelta(days=rng.randrange(95, 130))


def score_rows(rng: Random) -> Iterator[Row]:
    """Rows of example_pem_scores.csv: the end of the second area is still to come."""
    for area, _, _, number, _ in AREAS:
        for criterion in CRITERIA:
            score = rng.choice((0, 1, 1, 2))
            for place, name in enumerate(ROUNDS):
                if number == 2 and name == "end":
                    continue
                yield {
                    "pem_area_id": area,
                    "criterion": criterion,
                    "round": name,
                    "assessed_on": f"{2022 + number + place}-06-15",
                    "score": score,
                    "weight": 2 if criterion in ("information", "response") else 1,
                    "evidence": f"Example assessment, {name}",
                }
                score = min(HIGHEST_SCORE, max(0, score + rng.choice((-1, 0, 1, 1, 2))))


def _check(rng: Random, station: str, code: str, day: date, bias: float) -> Row:
    usual, spread, tolerance = KITS[code]
    laboratory = usual * rng.lognormvariate(0, 0.25 if code != "ph" else 0.03)
    error = rng.gauss(bias if code != "ph" else bias / 8, spread)
    return {
        "station_id": station,
        "indicator_code": code,
        "sampled_on": day.isoformat(),
        "laboratory_sampled_on": day.isoformat(),
        "community_value": f"{max(laboratory * (1 + error), 0):.2g}",
        "laboratory_value": f"{laboratory:.3g}",
        "unit": UNITS[code],
        "laboratory_unit": UNITS[code],
        "tolerance_percent": tolerance,
        "laboratory": LABORATORY,
    }
