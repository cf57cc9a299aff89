"""The four subjects together."""

from dashboard.panel import HERE, MONEY, Panel
from dashboard.panels.area import map_of
from dashboard.panels.overview import timeline as on_overview
from dashboard.panels.site import REGISTER
from data_access import overview

PANELS = (
    map_of("overview"),
    Panel(
        "overview_timeline",
        "overview",
        "wide",
        (*HERE, *MONEY),
        overview.four_subjects_by_year,
        on_overview.draw_timeline,
        on_overview.say_timeline,
        on_overview.tabulate_timeline,
    ),
    REGISTER,
)
