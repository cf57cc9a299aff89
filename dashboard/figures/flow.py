"""Money on its way: columns of names, joined by bands as wide as the amounts."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from textwrap import wrap
from typing import Any

from dashboard.figures import theme
from dashboard.figures.base import Canvas, Picture, layout, safe

BAND = "rgba(37, 117, 134, 0.28)"
HEADING = 24
# Letters that a line has room for: to the next column, and of the last one to the names of the one before. On a phone,
# and in a picture that is WIDE in assets/0-plotly.js.
PHONE_LETTERS, WIDE_LETTERS = (19, 12, 14), (27, 20, 18)
# Lines of a name; of those of all names and amounts of a column, which leave room for bands.
MOST_LINES, ALL_LINES = 3, 14
# Least room between the stops of a column, and what a line of text takes on a wall, as parts of a picture's height;
# the height of the highest picture, px.
GAP, LINE, HIGHEST = 0.065, 0.058, 500
INNER = 0.86
# Wider gaps leave less room for bands, and these then more to the gaps: so often this is evened out.
ROUNDS = 4


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
    value_text: Callable[[float], str],
) -> Picture:
    """Bands between stops, by their numbers, with the amount of each; headings stand above the columns."""
    sums = _sums(stops, bands)
    last = len(headings) - 1
    names, wide_names = (_names(stops, sums, canvas, letters) for letters in (PHONE_LETTERS, WIDE_LETTERS))
    trace = {
        "type": "sankey",
        "arrangement": "fixed",
        "domain": {"x": [0, 1], "y": [0, 1]},
        "textfont": {"size": theme.SMALLEST_TYPE, "color": theme.INK},
        "meta": {"node": {"label": wide_names}},
        "node": {
            "label": names,
            "color": [theme.RAMPS["revenue"][4 - stop.column] for stop in stops],
            "customdata": [stop.choice or "" for stop in stops],
            "hovertemplate": [_hover(f"{stop.name}: {value_text(sums[number])}") for number, stop in enumerate(stops)],
            "thickness": 14,
            "line": {"width": 0},
            **_places(stops, _shares(stops, sums), names, last),
        },
        "link": {
            "source": [source for source, _, _ in bands],
            "target": [target for _, target, _ in bands],
            "value": [value for _, _, value in bands],
            "customdata": [
                safe(f"{stops[one].name} → {stops[other].name}: {value_text(v)}") for one, other, v in bands
            ],
            "hovertemplate": "%{customdata}<extra></extra>",
            "color": BAND,
        },
    }
    notes = [_heading(text, _across(number, last), number, last) for number, text in enumerate(headings)]
    style = layout(canvas.words, margin={"l": 4, "r": 4, "t": HEADING + 6, "b": 30}, annotations=notes)
    return Picture({"data": [trace], "layout": style})


def _names(stops: Sequence[Stop], sums: Sequence[float], canvas: Canvas, letters: tuple[int, int, int]) -> list[str]:
    """Names above their amounts, in lines so short that they end before the next column."""
    last = max(stop.column for stop in stops)
    names = [_lines(stop, last, letters) for stop in stops]
    room = [ALL_LINES - 2 * sum(stop.column == column for stop in stops) for column in range(last + 1)]
    labels = []
    for stop, name, amount in zip(stops, names, sums, strict=True):
        lines = _cut(name, 1 + min(room[stop.column], MOST_LINES - 1))
        room[stop.column] -= len(lines) - 1
        labels.append("<br>".join(safe(line) for line in (*lines, canvas.words.short_number(amount))))
    return labels


def _lines(stop: Stop, last: int, letters: tuple[int, int, int]) -> list[str]:
    first, inner, of_last = letters
    most = first if stop.column == 0 else of_last if stop.column == last else inner
    return wrap(stop.name, most, break_long_words=False)


def _cut(lines: list[str], most: int) -> list[str]:
    """The first lines, and the mark of what is left out."""
    return lines if len(lines) <= most else [*lines[: most - 1], f"{lines[most - 1]}…"]


def _shares(stops: Sequence[Stop], sums: Sequence[float]) -> list[float]:
    """What each stop is of its column."""
    wholes: dict[int, float] = defaultdict(float)
    for stop, amount in zip(stops, sums, strict=True):
        wholes[stop.column] += amount
    return [amount / (wholes[stop.column] or 1) for stop, amount in zip(stops, sums, strict=True)]


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


def _places(stops: Sequence[Stop], shares: Sequence[float], names: Sequence[str], last: int) -> dict[str, Any]:
    """Each column from top to bottom as given: plotly's own order would change with every choice.

    Between the stops plotly leaves ``pad``: so much that the bands of the fullest column end where their stops do.
    """
    y, widest, most = [0.0] * len(stops), 0.0, 0
    for column in range(last + 1):
        here = [number for number, stop in enumerate(stops) if stop.column == column]
        lines = [names[number].count("<br>") + 1 for number in here]
        gaps = _gaps([shares[number] for number in here], lines)
        for number, height in zip(here, _heights([shares[number] for number in here], gaps), strict=True):
            y[number] = height
        widest, most = max(widest, sum(gaps)), max(most, len(gaps))
    x = [min(max(_across(stop.column, last), 0.001), 0.999) for stop in stops]
    return {"x": x, "y": y, "pad": HIGHEST * widest / max(most, 1)}


def _across(column: int, last: int) -> float:
    """Where a column stands; inner ones a little to the left, since the names of the last one begin before it."""
    return column / last * (1 if column == last else INNER)


def _gaps(shares: Sequence[float], lines: Sequence[int]) -> list[float]:
    """The room below each stop of a column but the last, so that names of so many ``lines`` do not touch each other."""
    needs = [LINE * (one + other) / 2 for one, other in pairwise(lines)]
    gaps = [GAP] * len(needs)
    for _ in range(ROUNDS):
        thick = _thick(shares, gaps)
        gaps = [max(GAP, need - (one + other) / 2) for need, (one, other) in zip(needs, pairwise(thick), strict=True)]
    return gaps


def _heights(shares: Sequence[float], gaps: Sequence[float]) -> list[float]:
    """The middles of a column's stops, from top to bottom."""
    thick = _thick(shares, gaps)
    tops = accumulate((size + gap for size, gap in zip(thick, gaps, strict=False)), initial=0.0)
    return [min(max(top + size / 2, 0.001), 0.999) for top, size in zip(tops, thick, strict=True)]


def _thick(shares: Sequence[float], gaps: Sequence[float]) -> list[float]:
    return [(1 - sum(gaps)) * share for share in shares]


def _heading(text: str, x: float, number: int, last: int) -> dict[str, Any]:
    side = "left" if number == 0 else "right" if number == last else "center"
    font = {"size": theme.SMALLEST_TYPE, "color": theme.MUTED}
    place = {"xref": "paper", "yref": "paper", "x": x, "y": 1, "xanchor": side, "yanchor": "bottom", "yshift": 6}
    return {"text": safe(text), "font": font, "showarrow": False, **place}
