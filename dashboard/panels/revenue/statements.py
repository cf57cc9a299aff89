"""What named authors have said about money that is no yearly flow: cumulative, of part of a year, planned."""

from functools import partial

from dashboard.panels import reply_targets
from dashboard.panels.panel import Panel
from dashboard.panels.site.statements import COLUMNS, draw, say, tabulate
from data_access.answers import statements
from data_access.vocabulary.shape import SENTENCES

PANEL = Panel(
    key="revenue_statements",
    topic="revenue",
    shape=SENTENCES,
    depends_on=("district",),
    read=partial(statements.by_matter, ("money",)),
    draw=draw,
    say=say,
    tabulate=tabulate,
    replies_to=reply_targets.no_codes,
    columns=COLUMNS,
)
