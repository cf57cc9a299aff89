"""How severe incidents were, as pictures show it."""

from dashboard.figures import theme

# The worst first, each in its colour.
SEVERITIES = {level: theme.RAMPS["incidents"][level - 1] for level in (5, 4, 3, 2, 1)}
