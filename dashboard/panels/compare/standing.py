"""Where chosen districts stand among all others."""

from dashboard.panels.district import standing
from dashboard.panels.panel import MONEY, PERIOD, Panel
from data_access.answers import measure_values
from data_access.vocabulary.shape import LONG

PANEL = Panel(
    key="compare_standing",
    topic="compare",
    shape=LONG,
    depends_on=("district", "beside", *PERIOD, "stage", *MONEY),
    read=measure_values.standing,
    draw=standing.draw,
    say=standing.say,
    tabulate=standing.tabulate,
    replies_to=standing.replies_to,
)
