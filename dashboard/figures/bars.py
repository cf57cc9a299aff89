"""Horizontal bars: a few named things and how many of each."""

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap

from dashboard.figures import theme
from dashboard.figures.base import Canvas, Picture, axis, hatching, layout, safe
from data_access.vocabulary.legend import Key

NAME_WIDTH, NAME_LETTERS, END_LETTERS = 176, 22, 17
PALE = 0.4
# Fewer bars than this are no thicker than these would be.
FEWEST_SLOTS = 4
# Pixels that bars and the texts at their ends share on a phone; what the space between them, a letter, a bar take.
PHONE_WIDTH, BESIDE, LETTER_WIDTH, LEAST_BAR = 168, 12, 7.5, 30


@dataclass(frozen=True)
class Part:
    """One colour of the bars: label, colour, a value per bar (None: withheld), and a pattern if it needs one."""

    label: str
    colour: str
    values: Sequence[float | None]
    pattern: str = ""


def stacked_bars(
    names: Sequence[str], parts: Sequence[Part], canvas: Canvas, value_text, choices: Sequence[str] = ()
) -> Picture:
    """A bar for each name, top to bottom as given. ``value_text`` turns (bar number, value) into the label at its end.

    ``choices`` are what a click on each bar chooses; of a chosen one, only its own bar keeps its colour.
    """
    lengths = [sum(part.values[row] or 0 for part in parts) for row in range(len(names))]
    ends = [_wrap(value_text(row, length), END_LETTERS) for row, length in enumerate(lengths)]
    style = layout(
        canvas.words,
        barmode="stack",
        margin={"l": NAME_WIDTH, "r": 8, "t": 4, "b": 4},
        xaxis=axis(visible=False, range=[0, _reach(lengths, ends)]),
        yaxis=axis(visible=False, range=[max(len(names), FEWEST_SLOTS) - 0.4, -0.6]),
        annotations=[*_names(names), *_ends(lengths, ends)],
        clickmode="event",
    )
    legend = tuple(Key("missing" if part.pattern else part.colour, part.label) for part in parts)
    data = [_choosing(_trace(names, part), choices, canvas) for part in parts]
    return Picture({"data": data, "layout": style}, legend if len(parts) > 1 else ())


def _trace(names: Sequence[str], part: Part) -> dict:
    return {
        "type": "bar",
        "orientation": "h",
        "x": [value or 0 for value in part.values],
        "y": list(range(len(names))),
        "width": 0.62,
        "marker": {"color": part.colour, "line": {"width": 0}, **hatching(part.pattern)},
        "hoverinfo": "skip",
    }


def _choosing(trace: dict, choices: Sequence[str], canvas: Canvas) -> dict:
    """The bars with what each chooses; the others are paler when one of them is chosen."""
    if not choices:
        return trace
    pairs = [choice.split(":") for choice in choices]
    is_chosen = [getattr(canvas.selection, key) == value for key, value in pairs]
    opacity = [1 if is_accented or not any(is_chosen) else PALE for is_accented in is_chosen]
    return {
        **trace,
        "customdata": list(choices),
        "hoverinfo": "none",
        "marker": {**trace["marker"], "opacity": opacity},
    }


def _names(names: Sequence[str]) -> list[dict]:
    """Long names are broken in two lines, so that the bars keep their room."""
    return [
        _note(_wrap(name, NAME_LETTERS), 0, row, xref="paper", xshift=-NAME_WIDTH) for row, name in enumerate(names)
    ]


def _ends(lengths: Sequence[float], texts: Sequence[str]) -> list[dict]:
    return [_note(text, length, row, xshift=6) for row, (text, length) in enumerate(zip(texts, lengths, strict=True))]


def _wrap(text: str, letters: int) -> str:
    """In two lines at most, at the end of a line that the text has, else where it is too long."""
    lines = text.split("\n") if "\n" in text else wrap(text, letters, max_lines=2, placeholder="…")
    return "<br>".join(safe(line) for line in lines)


def _reach(lengths: Sequence[float], texts: Sequence[str]) -> float:
    """How far the axis reaches, so that each text has room behind its bar even on a phone."""
    letters = [max(map(len, text.split("<br>"))) for text in texts]
    room = [max(PHONE_WIDTH - BESIDE - LETTER_WIDTH * count, LEAST_BAR) for count in letters]
    return max([1, *(PHONE_WIDTH * length / share for length, share in zip(lengths, room, strict=True))])


def _note(text: str, x: float, y: float, **more: object) -> dict:
    place = {"x": x, "y": y, "xanchor": "left", "showarrow": False, "align": "left"}
    size = theme.SMALLEST_TYPE if "<br>" in text else 13
    return {"text": text, "font": {"size": size, "color": theme.INK}, **place, **more}
