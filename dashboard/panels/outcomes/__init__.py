"""What came of it: what was promised, and what was talked about, in the order of the page."""

from dashboard.panels.outcomes import commitments, dialogue, grants, plans, recommendations

PANELS = (commitments.PANEL, dialogue.PANEL, plans.PANEL, grants.PANEL, recommendations.PANEL)
