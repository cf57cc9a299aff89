"""What came of it: what was promised, in the order of the page."""

from dashboard.panels.outcomes import commitments

PANELS = (commitments.PANEL,)
