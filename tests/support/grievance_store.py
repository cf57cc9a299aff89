"""A public store of grievances with a few rows: full years from 2021 to 2024, of which some counts are withheld."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from data_access.store.database import Snapshot
from tests.support import money_store

COUNTRY, SHOWN, SMALL = "417", "41701001", "41701002"
YEARS = (2021, 2022, 2023, 2024)
NONE = (None, None, None)
# Received, closed and open at the end of each year.
AREAS = {
    (COUNTRY, "country"): ((40, 10, 30), (50, 30, 50), (60, 70, 40), (30, None, None)),
    (SHOWN, "district"): ((20, None, None), (25, None, None), (30, None, None), (15, None, None)),
    (SMALL, "district"): (NONE, (6, None, None), (8, None, None), NONE),
}
# Per kind and code, the count of each year.
PARTS = {
    ("issue", "water"): (30, 40, 45, 20),
    ("issue", "land"): (10, 10, None, 10),
    ("stage", "received"): (40, 50, 60, 30),
    ("stage", "acknowledged"): (20, 70, 60, 30),
    ("stage", "resolved"): (5, 60, None, 20),
    # Of the second year a span is withheld with its neighbour, of the third what is left; the last is young.
    ("days_90", "30"): (10, None, 20, 10),
    ("days_90", "60"): (0, None, None, 0),
    ("days_90", "90"): (10, 10, 10, 0),
    ("days_90", "later"): (20, 20, None, 20),
    ("days_180", "180"): (10, 10, None),
    ("days_180", "later"): (10, 10, None),
    ("days_365", "365"): (0, 10, None),
    ("days_365", "later"): (10, 0, None),
}
# Per kind, code and question, both answers of each year.
OUTCOMES = {
    ("country", COUNTRY, "resolved"): ((4, 1), (40, 20), (30, 30), (None, None)),
    ("country", COUNTRY, "acknowledged"): ((19, 1), (60, 10), (50, 10), (25, 5)),
    ("country", COUNTRY, "reopened"): ((0, 5), (6, 60), (12, 40), (None, None)),
    ("country", COUNTRY, "appealed"): ((0, 0), (0, 0), (0, 0), (None, None)),
    ("issue", "water", "resolved"): ((None, None),) * 4,
    ("body", "company", "resolved"): ((4, 1), (20, 10), (None, None), (None, None)),
    ("body", "company", "acknowledged"): ((9, 1), (30, 5), (None, None), (10, 5)),
}
ANSWERS = {
    **dict.fromkeys(("resolved", "acknowledged"), ("in_time", "missed")),
    **dict.fromkeys(("reopened", "appealed"), ("happened", "could")),
}
AGES = {"0_14": (5, 10, 12, None), "15_30": (5, 10, 8, None), "31_90": (10, 10, 0, None), "over_90": (10, 20, 20, None)}
# Per kind, code and wait, median and ninth tenth of the days of each year.
WAITS = {
    ("country", COUNTRY, "acknowledge"): ((6, 20), (7, 21), (8, 22), (9, 23)),
    ("country", COUNTRY, "resolve"): ((None, None), (30, 90), (28, None), (None, None)),
    ("country", COUNTRY, "open"): ((None, None), (None, None), (None, None), (None, None)),
    ("district", SHOWN, "resolve"): ((None, None), (31, None), (29, None), (None, None)),
    ("district", SMALL, "resolve"): ((None, None),) * 4,
}
OPEN = (30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46)


def make(folder: Path, **other: list[dict]) -> Snapshot:
    """The store; its quarters reach behind the last full year. ``other``: tables of which it has other rows."""
    people = {code: {2021: 10_000} for code in (SHOWN, SMALL)}
    return money_store.make(folder, people=people, **tables() | other)


def tables() -> dict[str, list[dict]]:
    """Rows by table."""
    return {
        "grievance_year": [
            {"year": year, "area_code": code, "area_level": level, "is_withheld": counts[0] is None}
            | dict(zip(("received_count", "closed_count", "open_count"), counts, strict=True))
            | {"source_key": "s"}
            for (code, level), of_years in AREAS.items()
            for year, counts in zip(YEARS, of_years, strict=True)
        ],
        "grievance_part_year": [_part(*key, year, count) for key, year, count in _by_year(PARTS)],
        "grievance_outcome": [*_outcomes()],
        "grievance_wait": [
            {"kind": kind, "code": code, "year": year, "wait": wait, "source_key": "s"}
            | {"median_days": days[0], "p90_days": days[1]}
            for (kind, code, wait), year, days in _by_year(WAITS)
        ],
        "grievance_quarter": [
            {"quarter": date(2021 + number // 4, number % 4 * 3 + 1, 1), "is_withheld": False, "source_key": "s"}
            | {"received_count": 10, "closed_count": 9, "open_count": count}
            for number, count in enumerate(OPEN)
        ],
        "grievance_sensitive": [{"through_year": 2024, "counted_in": 10, "at_least_count": 20, "source_key": "s"}],
    }


def _by_year(counts: Mapping):
    return ((key, year, one) for key, of_years in counts.items() for year, one in zip(YEARS, of_years, strict=False))


def _part(kind: str, code: str, year: int, count: int | None) -> dict:
    about = {"kind": kind, "code": code, "year": year, "source_key": "s"}
    return about | {"is_withheld": count is None, "grievance_count": count}


def _outcomes():
    for (kind, code, question), year, counts in _by_year(OUTCOMES):
        for answer, count in zip(ANSWERS[question], counts, strict=True):
            yield _part(kind, code, year, count) | {"question": question, "answer": answer}
    for answer, year, count in _by_year(AGES):
        yield _part("country", COUNTRY, year, count) | {"question": "age", "answer": answer}
