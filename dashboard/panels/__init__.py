"""The table of contents: every question that the dashboard answers, topic by topic."""

from dashboard.panel import Panel
from dashboard.panels import data, grievances, incidents, monitoring, overview, revenue

OF_TOPIC: dict[str, tuple[Panel, ...]] = {
    "overview": overview.PANELS,
    "revenue": revenue.PANELS,
    "monitoring": monitoring.PANELS,
    "incidents": incidents.PANELS,
    "grievances": grievances.PANELS,
    "data": data.PANELS,
}
TOPICS = tuple(OF_TOPIC)
PANELS = tuple(panel for panels in OF_TOPIC.values() for panel in panels)
BY_KEY = {panel.key: panel for panel in PANELS}


def of_topic(topic: str) -> tuple[Panel, ...]:
    """The panels of a page, in order."""
    return OF_TOPIC[topic]
