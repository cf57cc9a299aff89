"""Questions about mines, plants and legacy sites: the list of all, and the page of each."""

from functools import partial

from dashboard.panel import PERIOD, TERMS, Panel
from dashboard.panels import incidents
from dashboard.panels.revenue import parts as on_revenue
from dashboard.panels.site import history as on_history
from dashboard.panels.site import sites as on_sites
from data_access import sites

REGISTER = Panel(
    "sites_register",
    "overview",
    "place",
    ("district",),
    sites.register,
    on_sites.draw_register,
    on_sites.say_register,
    on_sites.tabulate_register,
)
OWN = (
    Panel(
        "site_facts",
        "site",
        "place",
        ("site",),
        sites.facts,
        on_sites.draw_facts,
        on_sites.say_facts,
        on_sites.tabulate_facts,
    ),
    Panel(
        "site_operators",
        "site",
        "chart",
        ("site",),
        sites.operators,
        on_history.draw_operators,
        on_history.say_operators,
        on_history.tabulate_operators,
    ),
    Panel(
        "site_readings",
        "site",
        "chart",
        (*PERIOD, "site"),
        sites.readings,
        on_history.draw_readings,
        on_history.say_readings,
        on_history.tabulate_readings,
    ),
    Panel(
        "site_flows",
        "site",
        "wide",
        (*PERIOD, "site", *TERMS),
        sites.flows,
        partial(on_revenue.draw_parts, "stream"),
        on_history.say_flows,
        partial(on_revenue.tabulate_parts, "stream"),
    ),
)
BORROWED = ("incidents_by_year", "incidents_by_outcome", "incident_events", "incidents_apart")
PANELS = (*OWN[:-1], *(panel for key in BORROWED for panel in incidents.PANELS if panel.key == key), OWN[-1])
