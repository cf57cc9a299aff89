"""Questions about conflict incidents."""

from dashboard.panel import ABOUT, HERE, PERIOD, Panel
from dashboard.panels.area import map_of
from dashboard.panels.incidents import by_actor as incident_actors
from dashboard.panels.incidents import counts as on_incidents
from dashboard.panels.incidents import events as incident_events
from data_access import incident_list, incidents

PANELS = (
    map_of("incidents"),
    Panel(
        "incidents_by_year",
        "incidents",
        "chart",
        (*HERE, *ABOUT, "count"),
        incidents.by_year,
        on_incidents.draw_by_year,
        on_incidents.say_by_year,
        on_incidents.tabulate_by_year,
    ),
    Panel(
        "incidents_by_outcome",
        "incidents",
        "chart",
        (*HERE, *ABOUT),
        incidents.by_outcome,
        on_incidents.draw_by_outcome,
        on_incidents.say_by_outcome,
        on_incidents.tabulate_by_outcome,
    ),
    Panel(
        "incidents_by_issue",
        "incidents",
        "bars",
        (*HERE, "actor", "site", "by"),
        incidents.by_issue,
        on_incidents.draw_by_issue,
        on_incidents.say_by_issue,
        on_incidents.tabulate_by_issue,
    ),
    Panel(
        "incidents_by_actor",
        "incidents",
        "bars",
        (*HERE, *ABOUT),
        incidents.by_actor,
        incident_actors.draw_by_actor,
        incident_actors.say_by_actor,
        incident_actors.tabulate_by_actor,
    ),
    Panel(
        "incident_events",
        "incidents",
        "register",
        (*HERE, *ABOUT, "count"),
        incident_list.listed,
        incident_events.draw_events,
        incident_events.say_events,
        incident_events.tabulate_events,
    ),
    Panel(
        "incidents_unplaced",
        "incidents",
        "wide",
        (*PERIOD, *ABOUT, "count"),
        incident_list.listed_unplaced,
        incident_events.draw_events,
        incident_events.say_unplaced,
        incident_events.tabulate_events,
    ),
    Panel(
        "incidents_apart",
        "incidents",
        "wide",
        (*HERE, *ABOUT),
        incident_list.listed_apart,
        incident_events.draw_events,
        incident_events.say_apart,
        incident_events.tabulate_events,
    ),
)
