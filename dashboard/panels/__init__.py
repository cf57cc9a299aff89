"""The table of contents: every question that the dashboard answers, page by page."""

from collections.abc import Mapping
from typing import NamedTuple

from dashboard.panels import (
    compare,
    data,
    district,
    grievances,
    incidents,
    monitoring,
    outcomes,
    overview,
    revenue,
    site,
)
from dashboard.panels.panel import Panel
from dashboard.text import Words


class Page(NamedTuple):
    """The panels of a page in order. That of a place is also the choice that it makes."""

    panels: tuple[Panel, ...]
    has_key_figures: bool = False
    is_of_place: bool = False


PAGES = {
    "overview": Page(overview.PANELS, has_key_figures=True),
    "revenue": Page(revenue.PANELS),
    "monitoring": Page(monitoring.PANELS),
    "incidents": Page(incidents.PANELS),
    "grievances": Page(grievances.PANELS),
    "outcomes": Page(outcomes.PANELS),
    "compare": Page(compare.PANELS),
    "data": Page(data.PANELS),
    "district": Page(district.PANELS, has_key_figures=True, is_of_place=True),
    "site": Page(site.PANELS, is_of_place=True),
}
TOPICS = tuple(key for key, page in PAGES.items() if not page.is_of_place)
PLACE_PAGES = tuple(key for key, page in PAGES.items() if page.is_of_place)
BY_KEY = {panel.key: panel for page in PAGES.values() for panel in page.panels}
PANELS = tuple(BY_KEY.values())
# By topic of the measure of a map: the panel that lists what the map cannot place.
UNPLACED_PANELS = {panel.topic: panel.key for panel in PANELS if panel.lists_unplaced}


def of_topic(topic: str) -> tuple[Panel, ...]:
    """The panels of a page, in order; a place's page borrows from the topics."""
    return PAGES[topic].panels


def require_whole(words: Mapping[str, Words]) -> None:
    """Raise LookupError that names, on one line, panels that lack something and what they lack."""
    missing_by_panel = {panel.key: list(panel.missing_parts(words)) for panel in PANELS}
    problems = [
        f"the panel {key} lacks {', '.join(missing_parts)}"
        for key, missing_parts in missing_by_panel.items()
        if missing_parts
    ]
    if problems:
        raise LookupError("; ".join(problems))
