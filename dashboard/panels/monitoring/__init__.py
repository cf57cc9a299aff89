"""Questions about water, air and living conditions, in the order of the page."""

from dashboard.panels.area.map import map_of
from dashboard.panels.monitoring import (
    by_collector,
    by_indicator,
    by_place,
    by_quarter,
    condition_by_year,
    conditions,
    statements,
    station,
)

PANELS = (
    map_of("monitoring"),
    by_quarter.PANEL,
    by_indicator.PANEL,
    by_place.PANEL,
    station.PANEL,
    by_collector.PANEL,
    conditions.PANEL,
    condition_by_year.PANEL,
    statements.PANEL,
)
