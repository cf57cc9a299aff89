"""The table of contents: every question that the dashboard answers, topic by topic."""

from dashboard.panel import Panel
from dashboard.panels import compare, data, district, grievances, incidents, monitoring, overview, revenue, site

OF_TOPIC: dict[str, tuple[Panel, ...]] = {
    "overview": overview.PANELS,
    "revenue": revenue.PANELS,
    "monitoring": monitoring.PANELS,
    "incidents": incidents.PANELS,
    "grievances": grievances.PANELS,
    "compare": compare.PANELS,
    "data": data.PANELS,
}
# Pages about one place: the kind of place is also the choice that its page makes.
OF_PLACE: dict[str, tuple[Panel, ...]] = {"district": district.PANELS, "site": site.PANELS}
TOPICS = tuple(OF_TOPIC)
PLACE_PAGES = tuple(OF_PLACE)
# Pages that begin with key figures.
WITH_KEY_FIGURES = ("overview", "district")
# By topic of the measure of a map: the panel that lists what the map cannot place.
UNPLACED = {"revenue": "revenue_unplaced", "incidents": "incidents_unplaced"}
BY_KEY = {panel.key: panel for panels in (OF_TOPIC | OF_PLACE).values() for panel in panels}
PANELS = tuple(BY_KEY.values())


def of_topic(topic: str) -> tuple[Panel, ...]:
    """The panels of a page, in order; a place's page borrows from the topics."""
    return (OF_TOPIC | OF_PLACE)[topic]
