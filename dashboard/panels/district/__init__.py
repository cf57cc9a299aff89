"""Everything about one district on one page: where it stands, then what other topics ask of it."""

from dashboard.panels.district import standing
from dashboard.panels.grievances import by_year
from dashboard.panels.incidents import by_outcome, events
from dashboard.panels.monitoring import by_indicator, by_quarter, conditions
from dashboard.panels.overview import timeline
from dashboard.panels.revenue import by_purpose, by_stream
from dashboard.panels.site import register, statements

PANELS = (
    standing.PANEL,
    timeline.PANEL,
    by_stream.PANEL,
    by_purpose.PANEL,
    by_indicator.PANEL,
    by_quarter.PANEL,
    conditions.PANEL,
    statements.PANEL,
    events.PANEL,
    by_outcome.PANEL,
    by_year.PANEL,
    register.PANEL,
)
