"""Everything about one site on one page: what it is, who ran it, what is measured, what happened, what was paid."""

from dashboard.panels.incidents import by_outcome, by_year, events, not_conflicts
from dashboard.panels.monitoring import glaciers, newest
from dashboard.panels.outcomes import commitments, dialogue, rehabilitation
from dashboard.panels.revenue import production
from dashboard.panels.site import before_after, facts, flows, operators, readings, statements

PANELS = (
    facts.PANEL,
    operators.PANEL,
    newest.PANEL,
    readings.PANEL,
    glaciers.PANEL,
    by_year.PANEL,
    by_outcome.PANEL,
    events.PANEL,
    not_conflicts.PANEL,
    commitments.PANEL,
    dialogue.PANEL,
    before_after.PANEL,
    rehabilitation.PANEL,
    flows.PANEL,
    production.PANEL,
    statements.PANEL,
)
