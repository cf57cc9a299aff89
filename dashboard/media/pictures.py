"""Pictures as SVG, drawn by the server: on light pages and paper, and on phones until scripts come."""

from collections.abc import Mapping
from typing import Any

from dashboard.figures import rows, svg
from dashboard.media.shapes import Shapes
from data_access.store import pause
from data_access.store.database import Snapshot
from data_access.store.memory import Memory
from data_access.vocabulary.shape import Shape

MOST_PICTURES = 1_000
# A picture is as wide as a phone or half a sheet of paper, px.
WIDTH = 380


class Pictures:
    """The drawn pictures of one application. It keeps them for as long as there is room."""

    def __init__(self) -> None:
        self._shapes = Shapes()
        self._svg_texts: Memory[str] = Memory(MOST_PICTURES)

    def svg(self, snapshot: Snapshot, address: str, key: str, figure: Mapping[str, Any], shape: Shape) -> str:
        """A figure as SVG; ``address`` is that of its data and holds all that they depend on."""
        return self._svg_texts.recall(address, lambda: self._draw(snapshot, key, figure, shape))

    def _draw(self, snapshot: Snapshot, key: str, figure: Mapping[str, Any], shape: Shape) -> str:
        pause.let_others()
        return svg.svg(figure, WIDTH, rows.height(figure, shape.paper_height), self._shapes.of(snapshot), key)
