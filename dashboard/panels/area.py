"""The map of a topic, and where each of its measures is read."""

from collections.abc import Callable
from functools import partial

from dashboard import measures
from dashboard.answer import Answer
from dashboard.panel import Panel
from dashboard.selection import Selection
from dashboard.topics import area
from data_access import grievances, incidents, indicators, revenue
from data_access.database import Snapshot

READ_MEASURE: dict[str, Callable[[Snapshot, Selection], Answer]] = {
    "revenue_per_person": revenue.per_person_by_district,
    "revenue_total": revenue.total_by_district,
    "exceedance_share": indicators.exceedance_by_district,
    "poverty": indicators.poverty_by_district,
    "incident_count": incidents.count_by_district,
    "incident_rate": incidents.rate_by_district,
    "grievance_received": grievances.received_by_district,
    "grievance_open": grievances.open_by_district,
}


def map_of(topic: str) -> Panel:
    """The panel with a number per district: the first one of a topic."""

    def read(snapshot: Snapshot, selection: Selection) -> Answer:
        return READ_MEASURE[measures.chosen(topic, selection.measure).key](snapshot, selection)

    return Panel(
        key=f"{topic}_map",
        topic=topic,
        kind="map",
        heeds=("district", "since", "until", "measure", "stage", "indicator"),
        read=read,
        draw=partial(area.draw, topic),
        say=partial(area.say, topic),
        tabulate=partial(area.tabulate, topic),
        ask=partial(area.ask, topic),
    )
