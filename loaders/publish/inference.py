"""What published counts give away together, and what to withhold for it. Pure functions.

A reader knows the shown figures, and how figures hang together. Linear programs tell the least and the most that a
withheld figure can be under all of that. Where these are too close, the solver also names the shown figures that its
answer rests on; the smallest of them is withheld too, until nothing can be calculated any more.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from random import Random

import numpy as np
from scipy.optimize import linprog

from loaders.publish.cells import Cell
from loaders.publish.counts import Figure, Unit
from loaders.publish.equations import Equations, Group
from loaders.publish.identities import Identity

TOLERANCE = 1e-6
# Random directions, in which most withheld figures turn out to be free at once.
SWEEPS = 8
# How far from what it holds a cell is looked for, in widths.
REACH = 4


def protect(
    figures: Sequence[Figure],
    identities: Sequence[Identity],
    true_counts: Mapping[Cell, int],
    withheld: set[Unit],
    shown_units: set[Unit],
    width: int,
    closed_units: Callable[[set[Unit]], set[Unit]],
) -> set[Unit]:
    """``withheld`` and as much more as it takes for every withheld figure to span ``width`` or more.

    A figure that is zero may be found out, and one of the ``shown_units`` units is: withholding these helps nobody.
    ``true_counts`` is what each cell holds; ``closed_units`` adds to some units those never shown without them.
    """
    equations, totals = Equations(figures, identities, true_counts, REACH * width), _totals(figures)

    def cost(units: set[Unit]) -> tuple[bool, int]:
        """What is lost with some units; withholding what is zero protects least."""
        total = sum(totals[unit] for unit in closed_units(units))
        return total == 0, total

    free: set[Hashable] = set()
    while supports := [
        units - shown_units for units in _found_out(equations.groups(withheld - shown_units), width, free)
    ]:
        more: set[Unit] = set()
        for units in filter(None, supports):
            if not units & more:
                more.add(min(units, key=lambda unit: (cost({unit}), str(unit))))
        withheld = closed_units(withheld | more)
    return withheld


def _totals(figures: Sequence[Figure]) -> dict[Unit, int]:
    totals: dict[Unit, int] = {}
    for figure in figures:
        totals[figure.unit] = totals.get(figure.unit, 0) + figure.value
    return totals


def _found_out(groups: Iterable[Group], width: int, free: set[Hashable]) -> Iterator[set[Unit]]:
    """For each withheld figure that spans less than ``width``, the shown units that this rests on.

    ``free`` are the groups, by key, in which there is none; those that are seen now are added.
    """
    for group in groups:
        if group.key not in free:
            reader = _Reader(group, width)
            reader.sweep()
            exposures = [units for target in range(len(group.withheld_places)) if (units := reader.rests_on(target))]
            yield from exposures
            free |= set() if exposures else {group.key}


class _Reader:
    """Someone who solves a group of equations."""

    def __init__(self, group: Group, width: int):
        self._group, self._width = group, width
        least = np.where(group.is_lacking, 0, np.maximum(group.true_counts - REACH * width, 0))
        largest = np.where(group.is_lacking, np.inf, group.true_counts + REACH * width)
        self._bounds = np.column_stack([least, largest])
        self._right = group.equations @ group.true_counts
        self._least = self._largest = group.true_counts[group.withheld_places]

    def sweep(self) -> None:
        """Try directions in which many figures move."""
        draw = Random(len(self._least))
        for _ in range(SWEEPS):
            narrow = np.flatnonzero(self._largest - self._least < self._width - TOLERANCE)
            if not len(narrow):
                return
            signs = np.array([draw.choice((-1.0, 1.0)) for _ in narrow])
            for direction in (signs, -signs):
                self._solve(narrow, direction)

    def rests_on(self, target: int) -> set[Unit]:
        """The shown units by which a withheld figure is found out; none where it is free."""
        units: set[Unit] = set()
        for sign in (1.0, -1.0):
            if self._is_free(target):
                return set()
            duals = self._solve(np.array([target]), np.array([sign]))
            units.update(*(self._group.behind[row] for row in np.flatnonzero(np.abs(duals) > TOLERANCE)))
        return set() if self._is_free(target) else units

    def _is_free(self, target: int) -> bool:
        return bool(self._largest[target] - self._least[target] > self._width - TOLERANCE)

    def _solve(self, targets: np.ndarray, direction: np.ndarray) -> np.ndarray:
        """Move some figures: every solution widens what all can be. Gives how much each equation matters."""
        costs = np.zeros(len(self._group.true_counts))
        costs[self._group.withheld_places[targets]] = direction
        solution = linprog(costs, A_eq=self._group.equations, b_eq=self._right, bounds=self._bounds, method="highs")
        if not solution.success:
            raise ArithmeticError(f"the published counts do not fit together: {solution.message}")
        values = solution.x[self._group.withheld_places]
        self._least, self._largest = np.minimum(self._least, values), np.maximum(self._largest, values)
        return solution.eqlin.marginals
