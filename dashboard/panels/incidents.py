"""Questions about conflict incidents."""

from dashboard.panel import HERE, Panel
from dashboard.panels.area import map_of
from dashboard.topics import incidents as on_incidents
from data_access import incidents

PANELS = (
    map_of("incidents"),
    Panel(
        "incident_events",
        "incidents",
        "wide",
        (*HERE, "issue"),
        incidents.listed,
        on_incidents.draw_events,
        on_incidents.say_events,
        on_incidents.tabulate_events,
    ),
    Panel(
        "incidents_by_year",
        "incidents",
        "chart",
        (*HERE, "issue"),
        incidents.by_year,
        on_incidents.draw_by_year,
        on_incidents.say_by_year,
        on_incidents.tabulate_by_year,
    ),
    Panel(
        "incidents_by_outcome",
        "incidents",
        "chart",
        (*HERE, "issue"),
        incidents.by_outcome,
        on_incidents.draw_by_outcome,
        on_incidents.say_by_outcome,
        on_incidents.tabulate_by_outcome,
    ),
)
