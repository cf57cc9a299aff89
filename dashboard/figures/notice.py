"""An empty picture that says why."""

from dashboard.figures import theme
from dashboard.figures.base import Picture, layout, safe
from dashboard.text import Words


def notice(text: str, words: Words) -> Picture:
    """The reason in the middle of where the picture would be."""
    place = {"xref": "paper", "yref": "paper", "x": 0.5, "y": 0.5, "showarrow": False}
    note = {"text": "<br>".join(_lines(safe(text))), "font": {"size": 16, "color": theme.MUTED}, **place}
    hidden = {"visible": False, "fixedrange": True}
    return Picture({"data": [], "layout": layout(words, xaxis=hidden, yaxis=hidden, annotations=[note])})


def _lines(text: str, width: int = 44) -> list[str]:
    """plotly does not break lines by itself."""
    lines = [""]
    for word in text.split():
        if len(lines[-1]) + len(word) > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines
