"""What came of it: promises, results, land, monitoring by residents, and where several signals worsened."""

from dashboard.panels.outcomes import agreement, commitments, criteria, rehabilitation, results, signals

PANELS = (
    commitments.PANEL,
    results.PANEL,
    rehabilitation.PANEL,
    agreement.PANEL,
    criteria.PANEL,
    signals.PANEL,
)
