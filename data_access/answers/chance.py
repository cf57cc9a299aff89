"""How far chance alone may move a number that was counted."""

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


def _chi_squared(normal: float, freedom: float) -> float:
    """The value of chi-squared at the share below a value of the normal distribution (Wilson and Hilferty 1931)."""
    part = 2 / (9 * freedom)
    root: float = 1 - part + normal * sqrt(part)
    return freedom * max(root, 0.0) ** 3
