"""Everything about one district on one page: where it stands, then what other topics ask of it."""

from dashboard.panel import HERE, MONEY, Panel
from dashboard.panels import grievances, incidents, monitoring, overview, revenue
from dashboard.panels.district import standing as on_district
from data_access import measured

STANDING = Panel(
    "district_standing",
    "district",
    "long",
    (*HERE, "stage", *MONEY),
    measured.standing,
    on_district.draw_standing,
    on_district.say_standing,
    on_district.tabulate_standing,
)
BORROWED = (
    "overview_timeline",
    "revenue_by_stream",
    "revenue_by_purpose",
    "readings_by_indicator",
    "readings_by_quarter",
    "conditions_newest",
    "incident_events",
    "incidents_by_outcome",
    "grievances_by_year",
    "sites_register",
)
OTHERS = (overview, revenue, monitoring, incidents, grievances)
PANELS = (STANDING, *(panel for key in BORROWED for other in OTHERS for panel in other.PANELS if panel.key == key))
