"""Questions about conflict incidents, in the order of the page."""

from dashboard.panels.area.map import map_of
from dashboard.panels.incidents import by_actor, by_issue, by_outcome, by_year, events, not_conflicts, unplaced

PANELS = (
    map_of("incidents"),
    by_year.PANEL,
    by_outcome.PANEL,
    by_issue.PANEL,
    by_actor.PANEL,
    events.PANEL,
    unplaced.PANEL,
    not_conflicts.PANEL,
)
