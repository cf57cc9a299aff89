"""The map of a topic."""

from functools import partial

from dashboard import measures
from dashboard.answer import Answer
from dashboard.panel import ABOUT, HERE, MONEY, Panel
from dashboard.panels.area import map as area
from dashboard.selection import Selection
from data_access import measured
from data_access.database import Snapshot


def map_of(topic: str) -> Panel:
    """The panel with a number per district: the first one of a topic."""

    def read(snapshot: Snapshot, selection: Selection) -> Answer:
        return measured.mapped(snapshot, selection, measures.chosen(topic, selection.measure, selection.medium).key)

    return Panel(
        key=f"{topic}_map",
        topic=topic,
        kind="map",
        heeds=(*HERE, "measure", "medium", "stage", "indicator", "stream", "operator", *MONEY, *ABOUT, "count"),
        read=read,
        draw=partial(area.draw, topic),
        say=partial(area.say, topic),
        tabulate=partial(area.tabulate, topic),
        ask=partial(area.ask, topic),
    )
