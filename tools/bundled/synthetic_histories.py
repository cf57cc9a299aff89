"""Invented status histories of grievances, by the moves that a grievance may make."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

#: Status -> possible next statuses, each with its weight and the median days until then; nothing follows an empty
#: list. ``None`` means that the case is finished for good. Some cases lie for a year or two: without an end to that,
#: what is open would grow from year to year.
MOVES: dict[str, list[tuple[str | None, float, float]]] = {
    "received": [("acknowledged", 98, 3), ("acknowledged", 1, 400), ("withdrawn", 1, 9)],
    "acknowledged": [("screened", 98, 5), ("screened", 1, 400), ("withdrawn", 1, 12)],
    "screened": [("assessing", 91, 6), ("out_of_scope", 8, 4), ("withdrawn", 1, 20)],
    "out_of_scope": [],
    "assessing": [("in_resolution", 88, 16), ("rejected", 7, 18), ("in_resolution", 3, 500), ("withdrawn", 2, 30)],
    "in_resolution": [("resolution_offered", 95, 38), ("withdrawn", 4, 600), ("withdrawn", 1, 60)],
    "resolution_offered": [("resolved", 89, 12), ("appealed", 9, 14), ("withdrawn", 2, 400)],
    "appealed": [("assessing", 1, 15)],
    "resolved": [("closed", 92, 10), ("reopened", 4, 45), ("withdrawn", 4, 120)],
    "closed": [(None, 97, 0), ("reopened", 3, 90)],
    "reopened": [("assessing", 1, 8)],
    "rejected": [(None, 75, 0), ("appealed", 25, 14)],
    "withdrawn": [],
}


def history(rng: Random, received_on: date, pace: float, last_day: date) -> Iterator[tuple[str, date]]:
    """Statuses of one case with their dates, up to ``last_day``; each date is later than the one before."""
    status, day = "received", received_on
    while True:
        yield status, day
        next_status, median = _next(rng, status)
        day += timedelta(days=max(1, round(rng.lognormvariate(0, 0.7) * median * pace)))
        if next_status is None or day > last_day:
            return
        status = next_status


def _next(rng: Random, status: str) -> tuple[str | None, float]:
    choices = MOVES[status] or [(None, 1, 0)]
    next_status, _, median = rng.choices(choices, [weight for _, weight, _ in choices])[0]
    return next_status, median
