"""Everything about one district on one page: its mines, money, readings, what happened; neighbours and lists last."""

from dashboard.panels.district import standing
from dashboard.panels.grievances import by_year
from dashboard.panels.incidents import by_outcome, events
from dashboard.panels.monitoring import by_indicator, by_quarter, conditions, conditions_of_oblasts, glaciers, newest
from dashboard.panels.outcomes import commitments, dialogue, rehabilitation
from dashboard.panels.overview import timeline
from dashboard.panels.revenue import by_purpose, by_stream
from dashboard.panels.site import register, statements

PANELS = (
    register.PANEL,
    by_stream.PANEL,
    by_purpose.PANEL,
    newest.PANEL,
    by_indicator.PANEL,
    by_quarter.PANEL,
    glaciers.PANEL,
    conditions.PANEL,
    conditions_of_oblasts.PANEL,
    timeline.PANEL,
    by_outcome.PANEL,
    by_year.PANEL,
    commitments.PANEL,
    dialogue.PANEL,
    rehabilitation.PANEL,
    standing.PANEL,
    statements.PANEL,
    events.PANEL,
)
