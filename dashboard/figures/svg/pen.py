"""What all parts of a drawing write with: rounded numbers, texts of several lines, dashes, hatches and marks."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from html import unescape
from itertools import groupby, pairwise
from math import sqrt

import drawsvg

LINE_HEIGHT, LETTER = 1.2, 0.62
DASHES = {"dash": "6 4", "dot": "2 3", "dashdot": "6 3 2 3"}
ANCHORS = {"left": "start", "center": "middle", "right": "end"}
BREAK = re.compile(r"<br\s*/?>")
TAG = re.compile(r"</?[a-z][^>]*>")
# What tells where an element is, and not what it looks like.
GEOMETRY = frozenset({"x", "y", "width", "height", "cx", "cy", "r", "d", "x1", "y1", "x2", "y2"})
# Half the diagonal of a diamond and half the side of a triangle that cover as much as a circle of radius 1.
DIAMOND, TRIANGLE = 1.3, 1.15


def px(value: float) -> float:
    """A pixel to a tenth: more is not seen and only weighs."""
    tenths = round(value, 1)
    return int(tenths) if tenths == int(tenths) else tenths


def lines_of(text: str) -> list[str]:
    """The lines of a text that is written for plotly, as they are read."""
    return [unescape(TAG.sub("", line)) for line in BREAK.split(text)]


def text(words: str, x: float, y: float, size: float, colour: str, anchor: str = "left", place: str = "middle"):
    """A text at a point; ``place`` says whether the point is its ``top``, ``middle`` or ``bottom``."""
    lines = lines_of(words)
    height = size * LINE_HEIGHT * len(lines)
    top = {"top": y, "middle": y - height / 2, "bottom": y - height}[place]
    style = {"fill": colour, "text_anchor": ANCHORS[anchor]}
    bases = (top + size * (LINE_HEIGHT * number + 0.92) for number in range(len(lines)))
    line_texts = [
        drawsvg.Text(line, px(size), px(x), px(base), **style)
        for line, base in zip(lines, bases, strict=True)
        if line.strip()
    ]
    return line_texts[0] if len(line_texts) == 1 else drawsvg.Group(line_texts)


def vertical_text(words: str, x: float, top: float, size: float, colour: str):
    """A text that is read upwards and ends at ``top``, its middle at ``x``."""
    base = px(x + 0.35 * size)
    turn = f"rotate(-90 {base:g} {px(top):g})"
    return drawsvg.Text(lines_of(words)[0], px(size), base, px(top), fill=colour, text_anchor="end", transform=turn)


def width(text: str, size: float) -> float:
    """About how wide a line is, px, in the widest letters that a system may have."""
    return LETTER * size * len(text)


def merge_alike(elements: Iterable[drawsvg.DrawingElement]) -> Iterator[drawsvg.DrawingElement]:
    """The same drawing with neighbours of one look as one path, or texts in one group: it weighs a third."""
    for (kind, style), alike in groupby(elements, key=_look):
        group = list(alike)
        if kind in PATH_MAKERS and len(group) > 1:
            yield drawsvg.Path(PATH_MAKERS[kind]([element.args for element in group]), **_of_path(kind, dict(style)))
        elif kind is drawsvg.Text and len(group) > 1:
            for element in group:
                element.args = {name: value for name, value in element.args.items() if name in GEOMETRY}
            yield drawsvg.Group(group, **dict(style))
        else:
            yield from group


def _look(element: drawsvg.DrawingElement) -> tuple:
    """Kind and style of an element. Circles are alike where they are of one size and have no outline."""
    names = GEOMETRY - {"r"} if type(element) is drawsvg.Circle else GEOMETRY
    style = tuple(sorted((name, value) for name, value in element.args.items() if name not in names))
    is_outlined = type(element) is drawsvg.Circle and "stroke" in element.args
    return (id(element) if is_outlined else type(element)), style


def _of_path(kind: type, style: dict) -> dict:
    """The style of a path that stands for elements: circles are points drawn with a round pen."""
    if kind is not drawsvg.Circle:
        return style
    round_pen = {"stroke": style.pop("fill"), "stroke_width": px(2 * style.pop("r")), "stroke_linecap": "round"}
    return style | round_pen


def _rectangles(places: Sequence[Mapping]) -> str:
    return "".join(f"M{_pair(at['x'], at['y'])}h{at['width']:g}v{at['height']:g}h{-at['width']:g}z" for at in places)


def _points(places: Sequence[Mapping]) -> str:
    """Points as steps from one to the next."""
    spots = [(0, 0), *((at["cx"], at["cy"]) for at in places)]
    return "".join(f"m{_pair(px(x - a), px(y - b))}h0" for (a, b), (x, y) in pairwise(spots))


PATH_MAKERS = {
    drawsvg.Circle: _points,
    drawsvg.Rectangle: _rectangles,
    drawsvg.Line: lambda places: "".join(at["d"] for at in places),
}


def path(points: Iterable[tuple[float, float]], is_closed: bool = False) -> str:
    """The data of a path through points: the first as it is, the others as steps, which are shorter to write."""
    places = [(px(x), px(y)) for x, y in points]
    steps = [(px(x - a), px(y - b)) for (a, b), (x, y) in zip(places, places[1:], strict=False)]
    if not places:
        return ""
    data = f"M{_pair(*places[0])}" + ("l" + " ".join(_pair(*step) for step in steps) if steps else "")
    return data + ("Z" if is_closed else "")


def _pair(x: float, y: float) -> str:
    """Two numbers; a minus parts them as well as a space."""
    return f"{x:g}{'' if y < 0 else ' '}{y:g}"


def dash(name: str | None) -> dict[str, str]:
    """The attribute of a dash; none of a solid line."""
    return {"stroke_dasharray": DASHES[name]} if name in DASHES else {}


def mark(symbol: str, x: float, y: float, size: float, **style):
    """A mark of a diameter around a point."""
    r, shape = size / 2, symbol.removesuffix("-open")
    if shape == "circle":
        return drawsvg.Circle(px(x), px(y), px(r), **style)
    if shape == "square":
        return drawsvg.Rectangle(px(x - r), px(y - r), px(size), px(size), **style)
    if shape == "line-ew":
        return drawsvg.Line(px(x - r), px(y), px(x + r), px(y), **style)
    return drawsvg.Path(path(_corners(shape, x, y, r), is_closed=True), **style)


def _corners(shape: str, x: float, y: float, r: float) -> list[tuple[float, float]]:
    if shape == "diamond":
        return [(x, y - DIAMOND * r), (x + DIAMOND * r, y), (x, y + DIAMOND * r), (x - DIAMOND * r, y)]
    if shape == "triangle-up":
        half = TRIANGLE * r
        return [(x, y - half), (x + half, y + half / sqrt(3) * 1.3), (x - half, y + half / sqrt(3) * 1.3)]
    third = r / 2.5
    outline = [(-third, -r), (third, -r), (third, -third), (r, -third), (r, third), (third, third)]
    return [(x + dx, y + dy) for dx, dy in (*outline, *((-dx, -dy) for dx, dy in outline))]


STRIPES = {
    "/": ("M-1 1L1 -1M0 6L6 0M5 7L7 5", 1),
    "\\": ("M-1 5L1 7M0 0L6 6M5 -1L7 1", 1),
    "|": ("M3 0V6", 2.4),
}


@cache
def hatch(shape: str, colour: str, ground: str):
    """A pattern fill: stripes one way or the other, or dots."""
    pattern = drawsvg.Pattern(6, 6, patternUnits="userSpaceOnUse")
    pattern.append(drawsvg.Rectangle(0, 0, 6, 6, fill=ground))
    if shape == ".":
        pattern.append(drawsvg.Circle(3, 3, 1, fill=colour))
    else:
        ends, width = STRIPES[shape]
        pattern.append(drawsvg.Path(ends, stroke=colour, stroke_width=width))
    return pattern
