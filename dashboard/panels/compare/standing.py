"""Where chosen districts stand among all others."""

from dashboard.panel import MONEY, PERIOD, Panel
from dashboard.panels.district import standing
from dashboard.shape import LONG
from data_access import measured

PANEL = Panel(
    key="compare_standing",
    topic="compare",
    shape=LONG,
    depends_on=("district", "beside", *PERIOD, "stage", *MONEY),
    read=measured.standing,
    draw=standing.draw,
    say=standing.say,
    tabulate=standing.tabulate,
    replies_to=standing.replies_to,
)
