"""How far chance alone may move a number that was counted, or a mean."""

from collections.abc import Iterable, Sequence
from math import sqrt

NORMAL_95 = 1.96


def dispersion(counts: Sequence[int]) -> float:
    """How many times counts of one mean differ more than chance alone makes them, at least once.

    Pearson's chi-squared over its degrees of freedom (McCullagh and Nelder 1989).
    """
    total, size = sum(counts), len(counts)
    if size < 2 or not total:
        return 1.0
    mean = total / size
    return max(1.0, sum((count - mean) ** 2 for count in counts) / mean / (size - 1))


def interval(parts: Iterable[tuple[float, float]]) -> tuple[float, float]:
    """95 % interval of a weighted sum of counts (weight of each, count) that chance alone makes differ.

    By the gamma distribution (Fay and Feuer 1997); of equal weights it is the exact one of Poisson counts. Counts that
    differ more are given divided by their ``dispersion``, and their weights multiplied by it.
    """
    found = list(parts)
    total, spread = (sum(weight**power * count for weight, count in found) for power in (1, 2))
    widest = max(weight for weight, _ in found)
    low = spread / (2 * total) * _chi_squared(-NORMAL_95, 2 * total**2 / spread) if total else 0.0
    more, wider = total + widest, spread + widest**2
    return low, wider / (2 * more) * _chi_squared(NORMAL_95, 2 * more**2 / wider)


def interval_of_mean(parts: Iterable[tuple[str, float, float]]) -> tuple[float, float]:
    """95 % interval of a weighted mean of whole numbers from 0 on (group, weight, number), weights adding up to 1.

    Numbers of one group need not be independent, groups are: the mean moves as those of the groups differ from it
    (Liang and Zeger 1986), by Student's distribution of one degree of freedom less than there are groups; and as those
    of a group may all have been rounded, by a variance of 1/12, so that groups that are equal by chance are not sure.
    """
    found = list(parts)
    mean = sum(weight * number for _, weight, number in found)
    apart: dict[str, float] = {}
    weights: dict[str, float] = {}
    for group, weight, number in found:
        apart[group] = apart.get(group, 0.0) + weight * (number - mean)
        weights[group] = weights.get(group, 0.0) + weight
    freedom = len(apart) - 1
    rounded = sum(one**2 for one in weights.values()) / 12
    error = sqrt(len(apart) / freedom * sum(one**2 for one in apart.values()) + rounded)
    return max(0.0, mean - _student(freedom) * error), mean + _student(freedom) * error


def _student(freedom: int) -> float:
    """Student's t at the share of ``NORMAL_95``, from two degrees of freedom on (Abramowitz and Stegun 26.7.5)."""
    z = NORMAL_95
    terms = (
        z,
        (z**3 + z) / 4,
        (5 * z**5 + 16 * z**3 + 3 * z) / 96,
        (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384,
        (79 * z**9 + 776 * z**7 + 1482 * z**5 - 1920 * z**3 - 945 * z) / 92_160,
    )
    whole: float = sum(term / freedom**power for power, term in enumerate(terms))
    return whole


def _chi_squared(normal: float, freedom: float) -> float:
    """The value of chi-squared at the share below a value of the normal distribution (Wilson and Hilferty 1931)."""
    part = 2 / (9 * freedom)
    root: float = 1 - part + normal * sqrt(part)
    return freedom * max(root, 0.0) ** 3
