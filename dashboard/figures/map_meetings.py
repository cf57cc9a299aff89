"""Hearings and talks on maps of what happened in districts: held ones and others, which hear no click."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from dashboard.figures import map_names, theme
from dashboard.figures.base import Canvas, MeetingMark, safe
from dashboard.figures.map_names import LINE, Name
from dashboard.text import Words
from data_access.vocabulary.legend import Key
from data_access.vocabulary.measures import BESIDE_MEETINGS, Measure

# A full mark lies within an empty one where a district has both; a circle is a town, a diamond a site.
SYMBOL = "triangle-up"
HELD_SIZE, OPEN_SIZE, EDGE = 8, 15, 1.4
# Degrees that a name moves up for a mark.
ABOVE = 1.1 * LINE


def on_map(measure: Measure, canvas: Canvas) -> list[MeetingMark]:
    """The meetings of the chosen period and site, on a map of a subject that they stand beside."""
    if measure.topic not in BESIDE_MEETINGS:
        return []
    chosen = canvas.selection
    return [one for one in canvas.meetings if chosen.covers(one.day) and chosen.site in (None, one.site)]


def layers(meetings: Sequence[MeetingMark]) -> list[dict[str, Any]]:
    """One mark for each district with meetings that were held, one for each with others; a click meets the district."""
    groups = [(_places(meetings, is_held=False), _open()), (_places(meetings, is_held=True), _held())]
    return [_layer(spots, marker) for spots, marker in groups if spots]


def legend(meetings: Sequence[MeetingMark], words: Words) -> list[Key]:
    """What the marks mean that are drawn."""
    kinds = {one.is_held for one in meetings}
    keys = [(True, Key("held", words("legend.meeting_held"))), (False, Key("ahead", words("legend.meeting_open")))]
    return [key for is_held, key in keys if is_held in kinds]


def hover(meetings: Sequence[MeetingMark], words: Words) -> Mapping[str, str]:
    """What is said of each district with meetings, by its code: how many were held, and how many not, or not yet."""
    counts = Counter((one.district, one.is_held) for one in meetings)
    texts = {True: "hover.meetings_held", False: "hover.meetings_open"}
    said: dict[str, list[str]] = {one.district: [] for one in meetings}
    for (code, is_held), count in sorted(counts.items(), reverse=True):
        said[code].append(words(texts[is_held], n=words.number(count)))
    return {code: safe(" · ".join(parts)) for code, parts in said.items()}


def taken(meetings: Sequence[MeetingMark]) -> list[Name]:
    """The places of the marks, where no name may stand."""
    spots = {(one.lat, one.lon) for one in meetings}
    return [map_names.mark(lat, lon) for lat, lon in sorted(spots)]


def above(names: Sequence[Name], marks: Sequence[Name]) -> list[Name]:
    """Names of districts, a line higher where a mark has their place."""
    return [one._replace(lat=one.lat + ABOVE) if any(one.meets(mark) for mark in marks) else one for one in names]


def _places(meetings: Sequence[MeetingMark], *, is_held: bool) -> list[tuple[float, float]]:
    return sorted({(one.lat, one.lon) for one in meetings if one.is_held == is_held})


def _layer(spots: Sequence[tuple[float, float]], marker: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "type": "scattergeo",
        "mode": "markers",
        "lat": [lat for lat, _ in spots],
        "lon": [lon for _, lon in spots],
        "marker": {"symbol": SYMBOL, "opacity": 1, **marker},
        "hoverinfo": "skip",
    }


def _held() -> dict[str, Any]:
    return {"size": HELD_SIZE, "color": theme.ACCENT, "line": {"color": theme.PAPER, "width": EDGE}}


def _open() -> dict[str, Any]:
    return {"size": OPEN_SIZE, "color": theme.PAPER, "line": {"color": theme.ACCENT, "width": EDGE}}
