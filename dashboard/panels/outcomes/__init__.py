"""What came of it: promises, talks, plans, results, land, monitoring by residents, and signals that worsened."""

from dashboard.panels.outcomes import (
    agreement,
    areas,
    commitments,
    criteria,
    dialogue,
    grants,
    plans,
    recommendations,
    rehabilitation,
    results,
    signals,
)

PANELS = (
    commitments.PANEL,
    dialogue.PANEL,
    plans.PANEL,
    grants.PANEL,
    recommendations.PANEL,
    results.PANEL,
    rehabilitation.PANEL,
    areas.PANEL,
    agreement.PANEL,
    criteria.PANEL,
    signals.PANEL,
)
