"""Questions that set one thing against another, in the order of the page."""

from dashboard.panels.compare import before, pairs, phases, standing, years

PANELS = (
    pairs.PANEL,
    before.PANEL,
    phases.PANEL,
    standing.PANEL,
    years.PANEL,
)
