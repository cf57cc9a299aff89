"""Two numbers of each district against each other."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Any

from dashboard.figures import theme
from dashboard.figures.base import Canvas, Picture, above_axis, axis, layout, safe, scale
from data_access.vocabulary.legend import Key

LARGEST, SMALLEST, BESIDE = 44, 8, 5
# Shares of a phone's picture: what a line of text, a letter and a dot take.
NAME_HEIGHT, LETTER, DOT = 0.06, 0.034, 0.05


@dataclass(frozen=True)
class Dots:
    """One dot per district: values, people, names, what each says, what it chooses, and which are chosen."""

    x: Sequence[float]
    y: Sequence[float]
    people: Sequence[float]
    names: Sequence[str]
    texts: Sequence[str]
    choices: Sequence[str]
    is_chosen: Sequence[bool]


def of_districts(dots: Dots, x_title: str, y_title: str, colour: str, canvas: Canvas) -> Picture:
    """Dots as large as the districts have people; the chosen ones are named, else the outermost."""
    sizes = _sizes(dots.people)
    style = layout(
        canvas.words,
        margin={"l": 64, "r": 24, "t": 30, "b": 54},
        xaxis=axis(title={"text": safe(x_title), "font": {"size": 13}}, **_scale(dots.x, canvas)),
        yaxis=axis(**_scale(dots.y, canvas)),
        annotations=[above_axis(y_title, 60), *_names(dots, sizes)],
        clickmode="event",
    )
    legend = (Key("others", canvas.words("legend.size_people")), Key("here", canvas.words("legend.chosen_districts")))
    return Picture(
        {"data": [_trace(dots, sizes, colour)], "layout": style}, legend if any(dots.is_chosen) else legend[:1]
    )


def _scale(values: Sequence[float], canvas: Canvas) -> dict[str, Any]:
    low, high = min(values), max(values)
    reach = scale(high, canvas.words, min(0.0, low))
    room = 0.06 * (reach["range"][1] - reach["range"][0])
    return {**reach, "range": [reach["range"][0] - room, reach["range"][1] + room], "zeroline": False}


def _sizes(people: Sequence[float]) -> list[float]:
    """Diameters, px; the smallest where nobody knows how many people there are."""
    most = max((count for count in people if count == count), default=1)
    return [max(SMALLEST, LARGEST * sqrt(count / most)) if count == count else SMALLEST for count in people]


def _trace(dots: Dots, sizes: Sequence[float], colour: str) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers",
        "cliponaxis": False,
        "x": list(dots.x),
        "y": list(dots.y),
        "marker": {
            "size": list(sizes),
            "color": [theme.ACCENT if is_accented else colour for is_accented in dots.is_chosen],
            "opacity": [0.95 if is_accented else 0.55 for is_accented in dots.is_chosen],
            "line": {"color": theme.PAPER, "width": 1},
        },
        "text": [safe(text) for text in dots.texts],
        "customdata": list(dots.choices),
        "hovertemplate": "%{text}<extra></extra>",
    }


def _names(dots: Dots, sizes: Sequence[float]) -> list[dict[str, Any]]:
    """Names of the chosen districts, else of the outermost first, and of all others that have room on a phone too."""
    outermost = [max(range(len(line)), key=line.__getitem__) for line in (dots.x, dots.y)]
    chosen_places = [place for place, is_chosen in enumerate(dots.is_chosen) if is_chosen]
    first = chosen_places or list(dict.fromkeys(outermost))
    rest = sorted(set(range(len(dots.x))) - set(first), key=lambda place: -dots.x[place])
    name_places: list[int] = []
    for place in (*first, *rest):
        if place in chosen_places or not any(_touch(dots, place, other) for other in name_places):
            name_places.append(place)
    return [_name(dots, place, sizes[place], max(dots.x)) for place in sorted(name_places)]


def _touch(dots: Dots, one: int, other: int) -> bool:
    """Whether two names would run into each other."""
    spans = [_span(dots, place) for place in (one, other)]
    height = NAME_HEIGHT * (max(dots.y) - min(0.0, *dots.y) or 1)
    return abs(dots.y[one] - dots.y[other]) < height and spans[0][0] < spans[1][1] and spans[1][0] < spans[0][1]


def _span(dots: Dots, place: int) -> tuple[float, float]:
    """From where to where a dot and its name reach, in units of x."""
    furthest = max(dots.x)
    length = (len(dots.names[place]) * LETTER + DOT) * (furthest - min(0.0, *dots.x) or 1)
    x = dots.x[place]
    return (x - length, x + DOT) if x > furthest / 2 else (x - DOT, x + length)


def _name(dots: Dots, place: int, size: float, furthest: float) -> dict[str, Any]:
    """To the left of dots in the right half, so that no name leaves the picture; beside the dot, however large."""
    away = size / 2 + BESIDE
    is_right = dots.x[place] > furthest / 2
    text = f"<b>{safe(dots.names[place])}</b>" if dots.is_chosen[place] else safe(dots.names[place])
    side = {"xanchor": "right", "xshift": -away} if is_right else {"xanchor": "left", "xshift": away}
    font = {"size": theme.SMALLEST_TYPE, "color": theme.INK}
    return {"text": text, "x": dots.x[place], "y": dots.y[place], "showarrow": False, "font": font, **side}
