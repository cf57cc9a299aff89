"""The four subjects together."""

from dashboard.panel import HERE, MONEY, Panel
from dashboard.panels.area import map_of
from dashboard.panels.sites import REGISTER
from dashboard.topics import overview as on_overview
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
