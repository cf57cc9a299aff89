"""What named authors have said about water, radiation, waste and rehabilitation: on all sides, and no readings."""

from functools import partial

from dashboard.panels import reply_targets
from dashboard.panels.panel import Panel
from dashboard.panels.site.statements import COLUMNS, draw, say, tabulate
from data_access.answers import statements
from data_access.vocabulary.shape import SENTENCES

PANEL = Panel(
    key="monitoring_statements",
    topic="monitoring",
    shape=SENTENCES,
    depends_on=("district",),
    read=partial(statements.by_matter, ("monitoring", "rehabilitation")),
    draw=draw,
    say=say,
    tabulate=tabulate,
    replies_to=reply_targets.no_codes,
    columns=COLUMNS,
)
