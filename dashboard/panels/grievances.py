"""Questions about grievances."""

from functools import partial

from dashboard.panel import HERE, PERIOD, Panel
from dashboard.panels.area import map_of
from dashboard.topics import grievances as on_grievances
from data_access import grievances

PANELS = (
    map_of("grievances"),
    Panel(
        "grievances_by_year",
        "grievances",
        "chart",
        HERE,
        grievances.by_year,
        on_grievances.draw_by_year,
        on_grievances.say_by_year,
        on_grievances.tabulate_by_year,
    ),
    Panel(
        "grievances_open",
        "grievances",
        "chart",
        PERIOD,
        grievances.by_quarter,
        on_grievances.draw_backlog,
        on_grievances.say_backlog,
        on_grievances.tabulate_backlog,
    ),
    Panel(
        "grievances_by_status",
        "grievances",
        "bars",
        PERIOD,
        grievances.by_status,
        partial(on_grievances.draw_by_code, "status"),
        partial(on_grievances.say_by_code, "status"),
        partial(on_grievances.tabulate_by_code, "status"),
    ),
    Panel(
        "grievances_by_issue",
        "grievances",
        "bars",
        PERIOD,
        grievances.by_issue,
        partial(on_grievances.draw_by_code, "issue"),
        partial(on_grievances.say_by_code, "issue"),
        partial(on_grievances.tabulate_by_code, "issue"),
    ),
)
