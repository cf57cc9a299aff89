"""What came and what went in each year, in columns beside each other, and what was left at its end, along a line."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from dashboard.figures.base import (
    Canvas,
    Picture,
    above_axis,
    axis,
    band,
    brushable,
    layout,
    middle_of,
    safe,
    scale,
    time_axis,
    whole_span,
)
from dashboard.figures.withheld import dots
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.legend import AREA, LINE, Key

DAY_MILLISECONDS = 86_400_000
# Where in its year a column stands, in days from the first of January, and how wide it is; the one that is alone.
CAME, WENT, WIDTH = 110, 235, 115
MIDDLE, ALONE = 182, 230
ValueText = Callable[[float], str]
Values = Mapping[int, float]


@dataclass(frozen=True)
class Count:
    """What is counted: label, colour, a number per year (NaN: withheld)."""

    label: str
    colour: str
    values: Values


def by_year(answer: Answer, counts: Sequence[Count], canvas: Canvas, unit: str, value_text: ValueText) -> Picture:
    """What came, went and was left, or only what came. Clicking a column or a mark chooses its year.

    Dots say what is withheld: a whole year, or a part of it.
    """
    highest = max((value for one in counts for value in one.values.values() if value == value), default=1)
    places_withheld = [*_places_withheld(counts)]
    style = layout(
        canvas.words,
        **brushable(),
        margin={"l": 60, "r": 12, "t": 28, "b": 28},
        xaxis=time_axis(*whole_span(answer)),
        yaxis=axis(**scale(highest, canvas.words)),
        shapes=band(canvas.selection),
        annotations=[above_axis(unit, 56)],
    )
    places = [(MIDDLE, ALONE)] if len(counts) == 1 else [(CAME, WIDTH), (WENT, WIDTH)]
    data = [_columns(one, *place, value_text) for one, place in zip(counts, places, strict=False)]
    data += [_line(one, value_text) for one in counts[2:]]
    legend = [Key(one.colour, one.label, form) for one, form in zip(counts, (AREA, AREA, LINE), strict=False)]
    if places_withheld:
        data, legend = (
            [*data, dots(places_withheld, canvas.words)],
            [*legend, Key("dots", canvas.words("state.withheld"))],
        )
    return Picture({"data": data, "layout": style}, tuple(legend))


def _places_withheld(counts: Sequence[Count]) -> Iterator[tuple[str, str, int]]:
    """Places of dots: in the middle of a year that is withheld, else beside the column that is shown."""
    for year in counts[0].values:
        labels = [one.label for one in counts if one.values[year] != one.values[year]]
        if len(labels) == len(counts):
            yield middle_of(year), str(year), year
        elif labels:
            yield _day(year, WENT), f"{year} · {', '.join(labels)}", year


def _columns(count: Count, day: int, width: int, value_text: ValueText) -> dict[str, Any]:
    values = {year: value for year, value in count.values.items() if value == value}
    return {
        "type": "bar",
        "x": [_day(year, day) for year in values],
        "y": list(values.values()),
        "width": width * DAY_MILLISECONDS,
        "marker": {"color": count.colour, "line": {"width": 0}},
        "textposition": "none",
        **_hover(count, values, value_text),
    }


def _line(count: Count, value_text: ValueText) -> dict[str, Any]:
    """A year that is withheld lifts the pen."""
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "x": [_end(year) for year in count.values],
        "y": [None if value != value else value for value in count.values.values()],
        "connectgaps": False,
        "cliponaxis": False,
        "line": {"color": count.colour, "width": 2},
        "marker": {"color": count.colour, "size": 8},
        **_hover(count, count.values, value_text),
    }


def _hover(count: Count, values: Values, value_text: ValueText) -> dict[str, Any]:
    texts = ["" if value != value else f"{_name(year, count)}: {value_text(value)}" for year, value in values.items()]
    return {
        "text": [safe(text) for text in texts],
        "hovertemplate": "%{text}<extra></extra>",
        "customdata": [f"period:{year}" for year in values],
        "unselected": {"marker": {"opacity": 1}},
    }


def _name(year: int, count: Count) -> str:
    return f"{year} · {count.label}"


def _day(year: int, day: int) -> str:
    return (date(year, 1, 1) + timedelta(days=day)).isoformat()


def _end(year: int) -> str:
    return f"{year}-12-31"
