"""How far two figures lie apart, year by year: less to the left of a line, more to its right."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.figures import theme
from dashboard.figures.base import Canvas, Picture, above_axis, axis, hatching, layout, safe
from dashboard.figures.columns import ValueText
from dashboard.text import wording
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.legend import Key

YEAR_WIDTH, LETTER_WIDTH, BESIDE, LINE = 44, 8.1, 10, 18
# Fewer bars than this are no thicker than these would be.
FEWEST_SLOTS = 4


@dataclass(frozen=True)
class Side:
    """One part of the gaps: label, colour, an amount per year to the left (negative) and to the right of the line."""

    label: str
    colour: str
    less: Sequence[float]
    more: Sequence[float]


def by_year(
    answer: Answer,
    years: Sequence[int],
    sides: Sequence[Side],
    ends: Sequence[str],
    canvas: Canvas,
    names: Sequence[str],
    value_text: ValueText,
) -> Picture:
    """A row for each year, the first at the top; clicking one chooses its year. ``ends`` stand at the right of each.

    ``names`` say in lines what the gaps are, ``value_text`` turns an amount into words. Parts of one direction stand
    upon each other, the first next to the line. A year of which only a part is known is hatched.
    """
    rows = range(len(years))
    style = layout(
        canvas.words,
        barmode="relative",
        margin={"l": YEAR_WIDTH, "r": BESIDE + LETTER_WIDTH * max(map(len, ends)), "t": 8 + LINE * len(names), "b": 4},
        xaxis=axis(visible=False, range=_reach(sides)),
        yaxis=axis(visible=False, range=[max(len(years), FEWEST_SLOTS) - 0.4, -0.6]),
        shapes=[*_band(years, canvas), _line()],
        annotations=[
            *(above_axis(name, YEAR_WIDTH, LINE * line) for line, name in enumerate(reversed(names))),
            *(_note(str(year), row, 0, -YEAR_WIDTH) for row, year in zip(rows, years, strict=True)),
            *(_note(text, row, 1, BESIDE) for row, text in zip(rows, ends, strict=True)),
        ],
        clickmode="event",
    )
    names_of_years = [wording.year(answer, year, canvas.words) for year in years]
    is_part = [year == answer.incomplete_year for year in years]
    data = [
        _bars(years, names_of_years, is_part, side, amounts, value_text)
        for side in sides
        for amounts in (side.less, side.more)
    ]
    legend = [Key(side.colour, side.label) for side in sides]
    legend += [Key("part", canvas.words("legend.incomplete"))] if any(is_part) else []
    return Picture({"data": data, "layout": style}, tuple(legend))


def _bars(
    years: Sequence[int],
    names: Sequence[str],
    is_part: Sequence[bool],
    side: Side,
    amounts: Sequence[float],
    value_text: ValueText,
) -> dict[str, Any]:
    texts = [f"{name} · {side.label}: {value_text(amount)}" for name, amount in zip(names, amounts, strict=True)]
    return {
        "type": "bar",
        "orientation": "h",
        "x": list(amounts),
        "y": list(range(len(years))),
        "width": 0.62,
        "marker": {"color": side.colour, "line": {"width": 0}, **hatching("", is_part)},
        "text": [safe(text) for text in texts],
        "textposition": "none",
        "hovertemplate": "%{text}<extra></extra>",
        "customdata": [f"period:{year}" for year in years],
        "unselected": {"marker": {"opacity": 1}},
    }


def _reach(sides: Sequence[Side]) -> list[float]:
    """From the longest bar at the left to the longest at the right; the line is always seen."""
    left = min((sum(amounts) for amounts in zip(*(side.less for side in sides), strict=True)), default=0)
    right = max((sum(amounts) for amounts in zip(*(side.more for side in sides), strict=True)), default=0)
    least = 0.02 * (right - left or 1)
    return [left - least, right + least]


def _band(years: Sequence[int], canvas: Canvas) -> list[dict[str, Any]]:
    """The chosen years, as a band behind their rows."""
    selection = canvas.selection
    if selection.first_day is None and selection.last_day is None:
        return []
    first, last = selection.years(years[0], years[-1])
    rows = [row for row, year in enumerate(years) if first <= year <= last]
    if not rows:
        return []
    place = {"xref": "paper", "yref": "y", "x0": 0, "x1": 1, "y0": rows[0] - 0.5, "y1": rows[-1] + 0.5}
    return [{"type": "rect", "layer": "below", "fillcolor": theme.BAND, "line": {"width": 0}, **place}]


def _line() -> dict[str, Any]:
    place = {"xref": "x", "yref": "paper", "x0": 0, "x1": 0, "y0": 0, "y1": 1}
    return {"type": "line", "line": {"color": theme.MUTED, "width": 1}, **place}


def _note(text: str, row: int, x: int, shift: int) -> dict[str, Any]:
    place = {"xref": "paper", "yref": "y", "x": x, "y": row, "xanchor": "left", "xshift": shift}
    return {"text": safe(text), "font": {"size": 13, "color": theme.INK}, "showarrow": False, **place}
