"""The mark of a withheld count along time."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from dashboard.figures import theme
from dashboard.figures.base import middle_of, safe
from dashboard.text import Words


def withheld_years(years: Sequence[int], words: Words, yaxis: str = "y") -> dict[str, Any]:
    """Three dots on the ground for each year whose count is withheld: neither zero nor missing."""
    return {**dots([(middle_of(year), str(int(year)), int(year)) for year in years], words), "yaxis": yaxis}


def withheld_quarters(starts: Sequence[date], words: Words) -> dict[str, Any]:
    """The same for quarters (first days)."""
    half = timedelta(days=45)
    return dots([((start + half).isoformat(), words.quarter(start), start.year) for start in starts], words)


def dots(places: Sequence[tuple[str, str, int]], words: Words) -> dict[str, Any]:
    """Dots on the ground at places along the time axis, each with its name and the year that a click chooses."""
    return {
        "type": "scatter",
        "mode": "text",
        "x": [x for x, _, _ in places],
        "y": [0] * len(places),
        "text": ["···"] * len(places),
        "textposition": "top center",
        "textfont": {"size": 18, "color": theme.MUTED},
        "hovertext": [safe(f"{name} · {words('state.withheld')}") for _, name, _ in places],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "customdata": [f"period:{year}" for _, _, year in places],
    }
