"""An empty picture that says why."""

from textwrap import wrap

from dashboard.figures import theme
from dashboard.figures.base import Picture, layout, safe
from dashboard.text import Words

LINE = 34


def notice(text: str, words: Words) -> Picture:
    """The reason in the middle of where the picture would be."""
    place = {"xref": "paper", "yref": "paper", "x": 0.5, "y": 0.5, "showarrow": False}
    note = {"text": "<br>".join(wrap(safe(text), LINE)), "font": {"size": 16, "color": theme.MUTED}, **place}
    no_axis = {"visible": False, "fixedrange": True}
    return Picture({"data": [], "layout": layout(words, xaxis=no_axis, yaxis=no_axis, annotations=[note])})
