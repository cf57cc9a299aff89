"""Money on its way: columns of names, joined by bands as wide as the amounts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Any

from dashboard.figures import theme
from dashboard.figures.base import Canvas, Picture, layout, safe

BAND = "rgba(37, 117, 134, 0.28)"
HEADING, NAME_LETTERS, NAME_LINES = 24, 12, 3
# Room between the stops of a column, px, and as a part of its height: two lines of text beside the thinnest ones.
BETWEEN, GAP = 30, 0.065
INNER = 0.9
# A smaller share of its column has room for two lines only.
LEAST_OF_SEVERAL_LINES = 0.1


@dataclass(frozen=True)
class Stop:
    """A name in a column, what a click on it chooses (None: nothing), and its column."""

    name: str
    choice: str | None
    column: int


def of_stops(
    stops: Sequence[Stop],
    bands: Sequence[tuple[int, int, float]],
    headings: Sequence[str],
    canvas: Canvas,
    written: Callable[[float], str],
) -> Picture:
    """Bands between stops, by their numbers, with the amount of each; headings stand above the columns."""
    sums = _sums(stops, bands)
    last = len(headings) - 1
    trace = {
        "type": "sankey",
        "arrangement": "fixed",
        "domain": {"x": [0, 1], "y": [0, 1]},
        "textfont": {"size": theme.SMALLEST_TYPE, "color": theme.INK},
        "node": {
            "label": _names(stops, sums, canvas),
            "color": [theme.RAMPS["revenue"][4 - stop.column] for stop in stops],
            "customdata": [stop.choice or "" for stop in stops],
            "hovertemplate": [_hover(f"{stop.name}: {written(sums[number])}") for number, stop in enumerate(stops)],
            "pad": BETWEEN,
            "thickness": 14,
            "line": {"width": 0},
            **_places(stops, sums, last),
        },
        "link": {
            "source": [source for source, _, _ in bands],
            "target": [target for _, target, _ in bands],
            "value": [value for _, _, value in bands],
            "customdata": [safe(f"{stops[one].name} → {stops[other].name}: {written(v)}") for one, other, v in bands],
            "hovertemplate": "%{customdata}<extra></extra>",
            "color": BAND,
        },
    }
    notes = [_heading(text, _across(number, last), number, last) for number, text in enumerate(headings)]
    style = layout(canvas.words, margin={"l": 4, "r": 4, "t": HEADING + 6, "b": 22}, annotations=notes)
    return Picture({"data": [trace], "layout": style})


def _names(stops: Sequence[Stop], sums: Sequence[float], canvas: Canvas) -> list[str]:
    """Names above their amounts, in lines so short that on a phone they end before the next column."""
    columns = {stop.column for stop in stops}
    wholes = {column: sum(sums[n] for n, stop in enumerate(stops) if stop.column == column) for column in columns}
    return [
        f"{_broken(stop.name, NAME_LINES if is_high else 1)}<br>{safe(canvas.words.short_number(amount))}"
        for stop, amount in zip(stops, sums, strict=True)
        for is_high in [amount >= LEAST_OF_SEVERAL_LINES * wholes[stop.column]]
    ]


def _broken(name: str, most_lines: int) -> str:
    lines = wrap(name, NAME_LETTERS, max_lines=most_lines, placeholder="…", break_long_words=False)
    return "<br>".join(safe(line) for line in lines)


def _hover(text: str) -> str:
    """A template that holds nothing but its text."""
    return f"{safe(text).replace('%{', '% {')}<extra></extra>"


def _sums(stops: Sequence[Stop], bands: Sequence[tuple[int, int, float]]) -> list[float]:
    """What passes each stop: what comes in, or at the first column what goes out."""
    sums = [0.0] * len(stops)
    for source, target, value in bands:
        sums[target] += value
        if stops[source].column == 0:
            sums[source] += value
    return sums


def _places(stops: Sequence[Stop], sums: Sequence[float], last: int) -> dict[str, Any]:
    """Each column from top to bottom as given: plotly's own order would change with every choice."""
    x, y = [], []
    heights = {column: _heights(stops, sums, column) for column in range(last + 1)}
    for number, stop in enumerate(stops):
        x.append(min(max(_across(stop.column, last), 0.001), 0.999))
        y.append(heights[stop.column][number])
    return {"x": x, "y": y}


def _across(column: int, last: int) -> float:
    """Where a column stands; inner ones a little to the left, since the names of the last one begin before it."""
    return column / last * (1 if column == last else INNER)


def _heights(stops: Sequence[Stop], sums: Sequence[float], column: int, gap: float = GAP) -> dict[int, float]:
    here = [number for number, stop in enumerate(stops) if stop.column == column]
    room = 1 - gap * (len(here) - 1)
    total = sum(sums[number] for number in here) or 1
    top, found = 0.0, {}
    for number in here:
        share = room * sums[number] / total
        found[number] = min(max(top + share / 2, 0.001), 0.999)
        top += share + gap
    return found


def _heading(text: str, x: float, number: int, last: int) -> dict[str, Any]:
    side = "left" if number == 0 else "right" if number == last else "center"
    font = {"size": theme.SMALLEST_TYPE, "color": theme.MUTED}
    place = {"xref": "paper", "yref": "paper", "x": x, "y": 1, "xanchor": side, "yanchor": "bottom", "yshift": 6}
    return {"text": safe(text), "font": font, "showarrow": False, **place}
