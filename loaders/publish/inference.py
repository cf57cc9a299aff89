"""What published counts give away together, and what to withhold for it. Pure functions.

A reader knows the shown figures, and how figures hang together. Linear programs tell the least and the most that a
withheld figure can be under all of that. Where these are too close, the solver also names the shown figures that its
answer rests on; the smallest of them is withheld too, until nothing can be calculated any more.
"""

from collections.abc import Callable, Iterable, Sequence
from random import Random

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import csr_array, vstack

from loaders.publish.counts import Figure, Identity, Unit

TOLERANCE = 1e-6
# Random directions, in which most withheld figures turn out to be free at once.
SWEEPS = 8


def protected(
    figures: Sequence[Figure],
    identities: Sequence[Identity],
    withheld: set[Unit],
    known: set[Unit],
    width: int,
    closed: Callable[[set[Unit]], set[Unit]],
) -> set[Unit]:
    """``withheld`` and as much more as it takes for every withheld figure to span ``width`` or more.

    A figure that is zero may be found out, and one of the ``known`` units is: withholding these helps nobody.
    ``closed`` adds to some units those that are never shown without them.
    """
    reader = _Reader(figures, identities, known)
    while resting := reader.found_out(withheld, width):
        more: set[Unit] = set()
        for units in resting:
            if not units & more:
                more.add(min(units, key=reader.order))
        withheld = closed(withheld | more)
    return withheld


class _Reader:
    """Someone who solves for what is withheld."""

    def __init__(self, figures: Sequence[Figure], identities: Sequence[Identity], known: set[Unit]):
        cells = {cell for figure in figures for cell in figure.cells}
        cells |= {cell for identity in identities for cell in (*identity.left, *identity.right)}
        self._place = {cell: place for place, cell in enumerate(sorted(cells, key=str))}
        self._figures, self._told = list(figures), known
        self._sums = self._matrix([(figure.cells, ()) for figure in figures])
        self._values = np.array([figure.value for figure in figures], dtype=float)
        self._same = self._matrix([(identity.left, identity.right) for identity in identities])
        self._more = np.array([identity.more for identity in identities], dtype=float)
        self._most = 2 * self._values.max() + 100

    def _matrix(self, rows: list[tuple[Iterable, Iterable]]) -> csr_array:
        entries = [
            (row, self._place[cell], sign)
            for row, (left, right) in enumerate(rows)
            for sign, cells in ((1.0, left), (-1.0, right))
            for cell in cells
        ]
        row, column, sign = zip(*entries, strict=True)
        return csr_array((sign, (row, column)), shape=(len(rows), len(self._place)))

    def order(self, unit: Unit) -> tuple[bool, float, str]:
        """Which unit to withhold first: the smallest that has any cases."""
        total = sum(figure.value for figure in self._figures if figure.unit == unit)
        return (total == 0, total, str(unit))

    def found_out(self, withheld: set[Unit], width: int) -> list[set[Unit]]:
        """For each withheld figure that spans less than ``width``, the shown units that this rests on."""
        hidden = withheld - self._told
        is_shown = np.array([figure.unit not in hidden for figure in self._figures])
        targets = np.flatnonzero(~is_shown & (self._values > 0))
        if not len(targets):
            return []
        self._known = vstack([self._same, self._sums[np.flatnonzero(is_shown)]], format="csr")
        self._right = np.concatenate([self._more, self._values[is_shown]])
        self._behind = [None] * len(self._more) + [
            f.unit for f, shown in zip(self._figures, is_shown, strict=True) if shown
        ]
        self._least, self._largest = self._values.copy(), self._values.copy()
        self._sweep(targets, width)
        return [units for target in targets if (units := self._rests_on(target, width))]

    def _sweep(self, targets: np.ndarray, width: int) -> None:
        draw = Random(len(targets))
        for _ in range(SWEEPS):
            narrow = [target for target in targets if self._is_narrow(target, width)]
            if not narrow:
                return
            signs = np.array([draw.choice((-1.0, 1.0)) for _ in narrow])
            direction = signs @ self._sums[narrow]
            self._solve(direction)
            self._solve(-direction)

    def _rests_on(self, target: int, width: int) -> set[Unit]:
        units: set[Unit] = set()
        for sign in (1.0, -1.0):
            if not self._is_narrow(target, width):
                return set()
            units |= self._solve(sign * self._sums[[target]].toarray()[0])
        return units if self._is_narrow(target, width) else set()

    def _is_narrow(self, figure: int, width: int) -> bool:
        return self._largest[figure] - self._least[figure] < width - TOLERANCE

    def _solve(self, costs: np.ndarray) -> set[Unit]:
        """Least of the costs; every solution widens what all figures can be. Returns the shown units it rests on."""
        found = linprog(costs, A_eq=self._known, b_eq=self._right, bounds=(0, self._most), method="highs")
        if not found.success:
            raise ArithmeticError(f"the published counts do not fit together: {found.message}")
        values = self._sums @ found.x
        self._least, self._largest = np.minimum(self._least, values), np.maximum(self._largest, values)
        duals = np.abs(found.eqlin.marginals) > TOLERANCE
        return {unit for unit, matters in zip(self._behind, duals, strict=True) if matters and unit} - self._told
