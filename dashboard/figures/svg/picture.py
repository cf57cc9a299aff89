"""A whole figure as one SVG document."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Any

import drawsvg

from dashboard.figures import theme
from dashboard.figures.svg import axes, flow, maps, marks, pen
from dashboard.figures.svg.axes import Axis, Box

Figure = Mapping[str, Any]


def svg(figure: Figure, width: int, height: int, shapes: maps.Shapes, name: str) -> str:
    """A figure as SVG of this size, px. ``shapes`` gives layers of maps; ``name`` keeps ids of a document apart."""
    drawing = drawsvg.Drawing(width, height, id_prefix=f"{name}-", font_family=theme.FONT)
    for element in pen.merge_alike(_elements(figure, Box(0, 0, width, height), shapes)):
        drawing.append(element)
    return drawing.as_svg(header="")


def _elements(figure: Figure, paper: Box, shapes: maps.Shapes) -> Iterator[drawsvg.DrawingElement]:
    layout = figure["layout"]
    inside = _inside(layout, paper)
    if "geo" in layout:
        yield from _map(figure, inside, shapes)
        return
    inside = _above_names(figure, inside)
    figure_axes = _Axes(figure, inside)
    yield from _shapes(layout, figure_axes, inside, "below")
    yield from _grid(figure_axes, inside)
    yield from _traces(figure, figure_axes, inside)
    yield from _shapes(layout, figure_axes, inside, "above")
    yield from _tick_texts(figure_axes, inside)
    yield from _annotations(layout, figure_axes, inside)


def _inside(layout: Mapping, paper: Box) -> Box:
    margin = layout["margin"]
    across, down = paper.width - margin["l"] - margin["r"], paper.height - margin["t"] - margin["b"]
    return Box(margin["l"], margin["t"], across, down)


def _above_names(figure: Figure, inside: Box) -> Box:
    """The room that names leave which stand below their columns, where those are too narrow for them."""
    axis = _Axes(figure, inside).by_name("x")
    if not _is_upright(axis):
        return inside
    reach = pen.width(max((text for _, text in axis.ticks()), key=len), axis.layout["tickfont"]["size"])
    return replace(inside, height=inside.height - reach)


def _is_upright(axis: Axis) -> bool:
    """Whether the names of an axis that may turn them are wider than their columns."""
    if "autotickangles" not in axis.layout:
        return False
    places, texts = zip(*axis.ticks(), strict=True)
    room = min((b - a for a, b in pairwise(places)), default=abs(axis.last - axis.first))
    return any(pen.width(text, axis.layout["tickfont"]["size"]) > room for text in texts)


def _map(figure: Figure, inside: Box, shapes: maps.Shapes) -> Iterator[drawsvg.DrawingElement]:
    place = maps.Projection(figure["layout"]["geo"], inside)
    for trace in figure["data"]:
        if trace["type"] == "choropleth":
            yield from maps.areas(trace, place, shapes)
        else:
            yield from maps.points(trace, place)


class _Axes:
    """The axes of a figure by the names that traces and notes use for them (``x``, ``y2``)."""

    def __init__(self, figure: Figure, inside: Box) -> None:
        self._figure, self._inside, self._axes = figure, inside, {}
        for key in figure["layout"]:
            if key[:5] in ("xaxis", "yaxis"):
                self.by_name(key[0] + key[5:])

    def by_name(self, name: str) -> Axis:
        """The axis of a name."""
        if name not in self._axes:
            self._axes[name] = self._new_axis(name)
        return self._axes[name]

    def of_direction(self, letter: str) -> list[Axis]:
        """All axes of a direction."""
        return [axis for name, axis in self._axes.items() if name[0] == letter]

    def _new_axis(self, name: str) -> Axis:
        letter, layout = name[0], self._figure["layout"].get(f"{name[0]}axis{name[1:]}", {})
        values = [
            value for trace in self._figure["data"] if trace.get(f"{letter}axis", letter) == name
            for value in trace.get(letter, ())
        ]  # fmt: skip
        low, high = layout.get("domain", (0, 1))
        box = self._inside
        if letter == "x":
            return axes.of(layout, values, box.x + low * box.width, box.x + high * box.width)
        return axes.of(layout, values, box.y + (1 - low) * box.height, box.y + (1 - high) * box.height)


def _grid(plot_axes: _Axes, inside: Box) -> Iterator[drawsvg.DrawingElement]:
    for axis in plot_axes.of_direction("y"):
        if axis.is_visible and axis.layout.get("showgrid", True):
            for at, _ in axis.ticks():
                yield _line(inside.x, at, inside.x + inside.width, at)
    for axis in plot_axes.of_direction("x"):
        if axis.is_visible and axis.layout.get("showgrid", True):
            for at, _ in axis.ticks():
                yield _line(at, inside.y, at, inside.y + inside.height)


def _line(*ends: float) -> drawsvg.DrawingElement:
    return drawsvg.Line(*map(pen.px, ends), stroke=theme.FRAME, stroke_width=1)


def _traces(figure: Figure, plot_axes: _Axes, inside: Box) -> Iterator[drawsvg.DrawingElement]:
    bars = marks.Bars(figure["layout"].get("barmode") in ("stack", "relative"))
    for trace in figure["data"]:
        if trace["type"] == "sankey":
            yield from flow.draw(trace, inside)
            continue
        x, y = plot_axes.by_name(trace.get("xaxis", "x")), plot_axes.by_name(trace.get("yaxis", "y"))
        if trace["type"] == "bar":
            yield from bars.draw(trace, x, y)
        elif trace["type"] == "heatmap":
            yield from marks.heat(trace, x, y)
        else:
            for part, draw in (("lines", marks.lines), ("markers", marks.marks), ("text", marks.texts)):
                if part in trace["mode"]:
                    yield from draw(trace, x, y)


def _tick_texts(plot_axes: _Axes, inside: Box) -> Iterator[drawsvg.DrawingElement]:
    for axis in (*plot_axes.of_direction("x"), *plot_axes.of_direction("y")):
        if axis.is_visible:
            yield from _texts_of(axis, inside, axis in plot_axes.of_direction("x"))


def _texts_of(axis: Axis, inside: Box, is_flat: bool) -> Iterator[drawsvg.DrawingElement]:
    font, away = axis.layout["tickfont"], 4 + axis.layout.get("ticklabelstandoff", 0)
    is_standing = is_flat and _is_upright(axis)
    for at, words in axis.ticks():
        if not min(axis.first, axis.last) - 1 <= at <= max(axis.first, axis.last) + 1:
            continue
        if is_standing:
            yield pen.vertical_text(words, at, inside.y + inside.height + away, font["size"], font["color"])
        elif is_flat:
            yield pen.text(words, at, inside.y + inside.height + away, font["size"], font["color"], "center", "top")
        else:
            yield pen.text(words, inside.x - away - 2, at, font["size"], font["color"], "right")
    title = axis.layout.get("title")
    if title and is_flat:
        low = inside.y + inside.height + away + 18
        yield pen.text(title["text"], inside.x + inside.width / 2, low, 12, theme.MUTED, "center", "top")


def _shapes(layout: Mapping, plot_axes: _Axes, inside: Box, layer: str) -> Iterator[drawsvg.DrawingElement]:
    for shape in layout.get("shapes", ()):
        if shape.get("layer", "above") == layer:
            yield _shape(shape, plot_axes, inside)


def _shape(shape: Mapping, plot_axes: _Axes, inside: Box) -> drawsvg.DrawingElement:
    ends = [_spot(shape, plot_axes, inside, n) for n in "01"]
    (x0, y0), (x1, y1) = [(min(max(x, inside.x), inside.x + inside.width), y) for x, y in ends]
    line = shape.get("line", {})
    stroke = {"stroke": line["color"], "stroke_width": line.get("width", 2)} if line.get("color") else {}
    edge = stroke | pen.dash(line.get("dash"))
    if shape["type"] == "line":
        return drawsvg.Line(*map(pen.px, (x0, y0, x1, y1)), **edge)
    box = (min(x0, x1), min(y0, y1), abs(x1 - x0), abs(y1 - y0))
    return drawsvg.Rectangle(*map(pen.px, box), fill=shape.get("fillcolor", "none"), **edge)


def _annotations(layout: Mapping, plot_axes: _Axes, inside: Box) -> Iterator[drawsvg.DrawingElement]:
    for note in layout.get("annotations", ()):
        (x, y), (right, down) = _spot(note, plot_axes, inside, ""), (note.get("ax", 0), note.get("ay", 0))
        font = {"size": layout["font"]["size"], "color": layout["font"]["color"], **note.get("font", {})}
        if note.get("showarrow"):
            yield drawsvg.Line(*map(pen.px, (x, y, x + right, y + down)), stroke=note["arrowcolor"])
        spot = (x + right + note.get("xshift", 0), y + down - note.get("yshift", 0))
        sides = (note.get("xanchor", "center"), note.get("yanchor", "middle"))
        yield pen.text(note["text"], *spot, font["size"], font["color"], *sides)


def _spot(place: Mapping, plot_axes: _Axes, inside: Box, end: str) -> tuple[float, float]:
    """Pixel of a shape's end or of a note, each part on an axis or on the paper inside the margins."""
    x, y = place[f"x{end}"], place[f"y{end}"]
    across = (
        inside.x + x * inside.width if place.get("xref") == "paper" else plot_axes.by_name(place.get("xref", "x")).at(x)
    )
    if place.get("yref") == "paper":
        return across, inside.y + (1 - y) * inside.height
    return across, plot_axes.by_name(place.get("yref", "y")).at(y)
