"""What came of it: promises, talks, plans, results, land, monitoring by residents, and signals that worsened."""

from dashboard.panels.area.map import map_of
from dashboard.panels.outcomes import (
    agreement,
    areas,
    commitments,
    criteria,
    dialogue,
    goal_indicators,
    grants,
    participants,
    plans,
    recommendations,
    rehabilitation,
    results,
    signals,
)

PANELS = (
    commitments.PANEL,
    map_of("outcomes"),
    dialogue.PANEL,
    participants.PANEL,
    plans.PANEL,
    grants.PANEL,
    recommendations.PANEL,
    results.PANEL,
    goal_indicators.PANEL,
    rehabilitation.PANEL,
    areas.PANEL,
    agreement.PANEL,
    criteria.PANEL,
    signals.PANEL,
)
