"""Questions about the data themselves, in the order of the page."""

from dashboard.panels.data import changes, corrections, coverage, register, source

PANELS = (
    coverage.PANEL,
    source.PANEL,
    register.PANEL,
    corrections.PANEL,
    changes.PANEL,
)
