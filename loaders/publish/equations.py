"""What a reader of published counts can write down, in groups of equations that have no unknown in common.

Only registers near the true one are looked for, in which no cell differs from it by more than a reach: where there are
enough of these, nothing is found out. What all of them hold to (far more have been resolved than were reopened) need
not be written down, so that most groups are small.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components

from loaders.publish.cells import Cell
from loaders.publish.counts import Figure, Unit
from loaders.publish.identities import Identity, is_lacking


class Group(NamedTuple):
    """Equations over some cells: ``equations`` @ cells are what they are for ``true_counts``, what these really hold.

    ``withheld_places`` are those of the withheld figures that are not zero, ``behind`` the shown units in each
    equation. ``key`` is the same for the same group.
    """

    key: tuple[bytes, bytes]
    equations: csr_array
    true_counts: np.ndarray
    is_lacking: np.ndarray
    withheld_places: np.ndarray
    behind: list[set[Unit]]


class Equations:
    """All identities over cells, of which ``held`` gives what each holds, and figures the unit that shows it."""

    def __init__(
        self, figures: Sequence[Figure], identities: Sequence[Identity], counts_by_cell: Mapping[Cell, int], reach: int
    ):
        of_cell = {figure.cell: figure.unit for figure in figures}
        cells = of_cell.keys() | {cell for identity in identities for cell in (*identity.left, *identity.right)}
        place = {cell: number for number, cell in enumerate(sorted(cells, key=str))}
        self._units = [of_cell.get(cell) for cell in place]
        self._same, more = _matrix(identities, place), np.array([identity.more for identity in identities])
        self._is_lacking = np.array([is_lacking(cell) for cell in place])
        self._cell_counts = np.array([counts_by_cell.get(cell, 0) for cell in place], dtype=float)
        of_lacking = self._same[:, self._is_lacking].tocsc()
        self._cell_counts[self._is_lacking] = (more - self._same @ self._cell_counts)[of_lacking.indices]
        self._reach = reach

    def groups(self, withheld: set[Unit]) -> Iterator[Group]:
        """Those with a figure of a hidden unit that is not zero."""
        is_open = np.array([unit in withheld for unit in self._units]) | self._is_lacking
        places = np.flatnonzero(~self._is_far(is_open))
        near = self._same[places]
        labels = connected_components(_ties(near[:, is_open]), directed=False)[1]
        cells, of_rows, of_cells = np.flatnonzero(is_open), labels[: len(places)], labels[len(places) :]
        is_asked = (self._cell_counts > 0) & np.array([unit in withheld for unit in self._units])
        for label in np.unique(of_cells[is_asked[cells]]):
            inside, rows = cells[of_cells == label], near[of_rows == label]
            yield Group(
                (inside.tobytes(), places[of_rows == label].tobytes()),
                rows[:, inside],
                self._cell_counts[inside],
                self._is_lacking[inside],
                np.flatnonzero(is_asked[inside]),
                [self._shown_units_of(rows, row, is_open) for row in range(rows.shape[0])],
            )

    def _is_far(self, is_open: np.ndarray) -> np.ndarray:
        """Equations with a lacking cell that holds more than the others can differ by; no other hangs on these.

        Nor on those that corrections have made untrue: where deadlines change, a case may count as in time and missed.
        """
        gaps = abs(self._same) @ (self._cell_counts * self._is_lacking)
        others = abs(self._same) @ (is_open & ~self._is_lacking).astype(float)
        has_lacking = abs(self._same) @ self._is_lacking.astype(float) > 0
        return np.asarray(has_lacking & ((gaps < 0) | (others * self._reach <= gaps)))

    def _shown_units_of(self, rows: csr_array, row: int, is_open: np.ndarray) -> set[Unit]:
        cells = rows.indices[rows.indptr[row] : rows.indptr[row + 1]]
        return {unit for cell in cells[~is_open[cells]] if (unit := self._units[cell])}


def _matrix(identities: Sequence[Identity], place: Mapping[Cell, int]) -> csr_array:
    entries = [
        (row, place[cell], sign)
        for row, identity in enumerate(identities)
        for sign, cells in ((1.0, identity.left), (-1.0, identity.right))
        for cell in cells
    ]
    row, column, sign = zip(*entries, strict=True)
    return csr_array((sign, (row, column)), shape=(len(identities), len(place)))


def _ties(equations: csr_array) -> csr_array:
    """Which equations, and then which cells, hang together."""
    row, column = equations.nonzero()
    size = sum(equations.shape)
    return csr_array((np.ones(len(row)), (row, column + equations.shape[0])), shape=(size, size))
