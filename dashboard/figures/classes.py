"""Honest classes for colouring: few, rounded, and said in the legend."""

import math
from bisect import bisect_left
from collections.abc import Sequence

MOST_CLASSES = 5


def upper_bounds(values: Sequence[float]) -> tuple[float, ...]:
    """Upper bounds of at most five classes, the last one being the largest value.

    Few distinct values make a class each; else classes hold about equally many districts (quantiles),
    with bounds rounded to two significant figures.
    """
    distinct = sorted(set(values))
    if len(distinct) <= MOST_CLASSES:
        return tuple(distinct)
    ordered = sorted(values)
    cuts = (ordered[len(ordered) * part // MOST_CLASSES] for part in range(1, MOST_CLASSES))
    rounded = sorted({_two_figures(cut) for cut in cuts} - {0.0})
    return (*(cut for cut in rounded if distinct[0] < cut < distinct[-1]), distinct[-1])


def class_of(value: float, bounds: Sequence[float]) -> int:
    """Index of the class that holds a value."""
    return min(bisect_left(bounds, value), len(bounds) - 1)


def spread(count: int) -> tuple[int, ...]:
    """Which of the five steps of a ramp ``count`` classes take: always to the dark end."""
    return {1: (3,), 2: (1, 4), 3: (0, 2, 4), 4: (0, 1, 3, 4), 5: (0, 1, 2, 3, 4)}[count]


def _two_figures(value: float) -> float:
    if value == 0:
        return 0.0
    return float(f"{value:.2g}") if math.isfinite(value) else value
