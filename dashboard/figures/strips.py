"""One thing among its likes: a strip of dots for each measure, the one in question dark and labelled."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.figures import theme
from dashboard.figures.base import Canvas, Picture, axis, layout, safe
from data_access.vocabulary.legend import DOT, Key

# So many stand beside each other below a strip of a phone: grey ones, and dark ones in bold.
LETTERS_BELOW = 46


@dataclass(frozen=True)
class Strip:
    """A measure: name, colour, all values, what each says and chooses; the values in question and what is said of them.

    One of ``place_values`` is None where there is none; ``place_texts`` then says why. ``note`` stands below the
    strip's beginning. ``before`` is an earlier value of a single one in question.
    """

    name: str
    colour: str
    values: Sequence[float]
    texts: Sequence[str]
    choices: Sequence[str]
    place_values: Sequence[float | None]
    place_texts: Sequence[str]
    note: str = ""
    before: float | None = None


def of_measures(strips: Sequence[Strip], names: Sequence[str], others: str, canvas: Canvas) -> Picture:
    """Strips below each other, each from zero (or its lowest value) to its own highest value.

    ``names`` are those of the things in question; of a single one it is written what its values are. ``others`` is what
    the legend calls all others.
    """
    style = layout(
        canvas.words,
        margin={"l": 4, "r": 12, "t": 8, "b": 4},
        xaxis=axis(visible=False, range=[-0.02, 1.03]),
        yaxis=axis(visible=False, range=[len(strips) - 0.45, -0.6]),
        annotations=[note for row, strip in enumerate(strips) for note in _words(strip, row)],
        shapes=[_ground(row) for row in range(len(strips))],
        clickmode="event",
    )
    data = [trace for row, strip in enumerate(strips) for trace in _dots(strip, row)]
    data += [_marks(strips, place) for place in range(len(names))]
    own = [Key(mark, name, DOT) for mark, name in zip(("here", *theme.COMPARISON_COLOURS[1:]), names, strict=False)]
    return Picture({"data": data, "layout": style}, (Key("others", others), *own))


def _dots(strip: Strip, row: int) -> list[dict]:
    others = {
        "type": "scatter",
        "mode": "markers",
        "x": [_place(value, strip) for value in strip.values],
        "y": [row] * len(strip.values),
        "marker": {"size": 11, "color": strip.colour, "opacity": 0.35, "line": {"width": 0}},
        "text": [safe(text) for text in strip.texts],
        "customdata": list(strip.choices),
        "hovertemplate": "%{text}<extra></extra>",
    }
    return [others, *(_earlier(strip, row) if strip.before is not None and strip.place_values[0] is not None else [])]


def _earlier(strip: Strip, row: int) -> list[dict]:
    """An open mark at the earlier value, and a line from it to the present one."""
    line = {"color": theme.COMPARISON_COLOURS[0], "width": 2}
    at = {"x": [_place(strip.before, strip), _place(strip.place_values[0], strip)], "y": [row, row]}
    mark = {
        "size": [10, 0],
        "color": theme.PAPER,
        "opacity": 1,
        "line": {"color": theme.COMPARISON_COLOURS[0], "width": 2},
    }
    return [{"type": "scatter", "mode": "lines+markers", "hoverinfo": "skip", "line": line, "marker": mark, **at}]


def _marks(strips: Sequence[Strip], place: int) -> dict:
    """One of the things in question, in every strip where it has a value."""
    marked_rows = [(strip, row) for row, strip in enumerate(strips) if strip.place_values[place] is not None]
    line = {"color": theme.PAPER, "width": 1.5}
    mark = {"size": 15, "symbol": theme.SYMBOLS[place], "color": theme.COMPARISON_COLOURS[place], "line": line}
    at = {
        "x": [_place(strip.place_values[place], strip) for strip, _ in marked_rows],
        "y": [row for _, row in marked_rows],
    }
    return {"type": "scatter", "mode": "markers", "hoverinfo": "skip", "marker": mark, **at}


def _place(value: float, strip: Strip) -> float:
    points = [*strip.values, *([] if strip.before is None else [strip.before])]
    low, high = min(0.0, *points), max(0.0, *points)
    return round((value - low) / (high - low), 3) if high > low else 0.0


def _ground(row: int) -> dict:
    line = {"color": theme.FRAME, "width": 1}
    return {"type": "line", "layer": "below", "line": line, "x0": 0, "x1": 1, "y0": row, "y1": row}


def _words(strip: Strip, row: int) -> list[dict]:
    """The name above the strip's beginning; below, its note, and at its end what is said of the one in question.

    Where a phone has no room for both, the note is behind the name.
    """
    both = {"y": row, "showarrow": False, "xref": "paper"}
    said = strip.place_texts[0] if len(strip.place_texts) == 1 else ""
    is_below = len(strip.note) + len(said) <= LETTERS_BELOW
    heading = " · ".join(filter(None, [strip.name, *([] if is_below else [strip.note])]))
    name = {"text": safe(heading), "x": 0, "xanchor": "left", "yshift": 17, **both}
    grey = {"font": {"size": theme.SMALLEST_TYPE, "color": theme.MUTED}}
    note = {"text": safe(strip.note), "x": 0, "xanchor": "left", "yshift": -17, **both, **grey}
    end = {"text": f"<b>{safe(said)}</b>", "x": 1, "xanchor": "right", "yshift": -17, **both}
    return [name, *([note] if strip.note and is_below else []), *([end] if said else [])]
