"""Two numbers of each of a few named things on one scale, and how far they lie apart."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.figures import theme
from dashboard.figures.base import Canvas, Picture, axis, layout, safe, scale
from data_access.vocabulary.legend import DOT, Key

NAME_WIDTH, BESIDE = 160, 12
MORE, NOT_MORE = theme.RAMPS["grievances"][4], theme.RAMPS["grievances"][2]


@dataclass(frozen=True)
class Pair:
    """A thing: its name, a note below it, the number and the usual one (None: withheld), its text, what it chooses."""

    name: str
    note: str
    value: float | None
    usual: float | None
    text: str
    choice: str

    @property
    def is_known(self) -> bool:
        """Whether there are both numbers."""
        return self.value is not None and self.usual is not None


def of_pairs(pairs: Sequence[Pair], names: tuple[str, str, str], canvas: Canvas) -> Picture:
    """A row for each: an open mark at what is usual, a filled one at the number, darker where it is more.

    ``names`` are the words for what is usual, for a number above it, and for one that is not.
    """
    known_rows = [(row, pair) for row, pair in enumerate(pairs) if pair.is_known]
    rows_withheld = [(row, pair) for row, pair in enumerate(pairs) if not pair.is_known]
    highest = max((max(pair.value, pair.usual) for _, pair in known_rows), default=1.0)
    style = layout(
        canvas.words,
        margin={"l": NAME_WIDTH, "r": 30, "t": 6, "b": 26},
        xaxis=axis(**scale(highest, canvas.words), side="bottom", zeroline=True),
        yaxis=axis(visible=False, range=[len(pairs) - 0.4, -0.6]),
        annotations=[
            note for row, pair in enumerate(pairs) for note in (*_names(pair, row), *_numbers(pair, row, canvas))
        ],
        clickmode="event",
    )
    data = [
        _lines(known_rows),
        _usual(known_rows),
        _values(known_rows),
        *([_dots(rows_withheld, canvas)] if rows_withheld else []),
    ]
    legend = [Key("hollow", names[0]), Key(MORE, names[1], DOT), Key(NOT_MORE, names[2], DOT)]
    if rows_withheld:
        legend.append(Key("dots", canvas.words("state.withheld")))
    return Picture({"data": data, "layout": style}, tuple(legend))


def _lines(pairs: Sequence[tuple[int, Pair]]) -> dict:
    """From what is usual to the number; None lifts the pen."""
    x = [value for _, pair in pairs for value in (pair.usual, pair.value, None)]
    y = [value for row, _ in pairs for value in (row, row, None)]
    line = {"color": theme.RAMPS["grievances"][1], "width": 4}
    return {"type": "scatter", "mode": "lines", "x": x, "y": y, "line": line, "hoverinfo": "skip"}


def _usual(pairs: Sequence[tuple[int, Pair]]) -> dict:
    mark = {"size": 13, "color": theme.PAPER, "opacity": 1, "line": {"color": theme.MUTED, "width": 2}}
    return {**_marks(pairs, mark), "x": [pair.usual for _, pair in pairs]}


def _values(pairs: Sequence[tuple[int, Pair]]) -> dict:
    colours = [MORE if pair.value > pair.usual else NOT_MORE for _, pair in pairs]
    mark = {"size": 13, "color": colours, "opacity": 1, "line": {"color": theme.PAPER, "width": 1}}
    return {**_marks(pairs, mark), "x": [pair.value for _, pair in pairs]}


def _marks(pairs: Sequence[tuple[int, Pair]], mark: dict) -> dict:
    return {
        "type": "scatter",
        "mode": "markers",
        "y": [row for row, _ in pairs],
        "marker": mark,
        "text": [safe(pair.text) for _, pair in pairs],
        "customdata": [pair.choice for _, pair in pairs],
        "hovertemplate": "%{text}<extra></extra>",
    }


def _dots(pairs: Sequence[tuple[int, Pair]], canvas: Canvas) -> dict:
    """Three dots at the beginning of a row whose numbers are withheld."""
    return {
        **_marks(pairs, {}),
        "mode": "text",
        "x": [0] * len(pairs),
        "text": ["···"] * len(pairs),
        "hovertext": [safe(f"{pair.text} · {canvas.words('state.withheld')}") for _, pair in pairs],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "textposition": "middle right",
        "textfont": {"size": 18, "color": theme.MUTED},
    }


def _names(pair: Pair, row: int) -> list[dict]:
    """The name and, below it, the note, left of the scale."""
    place = {"x": 0, "y": row, "xref": "paper", "xanchor": "left", "xshift": -NAME_WIDTH, "showarrow": False}
    name = {"text": safe(pair.name), "font": {"size": 13, "color": theme.INK}, "yshift": 8}
    note = {"text": safe(pair.note), "font": {"size": theme.SMALLEST_TYPE, "color": theme.MUTED}, "yshift": -8}
    return [place | name, place | note]


def _numbers(pair: Pair, row: int, canvas: Canvas) -> list[dict]:
    """Each number outside the two marks; two equal ones are written once."""
    if not pair.is_known:
        return []
    is_more = pair.value > pair.usual
    value = _number(pair.value, row, is_right=pair.value >= pair.usual, canvas=canvas, color=theme.INK)
    if pair.value == pair.usual:
        return [value]
    return [value, _number(pair.usual, row, is_right=not is_more, canvas=canvas, color=theme.MUTED)]


def _number(number: float, row: int, *, is_right: bool, canvas: Canvas, color: str) -> dict:
    side = {"xanchor": "left", "xshift": BESIDE - 3} if is_right else {"xanchor": "right", "xshift": 3 - BESIDE}
    number_text = safe(canvas.words.number(number, 1))
    text = f"<b>{number_text}</b>" if color == theme.INK else number_text
    font = {"size": 13, "color": color}
    return {"text": text, "x": number, "y": row, "showarrow": False, "font": font, **side}
