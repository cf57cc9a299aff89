"""Traces on two axes: bars, lines, marks, texts and heat maps."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import drawsvg

from dashboard.figures import theme
from dashboard.figures.svg import pen
from dashboard.figures.svg.axes import Axis

Trace = Mapping[str, Any]


class Bars:
    """Bars of all traces on the same axes; those at one place stand upon each other where the figure stacks."""

    def __init__(self, is_stacked: bool) -> None:
        self._is_stacked = is_stacked
        self._tops: dict[tuple, float] = defaultdict(float)

    def draw(self, trace: Trace, x: Axis, y: Axis) -> Iterator[drawsvg.DrawingElement]:
        """The bars of one trace."""
        is_flat = trace.get("orientation") == "h"
        along, across = (x, y) if is_flat else (y, x)
        places, sizes = (trace["y"], trace["x"]) if is_flat else (trace["x"], trace["y"])
        bases = trace.get("base") or [None] * len(places)
        for number, (place, size, base) in enumerate(zip(places, sizes, bases, strict=True)):
            if size is None:
                continue
            begin, end = self._ends(along, across, place, size, base)
            low, high = sorted((along.at(begin), along.at(end)))
            start, thick = _slot(trace, across, place, number)
            box = (low, start, high - low, thick) if is_flat else (start, low, thick, high - low)
            yield drawsvg.Rectangle(*map(pen.px, box), **_fill(trace, number))

    def _ends(self, along: Axis, across: Axis, place: Any, size: Any, base: Any) -> tuple[float, float]:
        if base is not None:
            begin = along.number(base)
            return begin, begin + float(size)
        if not self._is_stacked:
            return 0.0, float(size)
        key = (id(along.layout), id(across.layout), place, float(size) >= 0)
        begin = self._tops[key]
        self._tops[key] += float(size)
        return begin, begin + float(size)


def _slot(trace: Trace, across: Axis, place: Any, number: int) -> tuple[float, float]:
    """First pixel and thickness of a bar across its direction."""
    width = _nth(trace.get("width", 0.8), number)
    thick, centre = across.length(width), across.at(place)
    if "offset" in trace:
        begin = across.at(across.number(place) + trace["offset"])
        return min(begin, begin + thick * (1 if across.last > across.first else -1)), thick
    return centre - thick / 2, thick


def lines(trace: Trace, x: Axis, y: Axis) -> Iterator[drawsvg.DrawingElement]:
    """The line of a trace with gaps where it has no value, and the area beneath."""
    style, is_joined = trace.get("line", {}), trace.get("connectgaps", False)
    for run in _runs(trace["x"], trace["y"], is_joined):
        points = [(x.at(a), y.at(b)) for a, b in run]
        if trace.get("fill") == "tozeroy":
            ground = [(points[-1][0], y.at(0)), (points[0][0], y.at(0))]
            yield drawsvg.Path(pen.path([*points, *ground], is_closed=True), fill=trace["fillcolor"])
        yield drawsvg.Path(
            pen.path(points), fill="none", stroke=style.get("color", theme.INK),
            stroke_width=style.get("width", 2), stroke_linejoin="round", **pen.dash(style.get("dash")),
        )  # fmt: skip


def marks(trace: Trace, x: Axis, y: Axis) -> Iterator[drawsvg.DrawingElement]:
    """The marks of a trace."""
    for number, (a, b) in enumerate(zip(trace["x"], trace["y"], strict=True)):
        if a is not None and b is not None:
            yield mark(trace["marker"], x.at(a), y.at(b), number)


def mark(style: Mapping[str, Any], x: float, y: float, number: int) -> drawsvg.DrawingElement:
    """The mark of the nth point, in the style of its trace."""
    colour, outline = _nth(style.get("color", theme.INK), number), style.get("line", {})
    symbol = _nth(style.get("symbol", "circle"), number)
    is_open = symbol.endswith("-open") or symbol == "line-ew"
    edge = _nth(outline.get("color", colour), number) if not is_open else _nth(outline.get("color") or colour, number)
    opacity = _nth(style.get("opacity", 1), number)
    width = _nth(outline.get("width", 0), number) or (1.5 if is_open else 0)
    look = {"fill": "none" if is_open else colour} | ({"stroke": edge, "stroke_width": width} if width else {})
    if opacity != 1:
        look["opacity"] = opacity
    return pen.mark(symbol, x, y, _nth(style.get("size", 6), number), **look)


def texts(trace: Trace, x: Axis, y: Axis) -> Iterator[drawsvg.DrawingElement]:
    """The texts of a trace beside its points."""
    for number, (a, b, words) in enumerate(zip(trace["x"], trace["y"], trace.get("text", ()), strict=False)):
        if a is not None and b is not None and words:
            yield label(trace, x.at(a), y.at(b), words, number)


def label(trace: Trace, x: float, y: float, words: str, number: int) -> drawsvg.DrawingElement:
    """A text at a point, on the side that its trace names."""
    up, side = (_nth(trace.get("textposition") or "middle center", number)).split()
    font = trace.get("textfont", {})
    size, colour = _nth(font.get("size", 12), number), _nth(font.get("color", theme.INK), number)
    place = {"top": "bottom", "middle": "middle", "bottom": "top"}[up]
    away = {"left": -6, "center": 0, "right": 6}[side]
    anchor = {"left": "right", "center": "center", "right": "left"}[side]
    return pen.text(words, x + away, y + {"top": -4, "middle": 0, "bottom": 4}[up], size, colour, anchor, place)


def heat(trace: Trace, x: Axis, y: Axis) -> Iterator[drawsvg.DrawingElement]:
    """The cells of a heat map; one without a value is left out."""
    across, down = _step(trace["x"], x), _step(trace["y"], y)
    low, high, gap = trace["zmin"], trace["zmax"], trace.get("xgap", 0)
    for row, name in zip(trace["z"], trace["y"], strict=True):
        for value, column in zip(row, trace["x"], strict=True):
            if value is not None:
                left, top = x.at(column) - across / 2, y.at(name) - down / 2
                box = (left + gap / 2, top + gap / 2, across - gap, down - gap)
                colour = shade(trace["colorscale"], (value - low) / (high - low))
                yield drawsvg.Rectangle(*map(pen.px, box), fill=colour)


def shade(scale: Sequence[Sequence], share: float) -> str:
    """The colour of a scale of steps at a share from 0 to 1."""
    return next((colour for place, colour in reversed(scale) if share >= place - 1e-9), scale[0][1])


def _step(values: Sequence, axis: Axis) -> float:
    places = sorted({axis.at(value) for value in values})
    return min((b - a for a, b in zip(places, places[1:], strict=False)), default=abs(axis.last - axis.first))


def _runs(xs: Sequence, ys: Sequence, is_joined: bool) -> Iterator[list[tuple]]:
    run: list[tuple] = []
    for pair in zip(xs, ys, strict=True):
        if None not in pair:
            run.append(pair)
        elif run and not is_joined:
            yield run
            run = []
    if run:
        yield run


def _fill(trace: Trace, number: int) -> dict[str, Any]:
    style = trace["marker"]
    colour, opacity = _nth(style["color"], number), _nth(style.get("opacity", 1), number)
    outline, pattern = style.get("line", {}), style.get("pattern")
    look: dict[str, Any] = {"fill": colour}
    if pattern and _nth(pattern["shape"], number):
        look["fill"] = pen.hatch(_nth(pattern["shape"], number), pattern.get("fgcolor", theme.PATTERN), colour)
    if _nth(outline.get("width", 0), number):
        look |= {"stroke": _nth(outline["color"], number), "stroke_width": _nth(outline["width"], number)}
    return look | ({"opacity": opacity} if opacity != 1 else {})


def _nth(value: Any, number: int) -> Any:
    """The nth of a list, or what holds for all."""
    return value[number % len(value)] if isinstance(value, list) and value else value
