"""Questions about the data themselves."""

from dashboard.panel import Panel
from dashboard.panels.data import changes
from dashboard.panels.data import coverage as on_data
from dashboard.panels.data import sources as on_source
from data_access import changed, coverage, sources

PANELS = (
    Panel(
        "data_coverage",
        "data",
        "tall",
        (),
        coverage.by_year,
        on_data.draw_coverage,
        on_data.say_coverage,
        on_data.tabulate_coverage,
    ),
    Panel(
        "data_source",
        "data",
        "facts",
        ("source",),
        sources.one,
        on_source.draw_source,
        on_source.say_source,
        on_source.tabulate_source,
    ),
    Panel(
        "data_register",
        "data",
        "register",
        (),
        sources.register,
        on_source.draw_register,
        on_source.say_register,
        on_source.tabulate_register,
    ),
    Panel(
        "changes",
        "data",
        "tall",
        (),
        changed.since_edition,
        changes.draw,
        changes.say,
        changes.tabulate,
    ),
)
