"""What every picture shares: where it may draw, what it returns, and the house style.

Figures are plain dicts. Building figure objects and copying a full template into each costs
hundreds of times more than the answer itself; tests validate the dicts with plotly instead.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from html import escape
from typing import Any, NamedTuple

from dashboard.figures import theme
from dashboard.text import Words
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.edition import Edition, today_in
from data_access.vocabulary.legend import Key
from data_access.vocabulary.selection import Selection


class Label(NamedTuple):
    """A name on a map, by language, and where to write it in degrees."""

    names: Mapping[str, str]
    lat: float
    lon: float


class Ground(NamedTuple):
    """A district as a map draws it: code, slug, names by language, where to write them in degrees."""

    code: str
    slug: str
    names: Mapping[str, str]
    lat: float
    lon: float


class SiteMark(NamedTuple):
    """A mine, plant or legacy site on a map: key, kind, names by language, place in degrees, within how many km."""

    key: str
    kind: str
    names: Mapping[str, str]
    lat: float
    lon: float
    km: float


class MeetingMark(NamedTuple):
    """A meeting on a map: code of its district and where that is written, day, whether it was held, its site's key."""

    district: str
    lat: float
    lon: float
    day: date
    is_held: bool
    site: str | None


@dataclass(frozen=True)
class Canvas:
    """What a picture needs besides its answer: words, what is chosen, and what maps are made of (addresses of their
    layers, names of oblasts, all districts, sites and meetings). ``edition`` is the one asked; None: the newest."""

    words: Words
    selection: Selection
    layers: Mapping[str, str] = field(default_factory=dict)
    labels: tuple[Label, ...] = ()
    ground: tuple[Ground, ...] = ()
    sites: tuple[SiteMark, ...] = ()
    meetings: tuple[MeetingMark, ...] = ()
    edition: Edition | None = None

    @property
    def today(self) -> date:
        """The day up to which time runs: in an edition it stands still."""
        return today_in(self.edition)


@dataclass(frozen=True)
class Picture:
    """A plotly figure as a dict, and its legend, which is written beside it rather than in it."""

    figure: dict[str, Any]
    legend: tuple[Key, ...] = ()


def safe(text: object) -> str:
    """Text that plotly shows as it is: it would read tags and links in it."""
    return escape(str(text), quote=False)


def layout(words: Words, **more: object) -> dict[str, Any]:
    """The house layout; ``more`` overrides it."""
    symbols = words.plotly_locale["format"]
    return {
        "font": {"family": theme.FONT, "size": 13, "color": theme.INK},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "margin": {"l": 64, "r": 16, "t": 12, "b": 36},
        "separators": symbols["decimal"] + symbols["thousands"],
        "showlegend": False,
        "hoverlabel": {"font": {"family": theme.FONT, "size": 14, "color": theme.INK}, "bgcolor": theme.PAPER},
        "dragmode": False,
        "autosize": True,
        **more,
    }


def axis(**more: object) -> dict[str, Any]:
    """An axis without frame: a faint grid, nothing that moves by itself."""
    return {
        "type": "linear",
        "gridcolor": theme.FRAME,
        "zerolinecolor": theme.MUTED,
        "linecolor": theme.FRAME,
        "tickfont": {"size": theme.SMALLEST_TYPE, "color": theme.MUTED},
        "fixedrange": True,
        "automargin": False,
        **more,
    }


def above_axis(text: str, left: int, up: int = 0) -> dict[str, Any]:
    """The name of a vertical axis, above its highest mark, ``left`` px left of the axis itself and ``up`` px higher."""
    place = {"xref": "paper", "yref": "paper", "x": 0, "y": 1, "xanchor": "left", "yanchor": "bottom"}
    shift = {"xshift": -left, "yshift": 7 + up, "showarrow": False}
    return {"text": safe(text), "font": {"size": theme.SMALLEST_TYPE, "color": theme.MUTED}, **place, **shift}


def time_axis(first: int, last: int, most: int = 8, **more: object) -> dict[str, Any]:
    """Whole years from first to last as dates, every year a full step wide, with at most ``most`` of them named."""
    step = max(1, -(-(last - first + 1) // most))
    return axis(
        type="date",
        range=[f"{first}-01-01", f"{last + 1}-01-01"],
        tick0=f"{first}-07-01",
        dtick=f"M{12 * step}",
        tickformat="%Y",
        ticklabelstandoff=5,
        showgrid=False,
        **more,
    )


def scale(highest: float, words: Words, lowest: float = 0.0) -> dict[str, Any]:
    """Round values along a vertical axis, written as the language writes them (plotly would say 2B)."""
    highest = highest if highest > lowest else lowest + 1
    span = highest - lowest
    step = next(s for s in _round_steps(span / 4) if span / s <= 5)
    marks = [step * count for count in range(math.floor(lowest / step), math.ceil(highest / step) + 1)]
    texts = [words.short_number(mark) for mark in marks]
    return {"tickvals": marks, "ticktext": texts, "range": [marks[0], max(marks[-1], highest) + 0.02 * span]}


def _round_steps(least: float) -> list[float]:
    power = 10.0 ** math.floor(math.log10(least))
    return [power * factor for factor in (1, 2, 5, 10, 20)]


def middle_of(year: int) -> str:
    """Where a year's mark stands on a time axis."""
    return f"{int(year)}-07-01"


def band(selection: Selection) -> list[dict[str, Any]]:
    """The chosen period, as a band behind time series."""
    if selection.first_day is None and selection.last_day is None:
        return []
    ends = (selection.first_day or date(1900, 1, 1), selection.last_day or date(2100, 1, 1))
    place = {"xref": "x", "yref": "paper", "x0": ends[0].isoformat(), "x1": ends[1].isoformat(), "y0": 0, "y1": 1}
    return [{"type": "rect", "layer": "below", "fillcolor": theme.BAND, "line": {"width": 0}, **place}]


def brushable() -> dict[str, Any]:
    """Dragging along the time axis chooses a period; what was dragged before leaves no trace of its own."""
    return {"dragmode": "select", "selectdirection": "h", "selections": [], "clickmode": "event"}


def hatching(shape: str, is_part: Sequence[bool] = ()) -> dict[str, Any]:
    """What markers of bars need: the pattern of their series, else stripes where only a part is known."""
    if shape:
        return {"pattern": {"shape": shape, **theme.HATCH}}
    return {"pattern": theme.PART | {"shape": ["|" if part else "" for part in is_part]}} if any(is_part) else {}


def plain(values: Iterable[float]) -> list[float | None]:
    """Numbers as plotly takes them: None where there is none."""
    return [None if value != value else value for value in values]


def whole_span(answer: Answer) -> tuple[int, int]:
    """All years on record: a time series is never cut to the choice, the choice is marked in it."""
    return answer.known_years or (2000, 2000)
