"""Questions about grievances, in the order of the page: how far, how long, in time, what about, how many open."""

from dashboard.panels.area.map import map_of
from dashboard.panels.grievances import (
    backlog,
    by_age,
    by_channel,
    by_issue,
    by_stage,
    by_year,
    cohorts,
    in_time,
    returns,
    waits,
)

PANELS = (
    map_of("grievances"),
    by_stage.PANEL,
    waits.PANEL,
    cohorts.PANEL,
    by_age.PANEL,
    in_time.PANEL,
    by_issue.PANEL,
    by_channel.PANEL,
    backlog.PANEL,
    by_year.PANEL,
    returns.PANEL,
)
