"""Questions about money, in the order of the page."""

from dashboard.panels.area.map import map_of
from dashboard.panels.revenue import (
    by_purpose,
    by_stream,
    due,
    fairness,
    flow,
    hosts,
    national,
    production,
    reconciliation,
    statements,
    unplaced,
)

PANELS = (
    map_of("revenue"),
    by_stream.PANEL,
    by_purpose.PANEL,
    flow.PANEL,
    fairness.PANEL,
    hosts.PANEL,
    reconciliation.PANEL,
    due.PANEL,
    national.PANEL,
    production.PANEL,
    statements.PANEL,
    unplaced.PANEL,
)
