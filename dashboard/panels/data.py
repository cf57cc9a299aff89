"""Questions about the data themselves."""

from dashboard.panel import Panel
from dashboard.topics import data as on_data
from data_access import coverage, sources

PANELS = (
    Panel(
        "data_coverage",
        "data",
        "wide",
        (),
        coverage.by_year,
        on_data.draw_coverage,
        on_data.say_coverage,
        on_data.tabulate_coverage,
    ),
    Panel(
        "data_register",
        "data",
        "register",
        (),
        sources.register,
        on_data.draw_register,
        on_data.say_register,
        on_data.tabulate_register,
    ),
)
