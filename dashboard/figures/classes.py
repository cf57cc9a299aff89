"""Honest classes for colouring: few, rounded, the same for all years of a measure, and said in the legend."""

import math
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

MOST_BOUNDS = 4
# Steps within each power of ten, from fine to coarse; then only every second or third power has a bound.
STEPS = ((1, 2, 5), (1, 5), (1,))
# Powers of ten that any measure may need.
POWERS = range(-6, 16)
# From here on numbers are written with three figures and a word.
LARGE = 10.0**6


@lru_cache(256)
def bounds(extent: tuple[float, float] | None, places: int) -> tuple[float, ...]:
    """The numbers at which a new class begins, for a measure with so many decimals and values over ``extent``.

    At most four, each 1, 2 or 5 times a power of ten or a step of that kind from the one before: by ratios where values
    differ by ratios, else by even steps. What is smaller than all of them is a class too.
    """
    if extent is None:
        return ()
    by_ratio, by_step = (_finest(series, *extent) for series in (_ratios(), _even(places)))
    return by_step if len(by_step) > len(by_ratio) else by_ratio


def _finest(series: Iterator[list[float]], low: float, high: float) -> tuple[float, ...]:
    """The first series that has few enough bounds between two numbers."""
    within = ([bound for bound in one if low < bound <= high] for one in series)
    return next(tuple(scale_bounds) for scale_bounds in within if len(scale_bounds) <= MOST_BOUNDS)


def _ratios() -> Iterator[list[float]]:
    for steps in STEPS:
        yield [float(f"{step}e{power}") for power in POWERS for step in steps]
    for width in range(2, len(POWERS)):
        yield [float(f"1e{power}") for power in POWERS if power % width == 0]


def _even(places: int) -> Iterator[list[float]]:
    """Multiples of ever wider steps; a step is never finer than what is written."""
    for power in range(-places, max(POWERS)):
        for step in (1, 2, 5):
            yield [float(f"{step * count}e{power}") for count in range(1, 1000)]
    yield []


def rounded_text(value: float, places: int) -> float:
    """A value as it is written: with so many decimals, a large one with three figures."""
    return round(value, places) if value < LARGE else float(f"{value:.3g}")


def class_of(value: float, begins: Sequence[float]) -> int:
    """Index of the class of a value above zero: at a bound, the one that begins there."""
    return bisect_right(begins, value)


def spread(count: int) -> tuple[int, ...]:
    """Which of the five steps of a ramp ``count`` classes take: always to the dark end."""
    return {1: (3,), 2: (1, 4), 3: (0, 2, 4), 4: (0, 1, 3, 4), 5: (0, 1, 2, 3, 4)}[count]


def before(bound: float, places: int) -> float:
    """The largest number below a bound as it is written: with so many decimals, a large one with three figures."""
    if bound <= LARGE:
        return bound - 10.0**-places
    return bound - 10.0 ** (math.ceil(math.log10(bound)) - 3)
