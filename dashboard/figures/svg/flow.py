"""A flow (Sankey) whose nodes stand where the figure puts them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import drawsvg

from dashboard.figures.svg import pen
from dashboard.figures.svg.axes import Box
from dashboard.figures.svg.marks import Trace


def draw(trace: Trace, box: Box) -> Iterator[drawsvg.DrawingElement]:
    """Bands from node to node, as thick as their value, then nodes with their names."""
    node, link = trace["node"], trace["link"]
    values = list(zip(link["source"], link["target"], link["value"], strict=True))
    count = len(node["label"])
    sizes = [max(_sum(values, 0, n), _sum(values, 1, n)) for n in range(count)]
    scale = _scale(node, sizes, box.height)
    tops = [box.y + y * box.height - size * scale / 2 for y, size in zip(node["y"], sizes, strict=True)]
    lefts = [box.x + x * (box.width - node["thickness"]) for x in node["x"]]
    yield from _bands(values, lefts, tops, scale, node["thickness"], link["color"])
    for n in range(count):
        if sizes[n]:
            box_of = (lefts[n], tops[n], node["thickness"], max(1, sizes[n] * scale))
            yield drawsvg.Rectangle(*map(pen.px, box_of), fill=node["color"][n])
            yield _name(trace, n, lefts[n], tops[n] + sizes[n] * scale / 2, box)


def _bands(values, lefts, tops, scale: float, thick: float, colour) -> Iterator[drawsvg.DrawingElement]:
    left_at, right_at = defaultdict(float), defaultdict(float)
    for number, (source, target, value) in enumerate(values):
        height = value * scale
        x0, x1 = lefts[source] + thick, lefts[target]
        y0, y1 = tops[source] + left_at[source], tops[target] + right_at[target]
        left_at[source] += height
        right_at[target] += height
        middle = (x0 + x1) / 2
        numbers = (x0, y0, middle, y0, middle, y1, x1, y1, x1, y1 + height, middle, y1 + height, middle, y0 + height)
        data = "M{} {}C{} {} {} {} {} {}L{} {}C{} {} {} {} {} {}Z".format(*map(pen.px, (*numbers, x0, y0 + height)))
        yield drawsvg.Path(data, fill=colour[number] if isinstance(colour, list) else colour)


def _name(trace: Trace, n: int, left: float, middle: float, box: Box) -> drawsvg.DrawingElement:
    node, font = trace["node"], trace["textfont"]
    is_last = left > box.x + 0.75 * box.width
    x = left - 6 if is_last else left + node["thickness"] + 6
    return pen.text(node["label"][n], x, middle, font["size"], font["color"], "right" if is_last else "left")


def _sum(values, side: int, n: int) -> float:
    return sum(value[2] for value in values if value[side] == n)


def _scale(node: Mapping[str, Any], sizes: Sequence[float], height: float) -> float:
    """Pixels of a unit, so that the fullest column has its room between its nodes."""
    columns: dict[float, list[float]] = defaultdict(list)
    for x, size in zip(node["x"], sizes, strict=True):
        columns[round(x, 2)].append(size)
    heights = {x: height - node["pad"] * (len(column_sizes) - 1) for x, column_sizes in columns.items()}
    return min(
        (heights[x] / sum(column_sizes) for x, column_sizes in columns.items() if sum(column_sizes)), default=1.0
    )
